import Domain
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Filters and the rows of an order") struct FilterTests {
    private static func read(
        _ text: String, where filters: [String], asOf: String? = nil, workers: Int = 1,
        chunkSize: Int = Chunk.usualSize
    ) throws -> IntakeResult {
        let options = IntakeOptions(
            asOf: asOf.flatMap { Day($0) }, filters: try filters.map { try #require(RowFilter($0)) }, workers: workers)
        return try IntakeTests.read(text, options: options, chunkSize: chunkSize)
    }

    @Test("that name a value which no row has are known, with the first values there are", arguments: [1, 2, 3])
    func unmet(workers: Int) throws {
        let rows = (1...300).map { "\($0),c\($0 % 40),2026-01-02,1.00,\($0 % 2 == 0 ? "PL" : "DE"),\n" }.joined()
        let result = try Self.read(
            "order,customer,date,amount,country,coupon\n" + rows,
            where: ["country!=FR", "customer!=d1", "customer=c7", "coupon!=", "coupon!=X"], workers: workers,
            chunkSize: 200)
        #expect(result.unmetFilters.map(\.filter.value) == ["FR", "d1", "X"])
        #expect(result.unmetFilters.map(\.areAllValues) == [true, false, true])
        #expect(result.unmetFilters[0].values == ["DE", "PL"])
        #expect(result.unmetFilters[1].values == (1...12).map { "c\($0)" })
        #expect(result.unmetFilters[2].values.isEmpty)
    }

    @Test(
        "further rows that leave the column blank follow the first",
        arguments: [
            (["country=PL"], ["a 2026-01-02 order 20.00"]), (["country!=PL"], ["b 2026-01-03 order 24.00"]),
            (["country=DE"], ["b 2026-01-03 order 24.00"]), (["country=FR"], []),
            (["customer!=b"], ["a 2026-01-02 order 20.00"]), (["customer=b"], ["b 2026-01-03 order 24.00"]),
            (["country=PL", "coupon!=X"], ["a 2026-01-02 order 20.00"]), (["country=PL", "coupon=X"], []),
            (["country=DE", "coupon=x"], ["b 2026-01-03 order 24.00"]), (["coupon="], ["a 2026-01-02 order 20.00"]),
        ])
    func following(filters: [String], documents: [String]) throws {
        let result = try Self.read(
            """
            order,customer,date,quantity,price,country,coupon
            1,a,2026-01-02,1,10.00,PL,
            1,,2026-01-02,2,5.00,,
            2,b,2026-01-03,1,10.00,DE,X
            2,,2026-01-03,2,7.00,,
            """, where: filters)
        #expect(result.documents == documents)
        #expect(result.accounting.ignoredByReason[.filtered, default: 0] == 4 - documents.count * 2)
        #expect(result.brokenPromise == nil)
    }

    @Test(
        "the rows of an order may stand anywhere",
        arguments: [("country=PL", ["a 2026-01-02 order 20.00"]), ("country!=PL", ["b 2026-01-02 order 24.00"])])
    func apart(filter: String, documents: [String]) throws {
        let result = try Self.read(
            """
            order,customer,date,quantity,price,country
            2,b,2026-01-02,2,7.00,
            1,a,2026-01-02,2,5.00,
            1,a,2026-01-02,1,10.00,PL
            2,b,2026-01-02,1,10.00,DE
            """, where: [filter])
        #expect(result.documents == documents)
        #expect(result.brokenPromise == nil)
    }

    @Test("an order that has no value at all is judged as blank")
    func noValue() throws {
        let text = "order,customer,date,total,country\n1,a,2026-01-02,5.00,\n2,a,2026-01-03,6.00,PL\n"
        #expect(try Self.read(text, where: ["country=PL"]).documents == ["a 2026-01-03 order 6.00"])
        #expect(try Self.read(text, where: ["country!=PL"]).documents == ["a 2026-01-02 order 5.00"])
        #expect(try Self.read(text, where: ["country="]).documents == ["a 2026-01-02 order 5.00"])
    }

    @Test("a row with a value of its own is judged by it")
    func ownValue() throws {
        let result = try Self.read(
            """
            order,customer,date,quantity,price,sku
            1,a,2026-01-02,1,10.00,A
            1,a,2026-01-02,1,5.00,B
            1,a,2026-01-02,1,2.00,
            """, where: ["sku=B"])
        // The blank one follows the row above it.
        #expect(result.documents == ["a 2026-01-02 order 7.00"])
    }

    @Test("a refund follows the order that it names")
    func refunds() throws {
        let result = try Self.read(
            """
            order,customer,date,total,country,refund of
            1,a,2026-01-02,10.00,PL,
            2,b,2026-01-02,10.00,DE,
            3,a,2026-01-05,-4.00,,1
            4,b,2026-01-05,-5.00,,2
            """, where: ["country=PL"])
        #expect(result.documents == ["a 2026-01-02 order 10.00", "a 2026-01-05 refund -4.00"])
        #expect(result.accounting.ignoredByReason == [.filtered: 2])
    }

    @Test("as if every row had the value, in any order of rows and any sharing of the work", arguments: 0..<40)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let countries = ["PL", "DE", "UA", "Côte d'Ivoire"]
        var sparse: [String] = []
        var full: [String] = []
        for order in 1...60 {
            let country = countries[Int.random(in: 0..<4, using: &random)]
            let lines = Int.random(in: 1...4, using: &random)
            let valued = Int.random(in: 0..<lines, using: &random)
            for line in 0..<lines {
                let row = "A\(order),c\(order % 7),2026-01-\(10 + order % 9),1,\(line + 1).50,"
                sparse.append(row + (line == valued ? country : ""))
                full.append(row + country)
            }
        }
        let header = "order,customer,date,quantity,price,country\n"
        if seed % 3 > 0 { sparse.shuffle(using: &random) }
        for filter in ["country=PL", "country!=PL", "country=côte d'ivoire"] {
            let expected = try Self.read(header + full.joined(separator: "\n"), where: [filter])
            for workers in 1...3 {
                let result = try Self.read(
                    header + sparse.joined(separator: "\n"), where: [filter], workers: workers,
                    chunkSize: Int.random(in: 64...600, using: &random))
                #expect(result.documents == expected.documents, "seed \(seed), \(filter), \(workers) workers")
                #expect(result.accounting == expected.accounting, "seed \(seed), \(filter), \(workers) workers")
                #expect(result.brokenPromise == nil)
            }
        }
    }

    @Test("further rows of an order that was left out are left out wherever they stand", arguments: 0..<20)
    func leftOut(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var rows: [String] = []
        for order in 1...40 {
            // The first row has it all, the second no money, the third neither money nor day.
            let (country, day) = (order % 3 == 0 ? "DE" : "PL", order % 4 == 0 ? "2026-02-02" : "2026-01-02")
            rows += ["A\(order),c\(order),\(day),5.00,\(country)", "A\(order),,\(day),,\(country)", "A\(order),,,,"]
        }
        if seed % 2 > 0 { rows.shuffle(using: &random) }
        for workers in 1...3 {
            let result = try Self.read(
                "order,customer,date,total,country\n" + rows.joined(separator: "\n"), where: ["country=PL"],
                asOf: "2026-01-31", workers: workers, chunkSize: Int.random(in: 64...400, using: &random))
            #expect(result.accounting.rejected == 0, "seed \(seed): \(result.rejectedLines)")
            #expect(result.ledger.documentCount == 20)
            #expect(result.accounting.accepted == 60)
            #expect(result.accounting.ignoredByReason == [.filtered: 39, .afterAsOf: 21], "seed \(seed)")
            #expect(result.brokenPromise == nil)
        }
    }
}
