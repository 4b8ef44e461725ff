import Foundation
import Testing

/// What is counted: bytes asked of the allocator in a program of its own, so that the tests that run meanwhile do not
/// matter. Time is never asserted, counts are.
@Suite("Bytes allocated", .enabled(if: AllocationProbe.canCount)) struct AllocationTests {
    private static let customers = 20_000

    @Test("all metrics allocate nothing an order, and a summary a customer") func metrics() async throws {
        let (few, many) = (Self.customers * 5, Self.customers * 20)
        let less = try AllocationProbe.bytes("metrics", orders: few, customers: Self.customers)
        let more = try AllocationProbe.bytes("metrics", orders: many, customers: Self.customers)
        let anOrder = Double(more - less) / Double(many - few)
        #expect(anOrder < 0.5, "\(anOrder) bytes an order")

        let twice = try AllocationProbe.bytes("metrics", orders: few, customers: Self.customers * 2)
        let aCustomer = Double(twice - less) / Double(Self.customers)
        #expect(aCustomer < 160, "\(aCustomer) bytes a customer")
    }

    @Test("reading allocates a few columns an order") func reading() async throws {
        // Rows are kept in regions of sixteen megabytes: fewer orders would tell of their edges.
        let (few, many) = (Self.customers * 40, Self.customers * 80)
        let less = try AllocationProbe.bytes("reading", orders: few, customers: Self.customers)
        let more = try AllocationProbe.bytes("reading", orders: many, customers: Self.customers)
        let anOrder = Double(more - less) / Double(many - few)
        #expect(anOrder < 64, "\(anOrder) bytes an order")
    }
}

/// The program beside the tests that counts.
enum AllocationProbe {
    #if os(Linux) && canImport(Glibc)
        static let canCount = true
    #else
        static let canCount = false
    #endif

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static func bytes(_ work: String, orders: Int, customers: Int) throws -> Int {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("AllocationProbe")
        process.arguments = [work, String(orders), String(customers)]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let bytes = Int(output.dropLast()), bytes >= 0 else {
            throw Failure(description: "AllocationProbe \(work) said “\(output)” and \(process.terminationStatus)")
        }
        return bytes
    }
}
