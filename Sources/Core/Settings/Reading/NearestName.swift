/// Of some known names, the one that was most likely meant.
enum NearestName {
    /// The known name with the fewest letters to change; one whose last word was given goes before. The first of equals.
    ///
    /// - Parameter separator: What stands between the words of a name.
    static func of(_ name: String, among known: [String], separator: Character) -> String {
        let last = name.split(separator: separator).last.map { String($0).lowercased() }
        let distances = known.map { candidate in
            let isSameWord = candidate.split(separator: separator).last.map { $0.lowercased() } == last
            return distance(Array(name.lowercased().utf8.prefix(100)), Array(candidate.lowercased().utf8))
                - (isSameWord ? sameWordWeight : 0)
        }
        guard let least = distances.min(), let place = distances.firstIndex(of: least) else { return "" }
        return known[place]
    }

    /// As many letters as a forgotten first word may have: `port` is `http.port` rather than `workers`.
    private static let sameWordWeight = 8

    /// Letters to insert, remove or replace, and neighbours to swap, on the way from one to the other.
    ///
    /// Source: the “optimal string alignment” distance (Damerau 1964, Wagner and Fischer 1974).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var now = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var least = min(now[column] + 1, last[column + 1] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                now.append(least)
            }
            (beforeLast, last) = (last, now)
        }
        return last[right.count]
    }
}
