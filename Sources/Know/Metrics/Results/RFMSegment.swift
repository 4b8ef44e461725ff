/// The eleven usual segments; their raw values are stable keys in every language.
public enum RFMSegment: String, CaseIterable, Sendable {
    case champions
    case loyal
    case potentialLoyalist
    case newCustomers
    case promising
    case needAttention
    case aboutToSleep
    case atRisk
    case cantLoseThem
    case hibernating
    case lost

    /// The segment of each of the 125 cells; docs/metrics.md shows them as a table.
    public init(of scores: RFMScores) {
        let (frequency, monetary) = (scores.frequency, scores.monetary)
        switch scores.recency {
        case 5...: self = Self.fresh(frequency, monetary)
        case 4: self = Self.recent(frequency, monetary)
        case 3:
            self =
                frequency >= 4
                ? (monetary >= 3 ? .loyal : .needAttention) : frequency == 3 ? .needAttention : .aboutToSleep
        case 2: self = frequency >= 3 ? .atRisk : .hibernating
        default: self = Self.old(frequency, monetary)
        }
    }

    private static func fresh(_ frequency: Int, _ monetary: Int) -> RFMSegment {
        switch frequency {
        case 4...: monetary >= 4 ? .champions : .loyal
        case 3: .potentialLoyalist
        default: .newCustomers
        }
    }

    private static func recent(_ frequency: Int, _ monetary: Int) -> RFMSegment {
        switch frequency {
        case 4...: frequency == 5 && monetary == 5 ? .champions : .loyal
        case 3: .potentialLoyalist
        default: .promising
        }
    }

    private static func old(_ frequency: Int, _ monetary: Int) -> RFMSegment {
        switch frequency {
        case 4...: monetary >= 4 ? .cantLoseThem : .atRisk
        case 3: monetary >= 3 ? .atRisk : .hibernating
        default: .lost
        }
    }
}
