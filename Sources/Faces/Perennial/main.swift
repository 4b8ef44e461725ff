import Intake
import IntakeFormats
import Ledger

let started = ContinuousClock.now
let files = try CommandLine.arguments.dropFirst().map { try OrderFiles.open($0, encoding: nil, sheet: nil) }
let intake = try OrderIntake(files)
for column in intake.files[0].recognition.columns { print(column) }
print(intake.files[0].recognition.plan)
let result = try intake.read(options: IntakeOptions())
print(result.accounting)
print(result.rejects.prefix(5))
print(result.ledger.documentCount, result.ledger.customerCount, result.ledger.unidentified, result.conflictingOrders, result.conflictExamples, result.totalIsRepeated)
print(result.ledger.brokenInvariant() ?? "ok")
var gross: Int64 = 0, refunds: Int64 = 0, orders = 0
for i in 0..<result.ledger.documentCount { if result.ledger.kinds[i] == .order { gross += result.ledger.minorUnits[i]; orders += 1 } else { refunds += result.ledger.minorUnits[i] } }
print(orders, gross, refunds)
print(ContinuousClock.now - started)
