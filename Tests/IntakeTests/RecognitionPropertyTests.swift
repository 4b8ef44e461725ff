import Domain
import Intake
import TestSupport
import Testing

@Suite("Recognition of anything") struct RecognitionPropertyTests {
    @Test("ends with a plan that fits the header, or with an error that has words", arguments: 0..<400)
    func randomTables(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let header = (0..<Int.random(in: 0...12, using: &random)).map { _ in Self.name(&random) }
        let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            (0..<Int.random(in: 0...14, using: &random)).map { _ in Self.cell(&random) }
        }
        var options = RecognitionOptions()
        if Bool.random(using: &random) { options.columns[Self.role(&random)] = Self.name(&random) }
        if Bool.random(using: &random) { options.basis = AmountBasis(isGross: Bool.random(using: &random)) }
        check(SampleTable(header: header, rows: rows), options, "seed \(seed)")
    }

    @Test("ends so for bytes of any kind too", arguments: 0..<400)
    func randomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab1;,\t|\"\n\r.-@ 2026-01-01 Totalżё".utf8) + [0, 0xFF, 0xC3]
        let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0
        }
        let delimiter = Dialect.detect(bytes)
        #expect(Dialect.delimiters.contains(delimiter))
        check(SampleTable(parsing: bytes, delimiter: delimiter), RecognitionOptions(), "seed \(seed)")
    }

    @Test("does not depend on the order of the columns", arguments: RecognitionExport.all)
    func shuffled(export: RecognitionExport) throws {
        let table = sample(export.text)
        for seed in 0..<5 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let order = table.header.indices.shuffled(using: &random)
            let rows = table.rows.map { row in order.map { $0 < row.count ? row[$0] : "" } }
            let mixed = try recognise(SampleTable(header: order.map { table.header[$0] }, rows: rows))
            let found = Dictionary(uniqueKeysWithValues: mixed.columns.map { ($0.role, $0.name) })
            #expect(found == export.roles, "seed \(seed)")
        }
    }

    @Test("reads names in capitals, in snake case and without marks alike", arguments: RecognitionExport.all)
    func spelling(export: RecognitionExport) throws {
        let table = sample(export.text)
        let plain = Dictionary(uniqueKeysWithValues: try recognise(table).columns.map { ($0.role, $0.column) })
        for respell in [{ $0.uppercased() }, { $0.lowercased() }] as [@Sendable (String) -> String] {
            let respelt = try recognise(SampleTable(header: table.header.map(respell), rows: table.rows))
            let found = Dictionary(uniqueKeysWithValues: respelt.columns.map { ($0.role, $0.column) })
            // Words that only capitals part run together, but the names known are also known so.
            #expect(found == plain)
        }
    }

    private func check(_ table: SampleTable, _ options: RecognitionOptions, _ comment: Comment) {
        do {
            let recognition = try recognise(table, options: options)
            let plan = recognition.plan
            #expect(plan.header == table.header, comment)
            #expect(plan.columns.values.allSatisfy(table.header.indices.contains), comment)
            #expect(!plan.identity.isEmpty && plan.identity.allSatisfy { plan.columns[$0] != nil }, comment)
            #expect(plan.columns[.date] != nil, comment)
            #expect(recognition.columns.allSatisfy { $0.samples.count <= 3 }, comment)
        } catch {
            for language in Language.allCases { #expect(!error.message(in: language).isEmpty, comment) }
        }
    }

    private static func role(_ random: inout SeededGenerator) -> ColumnRole {
        ColumnRole.allCases.randomElement(using: &random) ?? .order
    }

    private static func name(_ random: inout SeededGenerator) -> String {
        let names = [
            "Order ID", "id", "Name", "Data", "Дата", "Total", "Сумма", "Kwota (PLN)", "E-mail", "Телефон", "Status",
            "", " ",
            "Cena", "Ilość", "shipping", "TAX", "#3", "№", "%", "ЁЖ", "\u{1F600}", "created_at", "Customer",
            "orderTotalNet",
            "Подытог", "a\"b$", "net", "Source", "price", "qty", "currency", "line total", "wartość netto",
        ]
        return names.randomElement(using: &random) ?? ""
    }

    private static func cell(_ random: inout SeededGenerator) -> String {
        let cells = [
            "", " ", "1", "1,234", "1.234,56", "-5", "(3,00)", "2026-01-01", "01/02/2026", "31.12.2026 10:00",
            "20260101", "a@b.pl",
            "600100200", "paid", "Anulowane", "PLN", "€", "A B", "0", "\u{0}",
            "9999999999999999999999999999999999999999", "№",
            "1767225600", "tak", "Да", "--", "1e5", "Razem", "\u{301}\u{301}", "23%", "0001-01-01", "99999999",
        ]
        return cells.randomElement(using: &random) ?? ""
    }
}
