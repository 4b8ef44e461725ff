import Domain
import Ledger
import TestSupport

/// Small shops with everything in them: several orders a day, refunds that come before any order, reversed orders,
/// free orders, customers with refunds alone, codes and contributions.
struct RandomShop {
    let documents: [LedgerDocument]
    let unidentified: UnidentifiedSales

    static let currency = Currency("EUR")!

    init(seed: UInt64, customers: Int = 40, days: Int? = nil) {
        var random = SeededGenerator(seed: seed)
        let days = days ?? [1, 3, 40, 200, 400, 500, 800, 1_100].randomElement(using: &random)!
        let start = Day("2023-01-17")!.advanced(by: Int.random(in: 0..<400, using: &random))
        let withContributions = Bool.random(using: &random)
        var documents: [LedgerDocument] = []
        for customer in 0..<customers {
            let first = Int.random(in: 0..<days, using: &random)
            let rhythm = Int.random(in: 1...max(1, days / 4), using: &random)
            var day = first
            for _ in 0..<Int.random(in: 1...14, using: &random) where day < days {
                documents.append(
                    Self.document(
                        customer: "c\(customer)", day: start.advanced(by: day), contributions: withContributions,
                        &random))
                if Int.random(in: 0..<4, using: &random) > 0 { day += Int.random(in: 0...rhythm, using: &random) }
            }
        }
        self.documents = documents.shuffled(using: &random)
        unidentified = UnidentifiedSales(
            orders: 3, grossMinorUnits: Int64.random(in: 0..<10_000, using: &random), refundMinorUnits: 77,
            firstDay: start.number, lastDay: start.number)
    }

    private static func document(
        customer: String, day: Day, contributions: Bool, _ random: inout SeededGenerator
    ) -> LedgerDocument {
        let draw = Int.random(in: 0..<20, using: &random)
        let money = Int64.random(in: 0...8, using: &random) * 250
        let kind: OrderKind = draw == 0 ? .reversed : draw < 3 ? .refund : .order
        let sources = ["ads", "mail", "shop"]
        return LedgerDocument(
            customer: customer, day: day,
            minute: draw % 2 == 0 ? Int.random(in: 0..<1_440, using: &random) : nil,
            minorUnits: kind == .refund ? -money : money, kind: kind,
            contribution: contributions ? (kind == .refund ? -money / 3 : money / 3) : nil,
            dimensions: [
                .source: sources.randomElement(using: &random)!, .coupon: draw % 5 == 0 ? "TEN" : "",
                .country: draw % 7 == 0 ? "" : "PL",
            ])
    }

    var ledger: Ledger { Ledger(documents, currency: Self.currency, unidentified: unidentified) }
}
