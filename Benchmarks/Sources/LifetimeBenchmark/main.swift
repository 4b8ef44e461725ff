import BenchmarkSupport
import Forecast
import Foundation
import LifetimeValue
import SampleShop

// LifetimeBenchmark fits BASE             fits BG/NBD and Gamma-Gamma once to a file of GenerateBase
// LifetimeBenchmark forecast ORDERS RUNS  forecasts a shop from a ledger in memory, in each of four ways
// LifetimeBenchmark steps ORDERS          takes the steps of a forecast apart
// LifetimeBenchmark report FILE           goes through the steps of a report on a plain file of orders
//
// Each prints one line of JSON for each run.

func tell(_ answer: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try FileHandle.standardOutput.write(contentsOf: encoder.encode(answer) + Data("\n".utf8))
}

let forecasts: [(name: String, options: ForecastOptions)] = [
    ("model chosen", ForecastOptions()),
    ("model chosen, intervals", ForecastOptions(withIntervals: true)),
    ("mbg-nbd asked for", ForecastOptions(model: .mbgNBD)),
    ("pareto-nbd asked for", ForecastOptions(model: .paretoNBD)),
]

func run(_ arguments: [String]) throws -> Bool {
    switch (arguments.first, arguments.count) {
    case ("fits", 2): try tell(FitsBenchmark(arguments[1]))
    case ("report", 2): try tell(ReportBenchmark(arguments[1]))
    case ("steps", 2):
        guard let orders = Shop.orderCount(arguments[1]) else { return false }
        try tell(ForecastSteps(of: sampleLedger(orders: orders, seed: 1)))
    case ("forecast", 3):
        guard let orders = Shop.orderCount(arguments[1]), let runs = Int(arguments[2]) else { return false }
        let ledger = sampleLedger(orders: orders, seed: 1)
        for _ in 0..<runs {
            for (name, options) in forecasts { try tell(ForecastBenchmark(name, of: ledger, options: options)) }
        }
    default: return false
    }
    return true
}

do {
    guard try run(Array(CommandLine.arguments.dropFirst())) else {
        FileHandle.standardError.write(
            Data("usage: LifetimeBenchmark fits|report FILE, steps ORDERS, or forecast ORDERS RUNS\n".utf8))
        exit(64)
    }
} catch {
    FileHandle.standardError.write(Data("LifetimeBenchmark: \(error)\n".utf8))
    exit(1)
}
