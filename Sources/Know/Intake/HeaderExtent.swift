/// Where the rows of a file begin: behind what stands above the header, and the header.
struct HeaderExtent {
    /// Line feeds up to there.
    let lines: Int
    let bytes: Int

    /// - Parameter linesBefore: Line ends above the header row, as `SampleTable` counts them.
    init(_ head: [UInt8], linesBefore: Int, delimiter: UInt8) {
        var place = 0
        var ends = 0
        while place < head.count, ends < linesBefore {
            if Self.isLineEnd(head, place) { ends += 1 }
            place += 1
        }
        place = Self.recordEnd(head, from: place, delimiter: delimiter)
        bytes = place
        lines = head[..<place].count { $0 == UInt8(ascii: "\n") }
    }

    /// A line feed, or a carriage return that none follows.
    private static func isLineEnd(_ head: [UInt8], _ place: Int) -> Bool {
        if head[place] == UInt8(ascii: "\n") { return true }
        guard head[place] == UInt8(ascii: "\r") else { return false }
        return place + 1 < head.count && head[place + 1] != UInt8(ascii: "\n")
    }

    /// The place behind the record that begins at `start`; quotes count where a field begins.
    private static func recordEnd(_ head: [UInt8], from start: Int, delimiter: UInt8) -> Int {
        var place = start
        var isQuoted = false
        var fieldStart = true
        while place < head.count {
            let byte = head[place]
            place += 1
            if byte == UInt8(ascii: "\"") {
                // A doubled quote closes and opens again.
                if isQuoted || fieldStart || head[place - 2] == byte { isQuoted.toggle() }
            } else if !isQuoted, isLineEnd(head, place - 1) {
                return place
            }
            fieldStart = !isQuoted && byte == delimiter
        }
        return place
    }
}
