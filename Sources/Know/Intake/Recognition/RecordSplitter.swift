/// One record of delimited text and the physical line it starts on, counted from 0.
struct SampleRecord: Sendable {
    let line: Int
    private(set) var fields: [String]
    /// Fields that stood in quotes, by their places.
    var quoted: Set<Int> = []
    /// The currencies that the numbers of a spreadsheet were marked with, by their places.
    private(set) var currencies: [Int: String] = [:]

    init(line: Int, fields: [String], quoted: Set<Int> = []) {
        self.line = line
        self.fields = fields
        self.quoted = quoted
    }

    /// Parts the numbers of a spreadsheet from the currencies that they are marked with.
    mutating func takeCurrencies() {
        for place in fields.indices {
            guard let (number, currency) = CurrencyMark.parts(of: fields[place]) else { continue }
            fields[place] = number
            currencies[place] = currency
        }
    }

    var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

    var filledCount: Int { fields.count { !$0.allSatisfy(\.isWhitespace) } }
}

/// Splits the first rows of a text by RFC 4180: quotes at a field's start, doubled quotes and line breaks inside.
///
/// Made for a sample; the whole file goes through the fast scanner.
enum RecordSplitter {
    /// At most `limit` records. The last one is dropped when it has no line break, or an open quote, and the text
    /// is only the start of a longer one.
    static func records(of text: [UInt8], delimiter: UInt8, isWhole: Bool, limit: Int = .max) -> [SampleRecord] {
        var splitter = Splitter(delimiter: delimiter, limit: limit)
        let hasMark = text.starts(with: [0xEF, 0xBB, 0xBF])
        splitter.read(hasMark ? text[3...] : text[...])
        if isWhole { splitter.finishLast() }
        return splitter.records
    }

    private struct Splitter {
        let delimiter: UInt8
        let limit: Int
        var records: [SampleRecord] = []
        private var fields: [String] = []
        private var quoted: Set<Int> = []
        private var field: [UInt8] = []
        private var isQuoted = false
        private var sawQuote = false
        private var line = 0
        private var recordLine = 0

        init(delimiter: UInt8, limit: Int) {
            self.delimiter = delimiter
            self.limit = limit
        }

        mutating func read(_ text: ArraySlice<UInt8>) {
            let quote = UInt8(ascii: "\"")
            var index = text.startIndex
            while index < text.endIndex, records.count < limit {
                let byte = text[index]
                index += 1
                let endsLine = byte == 10 || byte == 13
                // CRLF is one line break.
                let isPair = byte == 13 && index < text.endIndex && text[index] == 10
                if isPair { index += 1 }
                if endsLine { line += 1 }
                if isQuoted {
                    if byte != quote {
                        field.append(byte)
                        if isPair { field.append(10) }
                    } else if index < text.endIndex, text[index] == quote {
                        field.append(quote)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else if byte == quote, field.isEmpty, !sawQuote {
                    isQuoted = true
                    sawQuote = true
                } else if byte == delimiter {
                    finishField()
                } else if endsLine {
                    finishRecord()
                } else {
                    field.append(byte)
                }
            }
        }

        mutating func finishLast() {
            if records.count < limit, !fields.isEmpty || !field.isEmpty || sawQuote { finishRecord() }
        }

        private mutating func finishField() {
            if sawQuote { quoted.insert(fields.count) }
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            isQuoted = false
            sawQuote = false
        }

        private mutating func finishRecord() {
            finishField()
            records.append(SampleRecord(line: recordLine, fields: fields, quoted: quoted))
            fields.removeAll(keepingCapacity: true)
            quoted.removeAll(keepingCapacity: true)
            recordLine = line
        }
    }
}
