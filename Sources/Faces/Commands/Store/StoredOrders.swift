import ArgumentParser
import Customers
import Database
import Domain
import Foundation
import Intake
import Ledger
import Report
import Settings

/// The orders of a database, for the commands that tell of orders.
struct StoredOrders {
    let database: Settings.Database
    /// Later orders are not looked at.
    let lastDay: Day?
    let filters: [RowFilter]

    /// - Throws: `DatabaseError`; `FiltersNeedFiles`.
    func read(_ hasMargin: Bool) throws -> OrderReader.Orders {
        guard filters.isEmpty else { throw FiltersNeedFiles() }
        let (settings, lastDay) = (database, lastDay)
        let (ledger, account, business) = try Pending {
            let database = try await settings.open(at: .now)
            let read = try await database.read { session in
                (
                    try Ledger(from: session, until: lastDay), try session.importAccount(of: "orders"),
                    try session.business()
                )
            }
            try await database.close()
            return read
        }.wait()
        let coverage = ledger.costCoverage
        let summary = IntakeSummary(
            files: account.files, rows: account.rows, accepted: account.accepted, rejected: account.rejected,
            ignored: account.ignored, rejectedByReason: account.rejectedByReason,
            ignoredByReason: account.ignoredByReason, timeZone: business?.timeZone.identifier,
            notes: coverage.flatMap { coverage in
                CostGap(coverage, hasMargin: hasMargin).map { [.ordersWithoutCost($0, coverage)] }
            } ?? [],
            costs: coverage)
        return OrderReader.Orders(ledger: ledger, summary: summary)
    }
}

/// `--where` names columns, which a database of many files does not have.
struct FiltersNeedFiles: Error {
    let message = Phrase(
        en: "--where looks at the columns of files; a database is told of as a whole.",
        pl: "--where dotyczy kolumn plików; baza danych jest przedstawiana w całości.",
        ru: "--where относится к столбцам файлов; база данных рассматривается целиком.")
}
