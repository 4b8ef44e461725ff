import Intake
import TestSupport
import Testing

@testable import IntakeFormats

private let text = Array((0..<2_000).map { "\($0);anna@example.com;\($0 * 7 % 1_000).90\n" }.joined().utf8)

@Suite("A gzip file of orders") struct GzipReaderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("reads its members one after the other, whatever their size") func members() throws {
        let packed = gzipped(Array(text[..<100])) + gzipped([]) + gzipped(Array(text[100...]))
        #expect(try OrderFiles.open(try scratch.file("a.csv", packed)).bytes() == text)
    }

    @Test("is read when it was packed twice, and refused when more often") func packedAgain() throws {
        let twice = try scratch.file("a.csv.gz.gz", gzipped(gzipped(text)))
        let file = try OrderFiles.open(twice)
        #expect(try file.bytes() == text)
        #expect(try file.bytes() == text)
        #expect(file.name == twice)
        let thrice = try scratch.file("a.gz.gz.gz", gzipped(gzipped(gzipped(text))))
        #expect(failure(of: thrice) == .unsupported(path: thrice, kind: .nestedGzip))
        let cut = try scratch.file("cut.gz", gzipped(gzipped(text)).dropLast(20))
        guard case .truncatedGzip? = failure(of: cut) else { Issue.record("no error"); return }
        let cutInside = try scratch.file("inside.gz", gzipped(Array(gzipped(text).dropLast(20))))
        guard case .truncatedGzip? = failure(of: cutInside) else { Issue.record("no error"); return }
        let page = try scratch.file("page.gz", gzipped(gzipped(Array("<html>".utf8))))
        #expect(failure(of: page) == .unsupported(path: page, kind: .html))
    }

    @Test("passes over padding of zeros at the end") func padding() throws {
        let packed = gzipped(text) + [UInt8](repeating: 0, count: 512)
        #expect(try OrderFiles.open(try scratch.file("a.csv", packed)).bytes() == text)
    }

    @Test("says where it breaks off", arguments: [3, 9, 12, 500, 4_000])
    func truncated(length: Int) throws {
        let packed = gzipped(text)
        let path = try scratch.file("a.gz", packed.prefix(length))
        #expect(failure(of: path) == .truncatedGzip(path: path, byteOffset: Int64(length)))
    }

    @Test("says so when only the last byte is missing, in the first and in a later member") func almost() throws {
        let packed = gzipped(text)
        let first = try scratch.file("first.gz", packed.dropLast())
        #expect(failure(of: first) == .truncatedGzip(path: first, byteOffset: Int64(packed.count - 1)))
        let second = try scratch.file("second.gz", packed + packed.dropLast())
        #expect(failure(of: second) == .truncatedGzip(path: second, byteOffset: Int64(packed.count * 2 - 1)))
    }

    @Test("finds a wrong checksum and garbage behind the end") func damaged() throws {
        var packed = gzipped(text)
        packed[packed.count - 6] ^= 1
        let wrong = try scratch.file("wrong.gz", packed)
        guard case .damagedGzip? = failure(of: wrong) else { Issue.record("no error"); return }
        let garbage = try scratch.file("garbage.gz", gzipped(text) + Array("orders".utf8))
        #expect(failure(of: garbage) == .damagedGzip(path: garbage, byteOffset: Int64(gzipped(text).count)))
    }

    @Test("an empty content is an empty file") func empty() throws {
        let path = try scratch.file("a.gz", gzipped([]))
        #expect(failure(of: path) == .empty(path: path))
    }

    @Test("stops a bomb by the bytes that really come out") func bomb() throws {
        let path = try scratch.file("bomb.gz", gzipped([UInt8](repeating: 0x41, count: 3_000_000)))
        let file = try InputFile.open(path)
        let reader = GzipReader(file, limit: UnpackingLimit(bytes: 1_000_000))
        #expect(throws: OrderFileError.tooLargeUnpacked(path: path, limitBytes: 1_000_000)) {
            while try reader.take(upTo: 100_000).count > 0 {}
        }
        #expect(UnpackingLimit(packedBytes: 1_000).bytes == UnpackingLimit.floorBytes)
        #expect(UnpackingLimit(packedBytes: 1 << 30).bytes == 300 << 30)
        #expect(UnpackingLimit(packedBytes: .max).bytes == .max)
    }

    @Test("any mutation is read or refused, never a crash", arguments: MutationSeeds.groups)
    func mutations(group: UInt64) throws {
        let original = gzipped(Array(text.prefix(5_000))) + gzipped(Array(text.suffix(5_000)))
        for seed in MutationSeeds.seeds(ofGroup: group) {
            var random = SeededGenerator(seed: seed)
            let path = try scratch.file("m.gz", original.mutated(using: &random))
            do {
                _ = try OrderFiles.open(path).bytes()
            } catch {
                #expect(error is OrderFileError, "seed \(seed)")
            }
        }
    }
}
