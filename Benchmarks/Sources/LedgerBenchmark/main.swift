import BenchmarkSupport
import Foundation
import Intake
import Ledger
import Metrics
import SampleShop

// LedgerBenchmark ORDERS|FILE [RUNS]: makes a ledger in memory, or reads one from a file, and times all metrics of it.

func ledger(from source: String) throws -> Ledger {
    if let count = Shop.orderCount(source) { return sampleLedger(orders: count, seed: 1) }
    return try OrderIntake([PlainFile(source)]).read(options: IntakeOptions()).ledger
}

func benchmark(_ source: String, runs: Int) throws {
    let (building, made) = try Elapsed.measure { try ledger(from: source) }
    print(
        "ledger of \(made.documentCount) documents, \(made.customerCount) customers in",
        String(format: "%.3f s,", building.wall), "peak \(peakMegabytes()) MB")
    var times: [Double] = []
    for _ in 0..<runs {
        let (elapsed, metrics) = Elapsed.measure { ShopMetrics(of: made) }
        times.append(elapsed.wall)
        if times.count == 1 {
            let overview = metrics.overview
            print("\(overview.orders) orders, gross \(overview.grossRevenue), net \(overview.netRevenue) minor units")
        }
    }
    times.sort()
    let perDocument = times[0] / Double(max(1, made.documentCount)) * 1e9
    print(
        String(
            format: "all metrics: best %.3f s, median %.3f s of %d, %.1f ns a document, ", times[0],
            times[times.count / 2], runs, perDocument) + "peak \(peakMegabytes()) MB")
}

let arguments = Array(CommandLine.arguments.dropFirst())
let runs = arguments.count == 2 ? Int(arguments[1]) ?? 0 : 5
guard (1...2).contains(arguments.count), runs > 0 else {
    FileHandle.standardError.write(Data("usage: LedgerBenchmark ORDERS|FILE [RUNS]\nORDERS: such as 20M\n".utf8))
    exit(64)
}
do {
    try benchmark(arguments[0], runs: runs)
} catch {
    FileHandle.standardError.write(Data("LedgerBenchmark: \(error)\n".utf8))
    exit(1)
}
