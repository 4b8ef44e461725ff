import Ledger
import TestSupport
import Testing

@testable import Metrics

@Suite("The VIP rule") struct VIPRuleTests {
    /// The list by its definition: highest amounts first, ties by identifier, until the share is reached.
    private func plain(_ amounts: [Int64], share: Double) -> Set<Int> {
        let goal = share * Double(amounts.filter { $0 > 0 }.reduce(0, +))
        let order = amounts.indices.sorted { (amounts[$1], "c\($0)") < (amounts[$0], "c\($1)") }
        var sum = 0 as Int64
        var list: Set<Int> = []
        for customer in order where amounts[customer] > 0 && Double(sum) < goal {
            sum += amounts[customer]
            list.insert(customer)
        }
        return list
    }

    @Test("finds in one bucket what sorting all would find", arguments: 0..<60 as Range<UInt64>)
    func lists(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let spread = [1, 3, 200, 1_000_000, Int64.max / 1_000].randomElement(using: &random)!
        let amounts = (0..<Int.random(in: 0...400, using: &random)).map { _ in
            Int64.random(in: -spread / 4...spread, using: &random)
        }
        var customers = CustomerTable.Builder()
        for customer in amounts.indices { customers.append(text: Array("c\(customer)".utf8)) }
        let buckets = MoneyBuckets { _ in 0 }
        var words = Array(repeating: Int64(0), count: MoneyBuckets.count * MoneyBuckets.words)
        for amount in amounts { buckets.add(amount, to: &words) }
        for share in [0, 0.2, 0.5, 1] {
            let border = VIPBorder(share: share, buckets: words[...])
            let open = amounts.indices.filter { border.holds(amounts[$0]) == nil }
            let rule = VIPRule(
                border, candidates: open.map { ($0, amounts[$0]) }, customers: customers.build())
            let list = Set(amounts.indices.filter { rule.holds($0, amount: amounts[$0]) })
            #expect(list == plain(amounts, share: share), "share \(share)")
            for customer in amounts.indices {
                if let isVIP = border.holds(amounts[customer]) { #expect(isVIP == list.contains(customer)) }
            }
        }
    }
}
