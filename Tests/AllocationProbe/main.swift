import CAllocationCount
import Domain
import Intake
import Ledger
import Metrics

// AllocationProbe metrics|reading ORDERS CUSTOMERS: prints the bytes that the work asked the allocator for. A program of
// its own, so that nothing else allocates meanwhile.

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let work = arguments.first, let orders = Int(arguments[2]),
    let customers = Int(arguments[3]), orders >= customers, customers > 0
else { fatalError("usage: AllocationProbe metrics|reading ORDERS CUSTOMERS") }

let shop = ProbeShop(orders: orders, customers: customers)
switch work {
case "metrics":
    let ledger = shop.ledger
    // The first use of anything fills caches of the runtime.
    _ = ShopMetrics(of: ProbeShop(orders: 100, customers: 10).ledger, options: MetricsOptions(workers: 1))
    let before = allocated_bytes()
    let metrics = ShopMetrics(of: ledger, options: MetricsOptions(workers: 1))
    let after = allocated_bytes()
    precondition(metrics.overview.orders == orders && metrics.overview.customers == customers)
    print(before < 0 ? -1 : after - before)
case "reading":
    let file = ProbeFile(shop.text)
    _ = try OrderIntake([ProbeFile(ProbeShop(orders: 100, customers: 10).text)]).read(
        options: IntakeOptions(workers: 1))
    let before = allocated_bytes()
    let ledger = try OrderIntake([file]).read(options: IntakeOptions(workers: 1)).ledger
    let after = allocated_bytes()
    precondition(ledger.documentCount == orders && ledger.customerCount == customers)
    print(before < 0 ? -1 : after - before)
default: fatalError("no such work: \(work)")
}
