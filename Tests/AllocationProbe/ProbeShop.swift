import Domain
import Ledger

/// Two years of orders, as many for each customer, on days that depend on both.
struct ProbeShop {
    let orders: Int
    let customers: Int

    private static let firstDay = Day.number(year: 2023, month: 1, day: 1)

    private func order(_ number: Int) -> (customer: Int, day: Int, cents: Int) {
        let (customer, turn) = (number % customers, number / customers)
        let turns = (orders + customers - 1) / customers
        // Some customers buy dearer than others, however many orders they have.
        let cents = (1_000 + number * 7_919 % 9_000) * (1 + customer % 97)
        return (customer, turn * 700 / max(1, turns - 1) + customer % 30, cents)
    }

    var ledger: Ledger {
        var builder = CustomerTable.Builder()
        var offsets = [0]
        var (days, money) = ([Int32](), [Int64]())
        for customer in 0..<customers {
            builder.append(number: UInt64(1_000_000 + customer))
            for number in stride(from: customer, to: orders, by: customers) {
                let order = order(number)
                days.append(Self.firstDay + Int32(order.day))
                money.append(Int64(order.cents))
            }
            offsets.append(days.count)
        }
        guard let euro = Currency("EUR") else { preconditionFailure("EUR is a currency") }
        return Ledger(
            currency: euro, days: days, minutes: Array(repeating: 600, count: orders), minorUnits: money,
            kinds: Array(repeating: .order, count: orders), offsets: offsets, customers: builder.build())
    }

    /// The same orders as a file, in the order of their numbers.
    var text: [UInt8] {
        var text = "order_id,customer_id,timestamp,amount,currency\n"
        for number in 0..<orders {
            let order = order(number)
            let day = Day(number: Self.firstDay + Int32(order.day))
            let cents = "\(order.cents / 100).\(order.cents % 100 / 10)\(order.cents % 10)"
            text += "\(10_000_000 + number),\(1_000_000 + order.customer),\(day)T10:00:00,\(cents),EUR\n"
        }
        return Array(text.utf8)
    }
}
