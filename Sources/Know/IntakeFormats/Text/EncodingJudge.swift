// Unsafe memory: the sample is read by pairs below its count.

/// Decides what encoding a text has.
enum EncodingJudge {
    /// The encoding of text that has no byte order mark and is not UTF-16, by all evidence.
    ///
    /// Valid UTF-8 is UTF-8: other texts are hardly ever valid by chance. With some bytes wrong it still is, when the
    /// characters that are right outnumber them. Else the likeliest of the single-byte encodings; when nothing tells
    /// them apart, the first.
    static func encoding(by evidence: ByteEvidence) -> TextEncoding {
        if evidence.invalidBytes <= evidence.multibyteCharacters { return .utf8 }
        let candidates: [(encoding: TextEncoding, page: CodePage, model: LetterModel)] = [
            (.windows1250, .windows1250, .polish),
            (.windows1251, .windows1251, .russian),
            (.latin2, .latin2, .polish),
        ]
        var best = (encoding: TextEncoding.windows1250, score: -Double.infinity)
        for candidate in candidates {
            let score = score(evidence, read: candidate.page, as: candidate.model)
            if score > best.score { best = (candidate.encoding, score) }
        }
        return best.encoding
    }

    private static func score(_ evidence: ByteEvidence, read page: CodePage, as model: LetterModel) -> Double {
        var sum = 0.0
        for byte in UInt8(0x80)...0xFF {
            for left in ByteEvidence.Neighbour.allCases {
                for right in ByteEvidence.Neighbour.allCases {
                    let count = evidence.count(of: byte, after: left, before: right)
                    if count > 0 { sum += Double(count) * model.score(page[byte], after: left, before: right) }
                }
            }
        }
        return sum
    }

    /// The byte order of UTF-16 without a mark; nil when the sample is not UTF-16.
    ///
    /// Text has line breaks, digits and delimiters, so that one byte of a pair is often zero and always the same one.
    static func byteOrder(of sample: UnsafeRawBufferPointer) -> TextEncoding? {
        let units = sample.count / 2
        guard units >= 2, sample.contains(0) else { return nil }
        for (encoding, high) in [(TextEncoding.utf16LittleEndian, 1), (.utf16BigEndian, 0)] {
            var plausible = 0
            var ascii = 0
            for index in 0..<units {
                let unit = UInt16(sample[2 * index + high]) << 8 | UInt16(sample[2 * index + 1 - high])
                if isOrdinary(unit) { plausible += 1 }
                if unit < 0x80 { ascii += 1 }
            }
            // Delimiters and digits alone make a tenth of any table.
            if plausible * 100 >= units * 98, ascii * 20 >= units { return encoding }
        }
        return nil
    }

    /// Latin, Greek, Cyrillic, and the usual signs, without control characters.
    private static func isOrdinary(_ unit: UInt16) -> Bool {
        switch unit {
        case 9, 10, 13, 0x20...0x7E, 0xA0...0x24F, 0x370...0x52F, 0x2000...0x22FF, 0xFEFF: true
        default: false
        }
    }
}
