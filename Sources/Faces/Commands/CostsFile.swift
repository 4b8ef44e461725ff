import Domain
import Foundation
import Intake
import Metrics

/// Reads what winning customers cost: month, source, spend, and perhaps how many customers it won.
enum CostsFile {
    /// What is wrong with the file, and where.
    enum Problem: Error, Equatable {
        case missingColumn(String, present: [String])
        case badValue(line: Int, column: String, text: String)
        case tooManyRows(limit: Int)
        case noRows
        case doubtfulTotal(line: Int, text: String)

        func message(in language: Language) -> String {
            switch self {
            case .missingColumn(let name, let present):
                Phrase(
                    en: "there is no column “\(name)” (the file has: \(present.joined(separator: ", "))).",
                    pl: "brak kolumny „\(name)” (w pliku są: \(present.joined(separator: ", "))).",
                    ru: "нет столбца «\(name)» (в файле есть: \(present.joined(separator: ", ")))."
                )[language]
            case .badValue(let line, let column, let text):
                Phrase(
                    en: "line \(line): “\(text)” is no value for “\(column)”.",
                    pl: "wiersz \(line): „\(text)” nie jest wartością kolumny „\(column)”.",
                    ru: "строка \(line): «\(text)» не подходит для столбца «\(column)».")[language]
            case .tooManyRows(let limit):
                Phrase(
                    en: "--costs takes fewer than \(limit) rows: one a month and source.",
                    pl: "--costs przyjmuje mniej niż \(limit) wierszy: jeden na miesiąc i źródło.",
                    ru: "--costs принимает меньше \(limit) строк: по одной на месяц и источник.")[language]
            case .doubtfulTotal(let line, let text):
                Phrase(
                    en: "line \(line): “\(text)” names a sum, but it is not that of its month or of all rows."
                        + " Mend the sum, leave the row out, or write the source in another way.",
                    pl: "wiersz \(line): „\(text)” oznacza sumę, ale nie jest to suma miesiąca ani wszystkich wierszy."
                        + " Popraw sumę, usuń wiersz albo zapisz źródło inaczej.",
                    ru: "строка \(line): «\(text)» означает итог, но это не сумма месяца и не сумма всех строк."
                        + " Исправьте итог, удалите строку или запишите источник иначе.")[language]
            case .noRows:
                Phrase(
                    en: "there are no costs below the header. Write lines such as 2026-01,google,1500.00.",
                    pl: "pod nagłówkiem nie ma kosztów. Zapisz wiersze takie jak 2026-01,google,1500.00.",
                    ru: "под заголовком нет расходов. Запишите строки вида 2026-01,google,1500.00.")[language]
            }
        }
    }

    /// What the file says, and the lines of its sums, which are left out.
    struct Contents {
        var costs: [AcquisitionCost] = []
        var totals: [Int] = []

        /// Says which lines were left out; nil where none was.
        func remark(in language: Language) -> String? {
            guard let first = totals.first else { return nil }
            let more = totals.count > 1 ? ", …" : ""
            let count = language.count(totals.count)
            return Phrase(
                en: "--costs: rows that are sums of others and are left out: \(count) (line \(first)\(more)).",
                pl: "--costs: pominięte wiersze, które są sumą innych: \(count) (wiersz \(first)\(more)).",
                ru: "--costs: пропущены строки с суммой других: \(count) (строка \(first)\(more)).")[language]
        }
    }

    private static let names: [String: [String]] = [
        "month": ["month", "miesiąc", "miesiac", "месяц"],
        "source": ["source", "channel", "źródło", "zrodlo", "kanał", "источник", "канал"],
        "spend": ["spend", "cost", "costs", "koszt", "koszty", "wydatki", "расход", "расходы", "затраты"],
        "new customers": ["new customers", "new_customers", "newcustomers", "nowi klienci", "новые клиенты"],
    ]

    private static let rowLimit = 5_000

    /// - Throws: `OrderFileError`, or a `FileBesideProblem` with a `Problem` inside.
    static func read(_ path: String, currency: Currency) throws -> Contents {
        try FileBeside.readTable(path) { try parse($0, delimiter: $1, currency: currency) }
    }

    static func parse(
        _ bytes: [UInt8], delimiter: UInt8, currency: Currency
    ) throws(Problem) -> Contents {
        let table = SampleTable(parsing: bytes, delimiter: delimiter, isWhole: true, mostRows: .max)
        func column(_ name: String) -> Int? {
            table.header.firstIndex { names[name, default: []].contains($0.lowercased()) }
        }
        guard let month = column("month") else { throw .missingColumn("month", present: table.header) }
        guard let spend = column("spend") else { throw .missingColumn("spend", present: table.header) }
        guard !table.rows.isEmpty else { throw .noRows }
        guard table.rows.count < rowLimit else { throw .tooManyRows(limit: rowLimit) }
        let (source, won) = (column("source"), column("new customers"))
        var lines: [(line: Int, cost: AcquisitionCost)] = []
        for (place, row) in table.rows.enumerated() {
            let line = table.linesBeforeHeader + place + 2
            func text(_ column: Int?) -> String {
                guard let column, column < row.count else { return "" }
                return row[column].trimmingCharacters(in: .whitespaces)
            }
            guard let day = Day(text(month).prefix(7) + "-01") else {
                throw .badValue(line: line, column: "month", text: text(month))
            }
            guard let money = WrittenAmount.minorUnits(of: text(spend), in: currency), money >= 0 else {
                throw .badValue(line: line, column: "spend", text: text(spend))
            }
            let customers = Int(text(won))
            guard text(won).isEmpty || (customers ?? -1) >= 0 else {
                throw .badValue(line: line, column: "new customers", text: text(won))
            }
            let name = text(source)
            let cost = AcquisitionCost(
                month: CalendarPeriod(.month, containing: day), source: name.isEmpty ? nil : name, spend: money,
                newCustomers: customers)
            lines.append((line, cost))
        }
        return try contents(lines)
    }

    /// Leaves out sums: rows whose source is a word for them, and whose spend is that of the month or of all others.
    private static func contents(_ lines: [(line: Int, cost: AcquisitionCost)]) throws(Problem) -> Contents {
        func isNamed(_ cost: AcquisitionCost) -> Bool { cost.source.map(TotalsRow.isNamed) ?? false }
        var contents = Contents(costs: lines.map(\.cost).filter { !isNamed($0) })
        // Where nothing else is told, they are what the shop spent.
        if contents.costs.isEmpty { return Contents(costs: lines.map(\.cost)) }
        func sum(_ costs: [AcquisitionCost]) -> Int128 { costs.reduce(0) { $0 + Int128($1.spend) } }
        let all = sum(contents.costs)
        for (line, cost) in lines where isNamed(cost) {
            let month = contents.costs.filter { $0.month == cost.month }
            guard [all, sum(month)].contains(Int128(cost.spend)) else {
                throw .doubtfulTotal(line: line, text: cost.source ?? "")
            }
            contents.totals.append(line)
        }
        return contents
    }
}
