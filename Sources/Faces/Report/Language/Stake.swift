import Domain
import Metrics

extension ShopMetrics {
    /// The contribution in a finding's money; nil where there is no money or contribution is not known
    /// (docs/metrics.md, "Findings").
    ///
    /// What a source's customers do not bring back is contribution as it is; that of all the lapsing and of five points
    /// more is known.
    /// Any other money is taken to leave as much of itself as the shop's net revenue does.
    func contributionAtStake(_ finding: Finding) -> MinorUnits? {
        guard let money = finding.moneyAtStake, let share = overview.contributionShare else { return nil }
        switch finding.fact {
        case .acquisitionNotRecovered: return money
        case .lapsingRevenue(activity.lapsing, _): return activity.contributionAtRisk
        case .keepMore: return netFlow.fivePointsMoreContribution
        default:
            let contribution = (Double(money) * share).rounded()
            return abs(contribution) < 9e18 ? MinorUnits(contribution) : nil
        }
    }
}

extension FindingWords {
    /// The contribution in the money beside a finding, as a sentence; nil where the money is one already.
    func contribution(_ finding: Finding, in metrics: ShopMetrics) -> String? {
        if case .acquisitionNotRecovered = finding.fact { return nil }
        return metrics.contributionAtStake(finding).map {
            ContributionTexts.atStake(formats.money($0))[formats.language]
        }
    }
}
