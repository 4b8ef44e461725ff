import Foundation
import SampleShop

// GenerateBase CUSTOMERS [SEED]: writes the summaries of a simulated base to standard output, the same ones every time:
// frequency, recency and age in days, and mean amount of each customer as four doubles.

func generate(_ count: Int, seed: UInt64) throws {
    var base = SampleBase(seed: seed)
    var left = count
    while left > 0 {
        var numbers: [Double] = []
        for _ in 0..<min(left, 65_536) {
            let customer = base.next()
            numbers += [customer.frequency, customer.recency, customer.age].map(Double.init) + [customer.meanAmount]
        }
        try FileHandle.standardOutput.write(contentsOf: numbers.withUnsafeBytes { Data($0) })
        left -= numbers.count / 4
    }
}

let arguments = CommandLine.arguments.dropFirst()
guard (1...2).contains(arguments.count), let count = Int(arguments[1]), count > 0,
    let seed = arguments.count == 2 ? UInt64(arguments[2]) : 1
else {
    FileHandle.standardError.write(Data("usage: GenerateBase CUSTOMERS [SEED] > FILE\n".utf8))
    exit(64)
}
do {
    try generate(count, seed: seed)
} catch {
    FileHandle.standardError.write(Data("GenerateBase: \(error.localizedDescription)\n".utf8))
    exit(1)
}
