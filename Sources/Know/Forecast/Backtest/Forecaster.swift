public import LifetimeValue

/// Who makes a forecast: a model or a simple rule.
public enum Forecaster: Hashable, Sendable {
    case model(PurchaseModelName)
    case rule(SimpleRule)

    /// The key that programs read.
    public var key: String {
        switch self {
        case .model(let name): name.rawValue
        case .rule(let rule): rule.rawValue
        }
    }

    public var isModel: Bool {
        switch self {
        case .model: true
        case .rule: false
        }
    }
}

/// A forecast that needs no model (docs/lifetime-value/backtest.md, "The simple rules").
public enum SimpleRule: String, CaseIterable, Sendable {
    /// Each customer goes on as in the last year.
    case lastYear
    /// Who bought within the window W goes on as customers did who were active then; all others never buy again.
    /// Source: Wübben and von Wangenheim, “Instant Customer Base Analysis: Managerial Heuristics Often ‘Get It Right’”,
    /// Journal of Marketing 72(3), 2008.
    case hiatus
    /// Each customer does what the mean customer has done.
    case mean
}
