import Domain
import TestSupport

@testable import Intake

/// Generated files with all that documents are made of: several lines an order, states, refunds on rows of their own and
/// beside the order, customers named on one line alone, currencies, costs, texts in several scripts.
struct DocumentFiles {
    let texts: [String]
    let options: IntakeOptions

    init(seed: UInt64, workers: Int) {
        var random = SeededGenerator(seed: seed)
        var shape = Shape(using: &random)
        let count = Int.random(in: 1...3, using: &random) == 1 ? 2 : 1
        texts = (0..<count).map { _ in shape.text(using: &random) }
        var options = IntakeOptions(keptRejects: nil, workers: workers)
        if shape.hasCurrency {
            options.baseCurrency = Currency("PLN")
            options.rates = try? ExchangeRates(
                parsing: "day,currency,rate\n2025-12-01,EUR,4.2\n2026-01-10,EUR,4.31\n2025-12-01,USD,3.9\n")
        }
        if Int.random(in: 0..<4, using: &random) == 0 { options.filters = [RowFilter("country!=DE")].compactMap { $0 } }
        if !shape.hasCountry { options.filters = [] }
        self.options = options
    }

    private struct Shape {
        let hasOrder: Bool
        let hasLines: Bool
        let hasEmail: Bool
        let hasPhone: Bool
        let hasStatus: Bool
        let hasRefunded: Bool
        let hasRefundOf: Bool
        let hasCost: Bool
        let hasCountry: Bool
        let hasCurrency: Bool
        let namesOnce: Bool
        var number = 0

        init(using random: inout SeededGenerator) {
            func flip(_ chances: Int = 2) -> Bool { Int.random(in: 0..<chances, using: &random) == 0 }
            hasOrder = !flip(4)
            hasLines = flip()
            (hasEmail, hasPhone) = (flip(), flip())
            hasStatus = flip()
            hasRefunded = !hasLines && flip()
            hasRefundOf = hasOrder && flip(3)
            hasCost = flip(3)
            hasCountry = flip()
            hasCurrency = flip(3)
            namesOnce = hasOrder && flip(3)
        }

        var header: String {
            var names = ["customer_id", "date"]
            if hasOrder { names.append("order_id") }
            if hasEmail { names.append("email") }
            if hasPhone { names.append("phone") }
            names += hasLines ? ["sku", "product name", "quantity", "unit price"] : ["total"]
            if hasStatus { names.append("status") }
            if hasRefunded { names.append("refunded amount") }
            if hasRefundOf { names.append("refund of") }
            if hasCost { names.append("cost") }
            if hasCountry { names.append("country") }
            if hasCurrency { names.append("currency") }
            return names.joined(separator: ",")
        }

        mutating func text(using random: inout SeededGenerator) -> String {
            var lines = [header, line(order: "1", customer: "7", isFirst: true, isPlain: true, using: &random)]
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                number += 1
                let order = pick(["\(100 + number)", "A-\(number)", "№ \(number)", "\(100 + number / 2)"], &random)
                let customer = pick(["7", "8", "99", "C-1", "Ада", "", "123456789"], &random)
                for row in 0..<Int.random(in: 1...3, using: &random) {
                    lines.append(
                        line(order: order, customer: customer, isFirst: row == 0, isPlain: false, using: &random))
                }
            }
            if Bool.random(using: &random) {
                let last = lines.remove(at: Int.random(in: 2..<lines.count, using: &random))
                lines.append(last)
            }
            return lines.joined(separator: "\n") + "\n"
        }

        private func line(
            order: String, customer: String, isFirst: Bool, isPlain: Bool, using random: inout SeededGenerator
        ) -> String {
            func odd(_ chances: Int) -> Bool { !isPlain && Int.random(in: 0..<chances, using: &random) == 0 }
            let isNamed = isFirst || !namesOnce
            let day = Int.random(in: 13...28, using: &random)
            let clock = pick(["", "T10:20:30", " 23:59", "T08:00:07"], &random)
            var fields = [isNamed ? customer : "", odd(12) ? "" : "2026-01-\(day)\(clock)"]
            if hasOrder { fields.append(odd(25) ? "" : order) }
            if hasEmail {
                fields.append(isNamed ? pick(["Anna@Example.com", "b@example.com", "", "guest"], &random) : "")
            }
            if hasPhone { fields.append(isNamed ? pick(["+48 600 100 200", "600100200", ""], &random) : "") }
            let money = ["12.50", "3", "0.00", "-4.25", "100.10", "7.005"]
            if hasLines {
                fields += [
                    "S\(day)", pick(["Tea", "\"Tea, \"\"green\"\"\"", "Чай «зелёный»", "Żółć", ""], &random),
                    odd(12) ? pick(["", "x"], &random) : pick(["1", "2", "-1", "0.5"], &random),
                    odd(15) ? "" : pick(money, &random),
                ]
            } else {
                fields.append(odd(8) ? "" : isPlain ? "12.50" : pick(money, &random))
            }
            if hasStatus { fields.append(pick(["paid", "paid", "", "cancelled", "refunded", "test"], &random)) }
            if hasRefunded { fields.append(pick(["", "", "0.00", "2.50", "12.50"], &random)) }
            if hasRefundOf { fields.append(odd(4) ? pick(["101", "1", "A-2", "nothing"], &random) : "") }
            if hasCost { fields.append(pick(["1.00", "", "0.50"], &random)) }
            if hasCountry { fields.append(pick(["PL", "DE", "Беларусь"], &random)) }
            if hasCurrency { fields.append(isPlain ? "PLN" : pick(["PLN", "PLN", "EUR", "USD"], &random)) }
            return fields.joined(separator: ",")
        }

        private func pick(_ texts: [String], _ random: inout SeededGenerator) -> String {
            texts.randomElement(using: &random)!
        }
    }
}
