/// The phrases of a vocabulary, written down in one text and parted by commas.
///
/// They are ours and plain: lower-case words that `HeaderName` neither cuts nor pairs. So the thousands of them are read
/// at the start of a run without being taken apart like the names of a file, which may be written anyhow.
enum PhraseList {
    /// What `HeaderName.key` is of each phrase.
    static func keys(of text: String) -> [String] {
        phrases(of: text).map { phrase in plain(phrase) ?? name(phrase).key }
    }

    /// What `HeaderName.words` are of each phrase: the stems of a pattern.
    static func words(of text: String) -> [[String]] {
        phrases(of: text).map { phrase in
            let words = phrase.split(whereSeparator: isBlank).map(plain)
            return words.contains(nil) ? name(phrase).words : words.compactMap(\.self)
        }
    }

    private static func phrases(of text: String) -> [ArraySlice<UInt8>] {
        Array(text.utf8).split(separator: UInt8(ascii: ","))
    }

    private static func name(_ phrase: ArraySlice<UInt8>) -> HeaderName {
        HeaderName(String(decoding: phrase, as: UTF8.self))
    }

    /// The letters without their marks, written together; nil where there are others than `KnownLetters`.
    private static func plain(_ text: ArraySlice<UInt8>) -> String? {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count)
        var bytes = text.makeIterator()
        while let byte = bytes.next() {
            if byte &- 97 < 26 || byte &- 48 < 10 {
                letters.append(byte)
            } else if !isBlank(byte) {
                // The other letters of our languages take two bytes.
                guard byte & 0xE0 == 0xC0, let second = bytes.next(),
                    let letter = KnownLetters.withoutMark(UInt32(byte & 0x1F) << 6 | UInt32(second & 0x3F))
                else { return nil }
                letters.append(contentsOf: letter.utf8)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
}
