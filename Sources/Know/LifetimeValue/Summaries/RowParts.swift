/// Rows of one frequency each, few enough for many cores to share the work on large bases. Parts depend on the base alone,
/// so that sums over them are the same to the last digit on any machine.
struct RowParts: Equatable, Sendable {
    private struct Part: Equatable, Sendable {
        let group: Int
        let frequency: Int32
        let rows: Range<Int>
    }

    private var parts: [Part] = []
    private let groups: Int
    private let isLarge: Bool

    private static let mostRows = 8_192

    init(_ groups: [PurchaseSummaries.Group]) {
        self.groups = groups.count
        isLarge = (groups.last?.rows.upperBound ?? 0) > 2 * Self.mostRows
        for (place, group) in groups.enumerated() {
            for start in stride(from: group.rows.lowerBound, to: group.rows.upperBound, by: Self.mostRows) {
                let rows = start..<min(start + Self.mostRows, group.rows.upperBound)
                parts.append(Part(group: place, frequency: group.frequency, rows: rows))
            }
        }
    }

    /// A sum for each group, over its parts.
    func sums<Sum: BitwiseCopyable>(
        of zero: Sum, _ add: (Sum, Sum) -> Sum, _ work: @Sendable (Int32, Range<Int>) -> Sum
    ) -> [Sum] {
        let found = Parallel.array(parts.count, of: Sum.self) { slots in
            // Small bases are done before another core is awake.
            guard isLarge else {
                for place in parts.indices { slots.set(place, work(parts[place].frequency, parts[place].rows)) }
                return
            }
            Parallel.forEach(parts.count) { slots.set($0, work(parts[$0].frequency, parts[$0].rows)) }
        }
        var sums = [Sum](repeating: zero, count: groups)
        for (part, own) in zip(parts, found) { sums[part.group] = add(sums[part.group], own) }
        return sums
    }
}

extension PurchaseSummaries {
    /// Sums over the rows of each group.
    func sums(_ work: @Sendable (Int32, Range<Int>) -> LeavingSums) -> [LeavingSums] {
        parts.sums(of: LeavingSums(), +, work)
    }
}
