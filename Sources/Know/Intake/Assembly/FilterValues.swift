/// What the rows have in the column of one filter, until one of them has the value that the filter names.
struct FilterValues {
    /// A value where it was met first.
    private struct Sighting {
        var file: Int
        var chunk: Int
        var text: String
    }

    private(set) var isMet = false
    private var seen: [Sighting] = []
    private var keys: [UInt64] = []
    private var lastKey: UInt64 = 0

    /// More values than that are not listed anyway.
    static let most = 12

    /// Takes in a row's value; whether it is the one that the filter names.
    @inline(__always)
    mutating func add(_ value: Bytes, isNamed: Bool, file: Int, chunk: Int) {
        if isMet { return }
        if isNamed {
            self = FilterValues()
            isMet = true
        } else if !value.isEmpty, seen.count <= Self.most {
            note(value, file: file, chunk: chunk)
        }
    }

    private mutating func note(_ value: Bytes, file: Int, chunk: Int) {
        let key = Hashing.text(value).key
        guard key != lastKey else { return }
        lastKey = key
        guard !keys.contains(key) else { return }
        keys.append(key)
        seen.append(Sighting(file: file, chunk: chunk, text: value.text))
    }

    /// Takes in what another worker met.
    mutating func merge(_ other: FilterValues) {
        isMet = isMet || other.isMet
        seen += other.seen
    }

    /// The first different values of the files; the list is cut where there are more than `most`.
    var values: (first: [String], areAll: Bool) {
        var texts: [String] = []
        for sighting in seen.sorted(by: { ($0.file, $0.chunk) < ($1.file, $1.chunk) })
        where !texts.contains(sighting.text) {
            texts.append(sighting.text)
        }
        return (Array(texts.prefix(Self.most)), texts.count <= Self.most)
    }
}
