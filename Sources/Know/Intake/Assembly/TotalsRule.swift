/// Tells sums from orders among the rows that a word such as "Total" names: a customer may be called so.
///
/// What adds up exactly is believed first, then what stands below rows that it adds up, and only then what nearly fits.
struct TotalsRule {
    /// A row in question.
    struct Candidate {
        var micros: Int128
        /// Whether the name goes on behind the word, as in "Total sales" and "Total Polska": then nothing but a sum that
        /// fits exactly tells.
        var isPhrase: Bool
        /// The rows since the candidate before, or since the file's start.
        var above: TotalsStretch
    }

    /// Among fewer orders somebody may well bring about as much as all others.
    static let fewestRows = 20
    /// One part of so many is how far a sum may be off.
    static let tolerance: Int128 = 20

    private let candidates: [Candidate]
    /// All rows of the file but the candidates.
    private let all: TotalsStretch
    private var isSum: [Bool]

    /// - Parameter below: The rows below the last candidate.
    /// - Returns: For each candidate whether it is a sum.
    static func sums(among candidates: [Candidate], below: TotalsStretch) -> [Bool] {
        var rule = TotalsRule(candidates, below: below)
        if rule.all.isEmpty { return rule.isSum }
        if rule.findByPlace() || rule.findExact() { return rule.isSum }
        rule.findNear()
        return rule.isSum
    }

    private init(_ candidates: [Candidate], below: TotalsStretch) {
        self.candidates = candidates
        all = candidates.reduce(into: below) { $0.add($1.above) }
        isSum = candidates.map { _ in false }
    }

    // MARK: By place

    /// Sums of pages or months, each below its rows: where most add up, the others that nearly do are sums with a slip.
    private mutating func findByPlace() -> Bool {
        var fits = candidates.map { _ in false }
        // Since the last sum, with customers of such a name in between; and since the file's start, carried forward.
        var since = TotalsStretch()
        var start = TotalsStretch()
        var carried = candidates.map { _ in false }
        for (place, candidate) in candidates.enumerated() {
            since.add(candidate.above)
            start.add(candidate.above)
            let isBelowRows = !candidate.above.isEmpty
            fits[place] = isBelowRows && (candidate.equals(candidate.above) || candidate.equals(since))
            carried[place] = isBelowRows && candidate.equals(start)
            if fits[place] { since = TotalsStretch() } else { since.add(order: candidate.micros) }
        }
        let isCarried = carried.count(where: \.self) > fits.count(where: \.self)
        if isCarried { fits = carried }
        let found = fits.count(where: \.self)
        let inQuestion = candidates.count { !$0.above.isEmpty && !isWhole($0) }
        guard found >= 2, found * 4 >= inQuestion * 3, all.rows > found else { return false }
        isSum = fits
        start = TotalsStretch()
        for (place, candidate) in candidates.enumerated() {
            start.add(candidate.above)
            if isNear(candidate, isCarried ? start : candidate.above) || isWhole(candidate) { isSum[place] = true }
        }
        return true
    }

    /// Whether the candidate is the sum of all rows of a file that has sums of parts, or nearly.
    private func isWhole(_ candidate: Candidate) -> Bool {
        candidate.equals(all) || all.rows >= Self.fewestRows && isNear(candidate, all)
    }

    // MARK: By what adds up

    private mutating func findExact() -> Bool {
        let whole = candidates.indices.filter { candidates[$0].equals(all) }
        for place in whole { isSum[place] = true }
        let parts = candidates.indices.filter { !isSum[$0] }
        let partSum = sum(of: parts)
        // Single orders are no parts, but where the sum of all stands below as well.
        if !parts.isEmpty, all.sums.contains(partSum), !whole.isEmpty || all.rows > parts.count {
            isSum = isSum.map { _ in true }
            return true
        }
        if let last = whole.first { return findCarried(to: last) }
        // A sum that counts the orders of customers called so.
        var kept: Int128 = 0
        for (place, candidate) in candidates.enumerated() {
            if kept != 0, all.sums.contains(candidate.micros - kept) { isSum[place] = true }
            if !isSum[place] { kept += candidate.micros }
        }
        if isSum.contains(true) { return true }
        if let largest = largest, parts.count > 1, all.sums.contains(2 * candidates[largest].micros - partSum) {
            isSum[largest] = true
        }
        return isSum.contains(true)
    }

    /// Sums carried forward, one below the other, up to that of all: 250, 500, 750, 1,000.
    private mutating func findCarried(to last: Int) -> Bool {
        var first = last
        while first > 0, candidates[first].above.isEmpty, candidates[first - 1].micros < candidates[first].micros {
            first -= 1
        }
        if last - first >= 2 { for place in first...last { isSum[place] = true } }
        return true
    }

    // MARK: By what nearly fits

    private mutating func findNear() {
        guard all.rows >= Self.fewestRows, all.sum > 0 else { return }
        let words = candidates.indices.filter { !candidates[$0].isPhrase }
        let whole = words.filter { isNear(candidates[$0], all) || isAboveUnknown(candidates[$0]) }
        for place in whole { isSum[place] = true }
        let parts = words.filter { !isSum[$0] }
        let partSum = sum(of: parts)
        // Pages and months have several rows each, and so are few.
        let areFew = parts.count > 1 && parts.count * 5 <= all.rows
        let hasWhole = whole.contains { candidates[$0].micros == partSum }
        if areFew, hasWhole || Self.isNear(partSum, all) { for place in parts { isSum[place] = true } }
    }

    /// Whether the candidate is as much above the sum of the rows as those whose money cannot be read may bring.
    private func isAboveUnknown(_ candidate: Candidate) -> Bool {
        guard all.unknownRows > 0 else { return false }
        let room = all.sum * Int128(2 * all.unknownRows) / Int128(all.rows)
        return candidate.micros >= all.sum && candidate.micros <= all.sum + room
    }

    private func isNear(_ candidate: Candidate, _ stretch: TotalsStretch) -> Bool {
        Self.isNear(candidate.micros, stretch)
    }

    private static func isNear(_ micros: Int128, _ stretch: TotalsStretch) -> Bool {
        guard !stretch.isEmpty else { return false }
        return stretch.sums.contains { ($0 - micros).magnitude * tolerance.magnitude <= $0.magnitude && $0 != 0 }
    }

    private var largest: Int? { candidates.indices.max { candidates[$0].micros < candidates[$1].micros } }

    private func sum(of places: [Int]) -> Int128 { places.reduce(0) { $0 + candidates[$1].micros } }
}

extension TotalsRule.Candidate {
    /// Whether it is the sum of these rows; nothing adds up to nothing.
    fileprivate func equals(_ stretch: TotalsStretch) -> Bool {
        micros != 0 && !stretch.isEmpty && stretch.sums.contains(micros)
    }
}
