import Foundation
import Testing

@testable import Commands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Results that take the place of older ones")
struct ReplacedFilesTests {
    private static let options = ["--html", "--customers", "--rejects", "--save-mapping"]

    private func mode(_ path: String) throws -> mode_t {
        var status = stat()
        try #require(lstat(path, &status) == 0)
        return status.st_mode & 0o777
    }

    /// Orders, one of which is rejected, of so many customers that their list takes 60 kB and more.
    private func folder() throws -> Folder {
        let folder = try Folder()
        let rows = (1...600).map { "\($0),customer-\($0)@shop.example,2026-01-\(10 + $0 % 18),10.00\n" }
        try folder.write("orders.csv", "order,customer,date,amount\n" + rows.joined() + "601,x,never,1.00\n")
        return folder
    }

    private func names(_ folder: Folder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    @Test("are as private as these were", arguments: options, [0o600, 0o640, 0o644] as [mode_t])
    func modes(option: String, mode: mode_t) throws {
        let folder = try folder()
        try folder.write("out", "before")
        try #require(chmod(folder.path("out"), mode) == 0)
        let run = try Program.run(["report", "orders.csv", option, "out"], in: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(try folder.text("out") != "before")
        #expect(try self.mode(folder.path("out")) == mode)
        #expect(try names(folder) == ["orders.csv", "out"])
    }

    @Test("keep the owner", arguments: options) func owner(option: String) throws {
        // Only the superuser can give a file away.
        guard geteuid() == 0 else { return }
        let folder = try folder()
        try folder.write("out", "before")
        try #require(chown(folder.path("out"), 65_534, 65_534) == 0)
        #expect(try Program.run(["report", "orders.csv", option, "out"], in: folder).code == 0)
        var status = stat()
        try #require(lstat(folder.path("out"), &status) == 0)
        #expect(status.st_uid == 65_534 && status.st_gid == 65_534)
    }

    @Test(
        "where there were none, are for those whom the system's mask lets in",
        arguments: [("022", 0o644), ("077", 0o600)])
    func new(mask: String, mode: mode_t) throws {
        let folder = try folder()
        let run = try Program.shell(
            "umask \(mask); $perennial report orders.csv --customers a --html b --rejects c --save-mapping d",
            in: folder)
        #expect(run.code == 0)
        for name in ["a", "b", "c", "d"] { #expect(try self.mode(folder.path(name)) == mode) }
    }

    @Test("leave them as they were where there is no room", arguments: ["--html", "--customers"])
    func full(option: String) throws {
        let folder = try folder()
        try folder.write("out", "before")
        // No file may grow beyond 20 kB; the signal that says so is ignored, and writing fails.
        let run = try Program.shell(
            "trap '' 25; ulimit -f 40; $perennial report orders.csv \(option) out > /dev/null", in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("out cannot be written"))
        #expect(try folder.text("out") == "before")
        #expect(try names(folder) == ["orders.csv", "out"])
    }

    @Test("are written into a link's file, and beside a name that is a folder's in vain") func kinds() throws {
        let folder = try folder()
        try folder.write("real", "before")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "real")
        #expect(try Program.run(["report", "orders.csv", "--customers", "link"], in: folder).code == 0)
        #expect(try folder.text("real").contains("customer-7@"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "real")
        try FileManager.default.createDirectory(atPath: folder.path("sub"), withIntermediateDirectories: false)
        #expect(try Program.run(["report", "orders.csv", "--customers", "sub"], in: folder).code == 1)
        #expect(try names(folder) == ["link", "orders.csv", "real", "sub"])
    }

    @Test("are written into the old file where the folder takes no new one, and nowhere when that is protected")
    func closedFolder() throws {
        let folder = try Folder()
        let path = folder.path("out")
        for (mode, isWritten) in [(0o666, true), (0o444, false)] as [(mode_t, Bool)] {
            try folder.write("out", "before, and longer")
            try #require(chmod(path, mode) == 0 && chmod(folder.url.path, 0o555) == 0)
            defer { _ = chmod(folder.url.path, 0o755) }
            let error = try unprivileged { try OutputFile.save(Array("after".utf8), to: path) }
            #expect((error == nil) == isWritten)
            #expect(try folder.text("out") == (isWritten ? "after" : "before, and longer"))
            #expect(try self.mode(path) == mode)
            let new = folder.path("new")
            #expect(
                try unprivileged { try OutputFile.save([1], to: new) } as? UnwritableFile == UnwritableFile(path: new))
        }
    }

    private func unprivileged(_ body: @escaping @Sendable () throws -> Void) throws -> (any Error)? {
        guard geteuid() == 0 else {
            do {
                try body()
                return nil
            } catch { return error }
        }
        return try Unprivileged.run(body)
    }
}
