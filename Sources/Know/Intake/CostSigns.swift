/// How many costs of one kind stand above zero and how many below it, beside amounts above zero.
public struct CostSigns: Hashable, Sendable {
    /// The column's name.
    public internal(set) var column = ""
    public internal(set) var above = 0
    public internal(set) var below = 0
    /// Whether costs below zero were taken for costs, and those above it for money that came back.
    public internal(set) var isNegative = false
    /// Whether the first rows said otherwise.
    public internal(set) var isRevised = false

    private static let fewestOfAll = 20

    /// Whether most costs are written below zero, as statements of account have them.
    var saysNegative: Bool { below > above }

    /// Whether so many have the other sign that money which came back is no likely reason.
    public var areMixed: Bool { min(above, below) * Self.fewestOfAll > above + below }

    mutating func add(_ micros: Int64) {
        if micros > 0 { above &+= 1 }
        if micros < 0 { below &+= 1 }
    }

    mutating func add(_ other: CostSigns) {
        above += other.above
        below += other.below
    }
}
