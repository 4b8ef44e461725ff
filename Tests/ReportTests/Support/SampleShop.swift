import Domain
import Forecast
import Intake
import Ledger
import Metrics
import Report
import TestSupport

/// Small shops whose orders are made by hand or drawn from a seed; the same on every machine.
enum SampleShop {
    /// A shop with everything that a report can tell: dimensions, times, refunds, costs and a margin.
    static let garden: ReportContent = make(months: 19, newcomersAMonth: 26, cents: 100, withEverything: true)

    /// Nothing was ever sold.
    static let empty = content(of: [], currency: "EUR")

    /// One order in total.
    static let single = content(
        of: [LedgerDocument(customer: "1", day: day("2026-03-01"), minorUnits: 1_299)], currency: "PLN")

    /// All in one month, without times of day.
    static let oneMonth: ReportContent = make(months: 1, newcomersAMonth: 60, cents: 100, withEverything: false)

    /// Ten years, and amounts of the size that currencies with many zeros have.
    static let decade: ReportContent = make(months: 120, newcomersAMonth: 4, cents: 900_000_000, withEverything: true)

    static let all: [(name: String, content: ReportContent)] = [
        ("garden", garden), ("empty", empty), ("single", single), ("one month", oneMonth), ("decade", decade),
    ]

    /// Every shop's page in each language, drawn once for all tests.
    static let pages: [Language: [(name: String, page: String)]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (language, all.map { ($0.name, HTMLReport($0.content).page(language: language)) })
        })

    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("\(text) is a day") }
        return day
    }

    static func content(
        of documents: [LedgerDocument], currency: String, options: MetricsOptions = MetricsOptions(),
        unidentified: UnidentifiedSales = UnidentifiedSales(), intake: IntakeSummary = IntakeSummary()
    ) -> ReportContent {
        guard let currency = Currency(currency) else { preconditionFailure("\(currency) is a currency") }
        let ledger = Ledger(documents, currency: currency, unidentified: unidentified)
        let metrics = ShopMetrics(of: ledger, options: options)
        return ReportContent(
            metrics: metrics, intake: intake, shopName: "Garden & Sons",
            value: ValueAhead.make(of: ledger, metrics: metrics, asOf: options.asOf))
    }

    /// Customers who come back with a chance that depends on their country, at a pace of their own.
    static func make(months: Int, newcomersAMonth: Int, cents: Int64, withEverything: Bool) -> ReportContent {
        var random = SeededGenerator(seed: UInt64(months))
        var documents: [LedgerDocument] = []
        let start = CalendarPeriod(.month, containing: day("2023-09-01"))
        let end = start.advanced(by: months - 1).lastDay.advanced(by: -9)
        for month in 0..<months {
            let period = start.advanced(by: month)
            for place in 0..<newcomersAMonth {
                let customer = "c\(month)-\(place)@example.com"
                var today = period.firstDay.advanced(by: Int.random(in: 0..<period.dayCount, using: &random))
                let pace = Int.random(in: 8...70, using: &random)
                let country = ["PL", "DE", "Česká republika i okolice", ""][Int.random(in: 0..<4, using: &random)]
                let source = ["Google Ads", "newsletter", ""][Int.random(in: 0..<3, using: &random)]
                repeat {
                    var document = LedgerDocument(
                        customer: customer, day: today, minorUnits: Int64.random(in: 9...90, using: &random) * cents)
                    if withEverything {
                        document.minute = Int.random(in: 480..<1_320, using: &random)
                        document.dimensions = [.country: country, .source: source]
                    }
                    documents.append(document)
                    if Int.random(in: 0..<20, using: &random) == 0 {
                        documents.append(LedgerDocument(customer: customer, day: today, minorUnits: -4 * cents))
                    }
                    today = today.advanced(by: pace + Int.random(in: -6...25, using: &random))
                } while today <= end && Int.random(in: 0..<100, using: &random) < (country == "PL" ? 80 : 62)
            }
        }
        return content(
            of: documents.filter { $0.day <= end }, currency: "PLN",
            options: withEverything ? options(from: start, months: months, cents: cents) : MetricsOptions(),
            unidentified: UnidentifiedSales(orders: 3, grossMinorUnits: 120 * cents, refundMinorUnits: 5 * cents),
            intake: intake)
    }

    private static func options(from start: CalendarPeriod, months: Int, cents: Int64) -> MetricsOptions {
        MetricsOptions(
            margin: Margin(basisPoints: 3_500),
            costs: (0..<months).flatMap { month in
                [
                    AcquisitionCost(month: start.advanced(by: month), source: "Google Ads", spend: 120 * cents),
                    AcquisitionCost(month: start.advanced(by: month), source: "newsletter", spend: 9 * cents),
                ]
            })
    }

    private static let intake = IntakeSummary(
        files: ["orders.csv", "orders-2024.csv"], rows: 1_240, accepted: 1_200, rejected: 5, ignored: 35,
        rejectedByReason: ["totalsRow": 1, "unreadableAmount": 4], ignoredByReason: ["blank": 30, "statusExcluded": 5],
        columns: [
            .init(role: .order, name: "Numer", samples: ["1001", "1002", "1003"]),
            .init(role: .email, name: "E-mail", samples: ["c0-0@example.com"]),
            .init(role: .amount, name: "Kwota <brutto>", samples: ["12,99", "48,00 zł", "\"7\""]),
        ],
        amountBasis: AmountBasis(isGross: true, includesShipping: false), timeZone: "Europe/Warsaw",
        statuses: [
            .init(text: "Anulowane", rule: .exclude, rows: 5), .init(text: "Zwrócone", rule: .reverse, rows: 2),
        ],
        notes: [
            .ordersUnderSeveralCustomers(2), .totalRepeatedOnLines(column: "Kwota", orders: 418),
            .totalOnOneLine(column: "Kwota"),
            .amountFromLines(quantity: "Ilość", unitPrice: "Cena"),
            .convertedCurrencies(rows: 3, codes: ["EUR", "CZK"]),
            .ordersRefunded(whole: 4, inPart: 1), .noTimes,
        ])
}
