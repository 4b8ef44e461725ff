import SampleShop

/// The kinds of file that shops export.
enum Shape: String, CaseIterable {
    /// One order a row, comma, decimal point, no quotes.
    case plain
    /// One order a row, semicolon, decimal comma, every field in quotes.
    case quoted
    /// As `plain`, but customers are known by their e-mail addresses.
    case email
    /// Three order lines an order, all rows shuffled.
    case lines
}

/// Writes orders as rows of one shape. The first order has the number 10000000, the first customer 1000000.
struct RowWriter: ~Copyable {
    private var text: TextWriter
    private let shape: Shape
    private let dates = DateTexts()
    private let people = People()

    init(file: Int32, shape: Shape) throws {
        text = TextWriter(file: file)
        self.shape = shape
        switch shape {
        case .plain: text.append("order_id,customer_id,timestamp,amount,currency")
        case .quoted: text.append(#""order_id";"customer_id";"timestamp";"amount";"currency""#)
        case .email: text.append("order_id,email,timestamp,amount,currency")
        case .lines: text.append("order_id,customer_id,timestamp,product,quantity,unit_price,currency")
        }
        try text.endRow()
    }

    /// Writes an order that is one row.
    mutating func write(_ order: GeneratedOrder, number: Int) throws {
        if shape == .quoted { return try writeQuoted(order, number: number) }
        writeOrderNumber(number)
        text.append(UInt8(ascii: ","))
        if shape == .email { people.writeAddress(of: order.customer, to: &text) } else { writeCustomer(order) }
        text.append(UInt8(ascii: ","))
        dates.write(order.second, to: &text)
        text.append(UInt8(ascii: ","))
        text.append(cents: order.cents, decimalMark: UInt8(ascii: "."))
        text.append(",EUR")
        try text.endRow()
    }

    private mutating func writeQuoted(_ order: GeneratedOrder, number: Int) throws {
        text.append(UInt8(ascii: "\""))
        writeOrderNumber(number)
        text.append("\";\"")
        writeCustomer(order)
        text.append("\";\"")
        dates.write(order.second, to: &text)
        text.append("\";\"")
        text.append(cents: order.cents, decimalMark: UInt8(ascii: ","))
        text.append("\";\"EUR\"")
        try text.endRow()
    }

    /// Writes one of the three lines of an order; what is on it depends on the order's number and the line alone.
    mutating func write(line: Int, of order: GeneratedOrder, number: Int) throws {
        let word = SplitMix64.mixed(UInt64(number) &* 3 &+ UInt64(line))
        let first = UInt32(truncatingIfNeeded: word & 0xFFFF)
        let second = UInt32(truncatingIfNeeded: word >> 16 & 0xFFFF)
        // Products of two even shares: low product numbers are the popular ones, one piece the usual quantity.
        let product = (((first * second) >> 16) * 20_000) >> 16
        let quantity = ((((first * (65_535 - second)) >> 16) * 5) >> 16) + 1
        let price = max(1, order.cents.magnitude / (3 * quantity) + UInt32(word >> 56))
        writeOrderNumber(number)
        text.append(UInt8(ascii: ","))
        writeCustomer(order)
        text.append(UInt8(ascii: ","))
        dates.write(order.second, to: &text)
        text.append(",SKU-")
        text.append(product, width: 5)
        text.append(UInt8(ascii: ","))
        if order.cents < 0 { text.append(UInt8(ascii: "-")) }
        text.append(quantity)
        text.append(UInt8(ascii: ","))
        text.append(cents: Int32(price), decimalMark: UInt8(ascii: "."))
        text.append(",EUR")
        try text.endRow()
    }

    consuming func finish() throws { try text.flush() }

    private mutating func writeOrderNumber(_ number: Int) { text.append(UInt32(10_000_000 + number), width: 8) }

    private mutating func writeCustomer(_ order: GeneratedOrder) { text.append(1_000_000 + order.customer, width: 7) }
}
