// Unsafe memory: the sample is read as a collection, below its count.

/// How a text file is written: its encoding, and how many bytes its byte order mark takes.
struct TextForm: Equatable {
    var encoding: TextEncoding
    var markLength: Int

    /// Judges by the first bytes of the content.
    ///
    /// - Parameters:
    ///   - sample: The first bytes; all of them unless `isCut`.
    ///   - given: The encoding that the user names, which is believed. A byte order mark decides which UTF-16 it is.
    init(sample: UnsafeRawBufferPointer, isCut: Bool, given: TextEncoding?, path: String) throws(OrderFileError) {
        if let marked = Self.mark(of: sample), given == nil || given?.isUTF16 == marked.encoding.isUTF16 {
            if given == nil || given == .utf8 || given?.isUTF16 == true {
                self = marked
                return
            }
        }
        markLength = 0
        if let given {
            encoding = given
        } else if let order = EncodingJudge.byteOrder(of: sample) {
            encoding = order
        } else {
            var evidence = ByteEvidence()
            evidence.add(sample)
            evidence.finish(isCut: isCut)
            if let offset = evidence.firstNull { throw Self.notText(sample, at: Int(offset), path) }
            if evidence.controlBytes * 50 > evidence.byteCount {
                let offset = sample.firstIndex { $0 < 0x20 && !ByteEvidence.isTextControl($0) } ?? 0
                throw Self.notText(sample, at: offset, path)
            }
            encoding = EncodingJudge.encoding(by: evidence)
        }
    }

    /// Says where the byte stands: files without line feeds have carriage returns, or one line.
    private static func notText(_ sample: UnsafeRawBufferPointer, at offset: Int, _ path: String) -> OrderFileError {
        let before = sample.prefix(offset)
        let lineFeed = UInt8(ascii: "\n")
        let ends = sample.contains(lineFeed) ? lineFeed : UInt8(ascii: "\r")
        let start = before.lastIndex(of: ends).map { $0 + 1 } ?? 0
        let line = before[start...]
        let characters = String(validating: line, as: UTF8.self)?.unicodeScalars.count ?? line.count
        return .notText(path: path, line: before.count { $0 == ends } + 1, column: characters + 1)
    }

    private init(_ encoding: TextEncoding, markLength: Int) {
        self.encoding = encoding
        self.markLength = markLength
    }

    private static func mark(of sample: UnsafeRawBufferPointer) -> TextForm? {
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return TextForm(.utf8, markLength: 3) }
        // The same two bytes and two zeros are the mark of UTF-32, which the check for NUL answers.
        if sample.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
        if sample.starts(with: [0xFF, 0xFE]) { return TextForm(.utf16LittleEndian, markLength: 2) }
        if sample.starts(with: [0xFE, 0xFF]) { return TextForm(.utf16BigEndian, markLength: 2) }
        return nil
    }
}

extension TextEncoding {
    var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
