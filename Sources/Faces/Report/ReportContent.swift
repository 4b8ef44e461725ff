import Domain
public import Forecast
public import Metrics

/// Everything that a report tells, in whatever form it is told.
public struct ReportContent: Sendable {
    public var metrics: ShopMetrics
    public var intake: IntakeSummary

    /// What the shop is called; nil: the first file's name stands for it.
    public var shopName: String?

    /// What customers will be worth, or why that cannot be told; nil where it was not asked for.
    public var value: Result<ValueAhead, ModelChoice.Failure>?

    public init(
        metrics: ShopMetrics, intake: IntakeSummary, shopName: String? = nil,
        value: Result<ValueAhead, ModelChoice.Failure>? = nil
    ) {
        self.metrics = metrics
        self.value = value
        self.intake = intake
        self.shopName = shopName
    }

    /// What stands at the head of a page.
    var title: String { shopName ?? fileNames.first ?? "Perennial" }

    /// The files' names without their folders: a page is shown to others, whom the folders do not concern.
    var fileNames: [String] { intake.fileNames }

    func formats(_ language: Language) -> Formats { Formats(language: language, currency: metrics.currency) }
}
