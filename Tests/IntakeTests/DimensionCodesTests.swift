import Domain
import Ledger
import Testing

@testable import Intake

@Suite("More values than codes") struct DimensionCodesTests {
    /// A name without digits, another for each number.
    private static func town(_ number: Int) -> String {
        String(String.UnicodeScalarView("\(number)".unicodeScalars.map { Unicode.Scalar($0.value + 49) ?? $0 }))
    }

    /// A file in which every fifth row is of one city, and the others of ever new ones.
    private static func shop(rows: Int, from first: Int = 0) -> String {
        var text = "order,customer,date,total,city\n"
        for row in first..<first + rows {
            let city = row % 5 == 4 ? "Łódź" : Self.town(row * 7_919 % 100_003)
            text += "\(row + 1),\(row % 997),2026-01-05,1.00,\(city)\n"
        }
        return text
    }

    @Test("keep the first of the file, however the work is shared")
    func oneFile() throws {
        let text = Self.shop(rows: 90_000)
        let alone = try read(text, options: IntakeOptions(workers: 1), chunkSize: 1 << 16)
        let cities = try #require(alone.ledger.dimensions.first { $0.dimension == .city })
        #expect(Set(cities.values).count == DimensionCodes.limit + 2)
        #expect(cities.values.contains("Łódź") && cities.values.contains(Self.town(0)) && cities.values.contains("…"))
        for workers in 2...4 {
            let shared = try read(text, options: IntakeOptions(workers: workers), chunkSize: 1 << 16)
            #expect(shared.ledger.columns == alone.ledger.columns, "\(workers) workers")
        }
    }

    @Test("keep the first of several files")
    func severalFiles() throws {
        let files = [Self.shop(rows: 50_000), Self.shop(rows: 50_000, from: 50_000)]
        func cities(_ workers: Int) throws -> IntakeResult {
            try read(
                files.map { MemoryFile($0) }, options: IntakeOptions(workers: workers), chunkSize: 1 << 16)
        }
        let alone = try cities(1)
        #expect(alone.ledger.dimensions.first?.values.contains(Self.town(0)) == true)
        #expect(try cities(3).ledger.columns == alone.ledger.columns)
    }

    @Test("at the limit, nothing is lost")
    func limit() throws {
        var text = "order,customer,date,total,city\n"
        for row in 0..<DimensionCodes.limit { text += "\(row + 1),7,2026-01-05,1.00,\(Self.town(row))\n" }
        let result = try read(text, options: IntakeOptions(workers: 2), chunkSize: 1 << 16)
        let cities = try #require(result.ledger.dimensions.first)
        let used = Set(cities.codes.map { cities.values[Int($0)] })
        #expect(used.count == DimensionCodes.limit && !used.contains("…"))
        let more = try read(text + "99999,7,2026-01-05,1.00,one more\n", options: IntakeOptions(workers: 1))
        let codes = try #require(more.ledger.dimensions.first)
        #expect(Set(codes.codes.map { codes.values[Int($0)] }).contains("…"))
    }
}
