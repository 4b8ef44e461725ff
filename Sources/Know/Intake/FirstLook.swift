// Unsafe memory: the first bytes are read into slices of one array, behind those that are there.

/// The first rows of a file, and where its rows begin.
struct FirstLook {
    /// The file, or what stands for it where lines end in an unusual way.
    let file: any OrderFile
    let sample: SampleTable
    let headerLines: Int
    let headerBytes: Int
    /// Whether the first look took in all of the file.
    let isWhole: Bool

    /// How many bytes are looked at.
    static let sampleBytes = 1 << 20

    /// - Throws: `IntakeError`, or what the file throws.
    init(at file: any OrderFile) throws {
        var file = file
        var (head, isWhole) = try Self.firstBytes(of: file)
        guard !head.isEmpty else { throw IntakeError.emptyFile }
        // A header that does not end within the first look is no header.
        guard isWhole || head.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
            throw IntakeError.recordTooLong(bytes: head.count)
        }
        if CarriageReturnFile.isNeeded(head) {
            file = CarriageReturnFile(file)
            (head, isWhole) = try Self.firstBytes(of: file)
        }
        let delimiter = file.delimiter ?? Dialect.detect(head)
        sample = SampleTable(
            parsing: head, delimiter: delimiter, isWhole: isWhole, hasTypedNumbers: file.hasTypedNumbers)
        let extent = HeaderExtent(head, linesBefore: sample.linesBeforeHeader, delimiter: delimiter)
        (headerLines, headerBytes) = (extent.lines, extent.bytes)
        self.file = file
        self.isWhole = isWhole
    }

    private static func firstBytes(of file: any OrderFile) throws -> (bytes: [UInt8], isWhole: Bool) {
        let source = try file.open()
        var isWhole = false
        let head = try [UInt8](unsafeUninitializedCapacity: sampleBytes) { buffer, count in
            while count < buffer.count {
                let read = try source.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                if read == 0 {
                    isWhole = true
                    break
                }
                count += read
            }
        }
        return (head, isWhole)
    }
}
