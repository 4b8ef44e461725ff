import Domain
public import Forecast
public import Ledger
public import LifetimeValue
import Metrics

/// Everything that the answer of a forecast tells, in whatever form.
public struct ForecastContent: Sendable {
    public var forecast: ShopForecast
    /// Of the ledger that the forecast is of.
    public var ids: CustomerTable
    public var intake: IntakeSummary
    /// The unit in which times are told: those of the models' parameters, recency and age.
    public var timeUnit: TimeUnit
    /// What the shop is called; nil: the first file's name stands for it.
    public var shopName: String?
    /// The orders tell costs, but value is net revenue.
    public var leavesCostsOut: Bool

    public init(
        forecast: ShopForecast, ids: CustomerTable, intake: IntakeSummary, timeUnit: TimeUnit = .week,
        shopName: String? = nil, leavesCostsOut: Bool = false
    ) {
        self.forecast = forecast
        self.ids = ids
        self.intake = intake
        self.timeUnit = timeUnit
        self.shopName = shopName
        self.leavesCostsOut = leavesCostsOut
    }

    var title: String { shopName ?? intake.fileNames.first ?? "Perennial" }

    func formats(_ language: Language) -> Formats { Formats(language: language, currency: forecast.currency) }

    var asOf: Day { forecast.summaries.asOf }

    /// The days that a week ahead covers, both included.
    func days(of week: ForecastTotal) -> ClosedRange<Day> {
        asOf.advanced(by: Int(week.start.rounded()) + 1)...asOf.advanced(by: Int(week.end.rounded()))
    }

    /// What each customer bought, by place among those who have purchased.
    func purchases(_ place: Int) -> CustomerPurchases {
        forecast.summaries.customers[Int(forecast.summaries.places[place])]
    }

    func id(_ place: Int) -> String { ids[Int(forecast.summaries.places[place])] }
}
