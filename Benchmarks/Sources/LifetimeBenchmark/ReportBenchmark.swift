import BenchmarkSupport
import Forecast
import Intake
import Ledger
import LifetimeValue
import Metrics

/// The steps of `perennial report` on a file, with what the value of its customers adds to them.
struct ReportBenchmark: Encodable {
    let phases: Phases
    let model: String

    init(_ path: String) throws {
        var phases = Phases()
        let ledger = try phases.measure("reading") {
            try OrderIntake([PlainFile(path)]).read(options: IntakeOptions()).ledger
        }
        let metrics = phases.measure("metrics") { ShopMetrics(of: ledger) }
        let value = try phases.measure("value") {
            try ValueAhead.make(of: ledger, metrics: metrics, asOf: nil).get()
        }
        self.phases = phases
        model = value.forecast.choice.model.fittedName.rawValue
    }
}
