public import Ledger
import Metrics

extension Ledger {
    /// A ledger of at most `count` of the customers with all their documents, chosen by chance; the ledger itself where
    /// it has no more.
    ///
    /// Chance is drawn from the customers' identifiers and the seed, so that the order of rows does not matter. The sample
    /// keeps no dimensions, contributions or sales to unknown customers.
    public func sample(of count: Int, seed: UInt64) -> Ledger {
        guard customerCount > count else { return self }
        let chosen = chosenPlaces(count, seed: seed)
        var builder = CustomerTable.Builder()
        builder.reserve(chosen.count)
        var (days, minutes, money, kinds, offsets): ([Int32], [UInt16], [Int64], [OrderKind], [Int]) =
            ([], [], [], [], [0])
        for place in chosen {
            let documents = self.offsets[place]..<self.offsets[place + 1]
            days += self.days[documents]
            minutes += self.minutes[documents]
            money += minorUnits[documents]
            kinds += self.kinds[documents]
            offsets.append(days.count)
            builder.append(text: Array(customers[place].utf8))
        }
        return Ledger(
            currency: currency, days: days, minutes: minutes, minorUnits: money, kinds: kinds, offsets: offsets,
            customers: builder.build())
    }

    private func chosenPlaces(_ count: Int, seed: UInt64) -> [Int] {
        var random = SplitMix(seed: seed)
        let salt = random.next()
        // A few more than are wanted by their hashes; of these the smallest.
        let share = min(1, (Double(count) + 4 * Double(count).squareRoot()) / Double(customerCount))
        let limit = share < 1 ? UInt64(share * 0x1p64) : UInt64.max
        var candidates: [(hash: UInt64, place: Int)] = []
        for place in 0..<customerCount {
            var chance = SplitMix(seed: customers.hash(of: place) ^ salt)
            let hash = chance.next()
            if hash <= limit { candidates.append((hash, place)) }
        }
        candidates.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
        return candidates.prefix(max(0, count)).map(\.place).sorted()
    }
}
