// Unsafe memory: bytes are replaced in place below the count that was read.

/// A file whose lines end in carriage returns alone, as spreadsheets on old Macs write them, with line feeds instead.
final class CarriageReturnFile: OrderFile {
    private let file: any OrderFile

    init(_ file: any OrderFile) { self.file = file }

    /// Whether the first bytes of a file have carriage returns and no line feed.
    static func isNeeded(_ head: [UInt8]) -> Bool {
        !head.contains(UInt8(ascii: "\n")) && head.dropLast().contains(UInt8(ascii: "\r"))
    }

    var name: String { file.name }
    var totalBytes: Int64? { file.totalBytes }
    var delimiter: UInt8? { file.delimiter }
    var hasTypedNumbers: Bool { file.hasTypedNumbers }

    func open() throws -> any ByteSource { Source(try file.open()) }

    func reconsiderEncoding() throws -> Bool { try file.reconsiderEncoding() }

    private final class Source: ByteSource {
        private let source: any ByteSource

        init(_ source: any ByteSource) { self.source = source }

        var consumedBytes: Int64 { source.consumedBytes }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            let count = try source.read(into: buffer)
            for place in 0..<count where buffer[place] == UInt8(ascii: "\r") { buffer[place] = UInt8(ascii: "\n") }
            return count
        }
    }
}
