import Domain
import Metrics

extension ShopMetrics {
    /// The comparison where the data can tell change from chance: else neither its table nor a trend is shown.
    var toldChange: ChangeTable? {
        cannotSay.contains { $0.question == .isItGettingBetter } ? nil : change
    }
}

extension ChangeTable {
    /// Days of the present period.
    var dayCount: Int { Int(now.upperBound.number) - Int(now.lowerBound.number) + 1 }
}
