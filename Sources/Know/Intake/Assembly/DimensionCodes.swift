// Unsafe memory: a string's bytes, within its closure.

/// The values of one dimension as one worker met them: code 0 is blank.
struct DimensionCodes: ~Copyable {
    /// Codes are 16 bits; what comes after `limit` different values is told as this one.
    static let overflow = UInt16.max - 1
    /// How many different values have a code of their own.
    static let limit = Int(overflow) - 1

    private var table = KeyTable()
    private(set) var values: [String] = [""]
    /// By value: the file and the chunk where the worker met it first.
    private(set) var places: [Place] = [Place(file: 0, chunk: 0)]
    /// The chunk that is being read.
    var place = Place(file: 0, chunk: 0)
    private var lastKey: UInt64 = 0
    private var lastCheck: UInt32 = 0
    private var lastCode: UInt16 = 0

    /// A stretch of a file that one worker reads in one go.
    struct Place: Sendable {
        var file: Int
        var chunk: Int
    }

    /// - Parameter values: Those that have codes, where that is known; no others get any then.
    init(_ values: [String] = []) {
        for value in values {
            var text = Array(value.utf8)
            let count = text.count
            text += [UInt8](repeating: 0, count: StructuralIndex.padding)
            text.withUnsafeBufferPointer { text in
                guard let start = text.baseAddress else { return }
                let (key, check) = Hashing.text(Bytes(start, count: count))
                _ = code(key, check, Bytes(start, count: count))
            }
        }
    }

    /// The code of a field, blanks around it already taken off.
    @inline(__always)
    mutating func code(of field: Bytes) -> UInt16 {
        if field.isEmpty { return 0 }
        let (key, check) = Hashing.text(field)
        if key == lastKey, check == lastCheck { return lastCode }
        lastKey = key
        lastCheck = check
        lastCode = code(key, check, field)
        return lastCode
    }

    private mutating func code(_ key: UInt64, _ check: UInt32, _ field: Bytes) -> UInt16 {
        let hash = Hashing.spread(key)
        if values.count > Self.limit {
            // A full table is only looked into: it must not grow with every new text.
            let place = KeyTable.place(of: key, check: check, hash: hash, slots: table.slots, mask: table.mask)
            let found = table.slots[place].code
            return found == KeyTable.vacant ? Self.overflow : UInt16(found + 1)
        }
        let (code, isNew) = table.code(of: key, check: check, hash: hash)
        if isNew {
            values.append(field.text)
            places.append(place)
        }
        return UInt16(code + 1)
    }
}

/// The values of one dimension as several workers met them.
struct FirstValues {
    /// The first `DimensionCodes.limit` in the order of the files; nil when there are no more than have codes.
    ///
    /// Each worker knows the first of its own part, and those of the whole are among them. But a worker whose codes
    /// were used up may have told one of them as one of the rest, so the files are read again with these.
    static func beyondLimit(_ workers: [(values: [String], places: [DimensionCodes.Place])]) -> [String]? {
        var met: [(place: DimensionCodes.Place, number: Int, value: String)] = []
        for (values, places) in workers {
            for number in values.indices.dropFirst() { met.append((places[number], number, values[number])) }
        }
        guard met.count > DimensionCodes.limit else { return nil }
        met.sort { ($0.place.file, $0.place.chunk, $0.number) < ($1.place.file, $1.place.chunk, $1.number) }
        // By their bytes: texts that look the same may be written in two ways, and have two codes.
        var known: Set<[UInt8]> = []
        var first: [String] = []
        for (_, _, value) in met where known.insert(Array(value.utf8)).inserted {
            if first.count == DimensionCodes.limit { return first }
            first.append(value)
        }
        return nil
    }
}
