import Domain
import Foundation
import Ledger
import TestSupport

/// Shops made by chance of which it is known who should foretell them best.
enum GeneratedShop {
    static let firstDay = Day("2022-01-01")!
    static let days = 730

    /// Everybody buys every four weeks, give or take three days, and leaves after any purchase with a chance of one in
    /// ten: whoever is silent for longer than a month has left, and all others are alike.
    static func regular(customers: Int, seed: UInt64) -> Ledger {
        ledger(customers: customers, seed: seed) { random in
            var day = Double.random(in: 0..<Double(days), using: &random)
            var purchases: [Double] = []
            while day < Double(days) {
                purchases.append(day)
                guard Double.random(in: 0..<1, using: &random) > 0.1 else { break }
                day += Double.random(in: 25...31, using: &random)
            }
            return purchases
        }
    }

    /// Everybody buys at a rate of their own, some every week and some once a year, and leaves with a chance of their own.
    static func diverse(customers: Int, seed: UInt64) -> Ledger {
        ledger(customers: customers, seed: seed) { random in
            let gap = 40 / exponential(&random)
            // Beta(1, 5).
            let leaving = 1 - pow(Double.random(in: 0..<1, using: &random), 0.2)
            var day = Double.random(in: 0..<Double(days), using: &random)
            var purchases: [Double] = []
            while day < Double(days) {
                purchases.append(day)
                guard Double.random(in: 0..<1, using: &random) > leaving else { break }
                day += gap * exponential(&random)
            }
            return purchases
        }
    }

    /// Documents of all kinds on days that collide.
    static func random(customers: Int, seed: UInt64) -> [LedgerDocument] {
        var random = SeededGenerator(seed: seed)
        let days = [1, 8, 60, 400, 900].randomElement(using: &random)!
        return (0..<customers).flatMap { customer in
            (0..<Int.random(in: 1...12, using: &random)).map { _ in
                let draw = Int.random(in: 0..<12, using: &random)
                let kind: OrderKind = draw == 0 ? .reversed : draw < 3 ? .refund : .order
                let money = Int64.random(in: 0...9, using: &random) * 125
                return LedgerDocument(
                    customer: "c\(customer)", day: firstDay.advanced(by: Int.random(in: 0..<days, using: &random)),
                    minorUnits: kind == .refund ? -money : money, kind: kind)
            }
        }
    }

    private static func ledger(
        customers: Int, seed: UInt64, life: (inout SeededGenerator) -> [Double]
    ) -> Ledger {
        var random = SeededGenerator(seed: seed)
        let documents = (0..<customers).flatMap { customer in
            life(&random).map { day in
                LedgerDocument(
                    customer: "\(customer)", day: firstDay.advanced(by: Int(day)),
                    minorUnits: Int64.random(in: 1_000...5_000, using: &random))
            }
        }
        return Ledger(documents, currency: Currency("EUR")!)
    }

    private static func exponential(_ random: inout SeededGenerator) -> Double {
        -log(1 - Double.random(in: 0..<1, using: &random))
    }
}
