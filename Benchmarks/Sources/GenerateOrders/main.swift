import Foundation
import SampleShop

// GenerateOrders ORDERS SHAPE [SEED]: writes a file of orders to standard output, the same one every time.

func generate(_ count: Int, shape: Shape, seed: UInt64) throws {
    var writer = try RowWriter(file: STDOUT_FILENO, shape: shape)
    if shape == .lines {
        var orders: [GeneratedOrder] = []
        orders.reserveCapacity(count)
        Shop.forEachOrder(count, seed: seed) { order, _ in orders.append(order) }
        let shuffle = Shuffle(count: count * 3, seed: seed)
        for row in 0..<count * 3 {
            let (number, line) = shuffle.position(of: row).quotientAndRemainder(dividingBy: 3)
            try writer.write(line: line, of: orders[number], number: number)
        }
    } else {
        try Shop.forEachOrder(count, seed: seed) { order, number in try writer.write(order, number: number) }
    }
    try writer.finish()
}

let arguments = CommandLine.arguments.dropFirst()
guard (2...3).contains(arguments.count), let count = Shop.orderCount(arguments[1]),
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
