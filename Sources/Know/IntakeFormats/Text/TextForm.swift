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
            if let offset = evidence.firstNull { throw .notText(path: path, byteOffset: offset) }
            if evidence.controlBytes * 50 > evidence.byteCount {
                let offset = sample.firstIndex { $0 < 0x20 && !ByteEvidence.isTextControl($0) } ?? 0
                throw .notText(path: path, byteOffset: Int64(offset))
            }
            encoding = EncodingJudge.encoding(by: evidence)
        }
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
