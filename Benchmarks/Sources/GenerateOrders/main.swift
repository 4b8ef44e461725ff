import Foundation

// GenerateOrders ORDERS SHAPE [SEED]: writes a file of orders to standard output, the same one every time.

/// Reads `5000000`, `5M` or `200k`.
func orderCount(_ text: String) -> Int? {
    let factor = text.hasSuffix("M") ? 1_000_000 : text.hasSuffix("k") ? 1_000 : 1
    guard let number = Int(factor == 1 ? text : String(text.dropLast())), number > 0 else { return nil }
    let (count, overflow) = number.multipliedReportingOverflow(by: factor)
    // Fewer customers might all leave before the last order; order numbers have eight digits.
    return overflow || !(10_000...80_000_000).contains(count) ? nil : count
}

/// Calls `body` with each of the first `count` orders of a shop with a tenth as many customers.
func forEachOrder(_ count: Int, seed: UInt64, _ body: (GeneratedOrder, Int) throws -> Void) throws {
    var shop = Shop(customers: count / 10, seed: seed)
    var number = 0
    while number < count {
        for order in shop.nextWindow().prefix(count - number) {
            try body(order, number)
            number += 1
        }
    }
}

func generate(_ count: Int, shape: Shape, seed: UInt64) throws {
    var writer = try RowWriter(file: STDOUT_FILENO, shape: shape)
    if shape == .lines {
        var orders: [GeneratedOrder] = []
        orders.reserveCapacity(count)
        try forEachOrder(count, seed: seed) { order, _ in orders.append(order) }
        let shuffle = Shuffle(count: count * 3, seed: seed)
        for row in 0..<count * 3 {
            let (number, line) = shuffle.position(of: row).quotientAndRemainder(dividingBy: 3)
            try writer.write(line: line, of: orders[number], number: number)
        }
    } else {
        try forEachOrder(count, seed: seed) { order, number in try writer.write(order, number: number) }
    }
    try writer.finish()
}

let arguments = CommandLine.arguments.dropFirst()
guard (2...3).contains(arguments.count), let count = orderCount(arguments[1]),
    let shape = Shape(rawValue: arguments[2]), let seed = arguments.count == 3 ? UInt64(arguments[3]) : 1
else {
    FileHandle.standardError.write(
        Data("usage: GenerateOrders ORDERS plain|quoted|email|lines [SEED] > FILE\nORDERS: 10k to 80M\n".utf8))
    exit(64)
}
do {
    try generate(count, shape: shape, seed: seed)
} catch {
    FileHandle.standardError.write(Data("GenerateOrders: \(error.localizedDescription)\n".utf8))
    exit(1)
}
