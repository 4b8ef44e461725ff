import Domain
import Foundation
import Subscriptions
import TestSupport
import Testing

@testable import Intake

@Suite("Files of subscriptions") struct SubscriptionIntakeTests {
    /// What rows of orders are never rejected for.
    static let ownReasons: Set<RejectReason> = [
        .missingCustomer, .unreadableEnd, .endBeforeStart, .negativeAmount, .unknownPeriod,
    ]

    private static func read(
        _ text: String, columns: [SubscriptionRole: String] = [:], period: BillingPeriod? = nil,
        dateFormat: DateFormat? = nil, options: IntakeOptions = IntakeOptions(workers: 1), today: String = "2026-06-30"
    ) throws -> SubscriptionResult {
        try read(MemoryFile(text, name: "subs.csv"), columns, period, dateFormat, options, today)
    }

    private static func read(
        _ file: MemoryFile, _ columns: [SubscriptionRole: String] = [:], _ period: BillingPeriod? = nil,
        _ dateFormat: DateFormat? = nil, _ options: IntakeOptions = IntakeOptions(workers: 1),
        _ today: String = "2026-06-30"
    ) throws -> SubscriptionResult {
        var given = SubscriptionRecognitionOptions()
        (given.columns, given.period, given.dateFormat) = (columns, period, dateFormat)
        return try SubscriptionIntake(file, options: given).read(options: options, today: #require(Day(today)))
    }

    private static func described(_ result: SubscriptionResult) throws -> [String] {
        let table = try #require(result.table)
        return table.subscriptions.map { one in
            let plan = one.plan < 0 ? "-" : table.plans[Int(one.plan)]
            let reason = one.reason < 0 ? "-" : table.reasons[Int(one.reason)]
            return "\(one.customer) \(plan) \(one.started) \(one.ended.map(String.init(describing:)) ?? "-") "
                + "\(one.monthly) \(reason)"
        }
    }

    // MARK: Recognition

    private static let headers: [(String, String)] = [
        ("customer,plan,started,ended,amount,period,reason", "7,Pro,2026-01-05,2026-03-05,30.00,month,price"),
        (
            "Customer ID,Plan,Start Date (UTC),Ended At (UTC),Amount,Interval,Cancellation Reason",
            "7,Pro,2026-01-05 10:20,2026-03-05 00:00,30.00,month,price"
        ),
        (
            "klient;plan;data rozpoczęcia;data zakończenia;kwota;okres;powód rezygnacji",
            "7;Pro;05.01.2026;05.03.2026;30,00;miesiąc;price"
        ),
        (
            "Клиент;Тариф;Дата начала;Дата окончания;Сумма;Период;Причина ухода",
            "7;Pro;05.01.2026;05.03.2026;30,00;месяц;price"
        ),
        (
            "subscriber_email\tsubscription_plan\tsubscribed_at\tcancelled_at\tmrr\treason",
            "7@x.pl\tPro\t2026-01-05\t2026-03-05\t30.00\tprice"
        ),
        (
            "E-mail;Nazwa planu;Od;Do;Cena brutto;Cykl rozliczeniowy;Przyczyna",
            "a@b.pl;Pro;2026-01-05;2026-03-05;30,00 zł;co miesiąc;price"
        ),
        (
            "Абонент,Подписка,Начало,Конец,Абонентская плата,Периодичность,Причина",
            "7,Pro,2026-01-05,2026-03-05,30.00,ежемесячно,price"
        ),
        ("reason,interval,price,end,start,tier,account", "price,monthly,30.00,2026-03-05,2026-01-05,Pro,7"),
    ]

    @Test("are recognised in three languages", arguments: headers) func recognised(header: String, row: String) throws {
        let result = try Self.read(header + "\n" + row + "\n")
        #expect(try Self.described(result) == ["0 Pro 2026-01-05 2026-03-05 3000 price"])
        #expect(result.accounting.accepted == 1)
    }

    @Test("a start is preferred to a creation, and an end to a cancellation") func preference() throws {
        let text = """
            Customer ID,Created (UTC),Start Date (UTC),Canceled At (UTC),Ended At (UTC),Plan,Amount,Interval
            7,2026-01-01,2026-01-05,2026-02-20,2026-03-05,Pro,30.00,month
            8,2026-01-02,2026-01-06,,,Pro,30.00,month

            """
        #expect(try Self.described(Self.read(text)).first == "0 Pro 2026-01-05 2026-03-05 3000 -")
    }

    // Bare numbers of nine, ten, twelve and thirteen digits, and some of eight, are instants and days in other columns.
    @Test(
        "a column named as an amount is one, however large its numbers",
        arguments: ["amount", "kwota", "MRR", "Сумма", "fee", "total"],
        ["631152000", "1000000000.00", "9900000000", "20260301", "999999999999"])
    func large(header: String, amount: String) throws {
        let result = try Self.read(
            "customer,started,ended,\(header)\n7,2026-01-05,,\(amount)\n8,2026-01-06,,\(amount)\n")
        let minorUnits = try #require(Double(amount)) * 100
        #expect(result.table?.subscriptions.map { Double($0.monthly) } == [minorUnits, minorUnits])
    }

    @Test("starts and ends may be seconds, beside amounts that look like them") func seconds() throws {
        let text = """
            customer,started,ended,amount
            7,1767571200,1772668800,1767571200
            8,1767657600,,1000000000

            """
        #expect(
            try Self.described(Self.read(text)) == [
                "0 - 2026-01-05 2026-03-05 176757120000 -", "1 - 2026-01-06 - 100000000000 -",
            ])
        // A payment is how much and when.
        let payment = error { _ = try Self.read("customer,started,payment\n7,2026-01-05,1767571200\n") }
        #expect(payment as? SubscriptionColumnError == .missing(.amount, header: ["customer", "started", "payment"]))
    }

    @Test("given columns win, by name, by words or by number") func given() throws {
        let text = "a,b,c,d\n7,2026-01-05,30.00,x\n"
        for columns: [SubscriptionRole: String] in [
            [.customer: "a", .started: "b", .amount: "c"], [.customer: "#1", .started: "B", .amount: "#3"],
        ] {
            #expect(try Self.described(Self.read(text, columns: columns)) == ["0 - 2026-01-05 - 3000 -"])
        }
        let taken = try Self.read("customer,plan,started,amount\n7,Pro,2026-01-05,30.00\n", columns: [.plan: ""])
        #expect(try Self.described(taken) == ["0 - 2026-01-05 - 3000 -"])
    }

    private static let undecided: [(String, SubscriptionColumnError)] = [
        ("plan,started,amount\nPro,2026-01-05,30.00\n", .missing(.customer, header: ["plan", "started", "amount"])),
        ("customer,plan,amount\n7,Pro,30.00\n", .missing(.started, header: ["customer", "plan", "amount"])),
        ("customer,started,plan\n7,2026-01-05,Pro\n", .missing(.amount, header: ["customer", "started", "plan"])),
        (
            "customer,started,amount\n7,soon,30.00\n",
            .unreadable(.started, column: "started", value: "soon")
        ),
        (
            "customer,started,amount\n7,2026-01-05,much\n", .unreadable(.amount, column: "amount", value: "much")
        ),
        (
            "customer,start date,subscription start,amount\n7,2026-01-05,2026-01-06,30.00\n",
            .ambiguous(
                .started, columns: ["start date", "subscription start"],
                header: ["customer", "start date", "subscription start", "amount"])
        ),
    ]

    @Test("say what is missing or open, in three languages", arguments: undecided)
    func isOpen(text: String, expected: SubscriptionColumnError) throws {
        let found = error { _ = try Self.read(text) } as? SubscriptionColumnError
        #expect(found == expected)
        let messages = Set(Language.allCases.map { expected.message(in: $0) })
        #expect(messages.count == 3 && messages.allSatisfy { !$0.isEmpty })
    }

    @Test("a column that is not there is told with those that are") func noSuchColumn() {
        let found = error { _ = try Self.read("customer,started,amount\n7,2026-01-05,1\n", columns: [.plan: "Tarif"]) }
        #expect(
            found as? SubscriptionColumnError
                == .noSuchColumn(.plan, name: "Tarif", header: ["customer", "started", "amount"]))
    }

    // MARK: Rows

    private static let header = "customer,plan,started,ended,amount,period,currency,reason\n"
    private static let good = (0..<10).map { "c\($0),Pro,2026-01-0\($0 % 9 + 1),,10.00,month,EUR,\n" }.joined()

    private static let bad: [(row: String, reason: RejectReason)] = [
        (",Pro,2026-01-05,,10.00,month,EUR,", .missingCustomer),
        ("n/a,Pro,2026-01-05,,10.00,month,EUR,", .missingCustomer),
        ("7,Pro,,,10.00,month,EUR,", .missingDate), ("7,Pro,yesterday,,10.00,month,EUR,", .unreadableDate),
        ("7,Pro,2026-02-30,,10.00,month,EUR,", .unreadableDate),
        ("7,Pro,1826-02-03,,10.00,month,EUR,", .dateOutOfRange),
        ("7,Pro,2026-01-05,soon,10.00,month,EUR,", .unreadableEnd),
        ("7,Pro,2026-01-05,2026-13-01,10.00,month,EUR,", .unreadableEnd),
        ("7,Pro,2026-01-05,2026-01-04,10.00,month,EUR,", .endBeforeStart),
        ("7,Pro,2026-01-05,,,month,EUR,", .missingAmount),
        ("7,Pro,2026-01-05,,ten,month,EUR,", .unreadableAmount),
        ("7,Pro,2026-01-05,,-10.00,month,EUR,", .negativeAmount),
        ("7,Pro,2026-01-05,,9999999999999999,month,EUR,", .amountTooLarge),
        ("7,Pro,2026-01-05,,10.00,sometimes,EUR,", .unknownPeriod),
        ("7,Pro,2026-01-05,,10.00,0 months,EUR,", .unknownPeriod),
        ("7,Pro,2026-01-05,,10.00,month,,", .missingCurrency),
        ("7,Pro,2026-01-05,,10.00,month,EURO1,", .unknownCurrency),
        ("7,Pro,2026-01-05,,10.00 USD,month,EUR,", .contradictoryCurrency),
        ("7,Pro,2026-01-05,,10.00,month,EUR,,extra", .tooManyFields),
        ("7,\"Pro\" x,2026-01-05,,10.00,month,EUR,", .textAfterQuote),
        ("7,Pr\u{0}o,2026-01-05,,10.00,month,EUR,", .zeroByte), ("Total,,,,100.00,,,", .totalsRow),
    ]

    @Test("reject bad rows with line and reason", arguments: bad) func rejected(row: String, reason: RejectReason)
        throws
    {
        let result = try Self.read(Self.header + Self.good + row + "\n" + Self.good)
        #expect(result.rejects == [RejectedRow(file: "subs.csv", line: 12, reason: reason, text: row)])
        #expect(result.accounting.accepted == 20 && result.accounting.rows == 21)
        #expect(result.table?.subscriptions.count == 20)
    }

    @Test("every reason of theirs has a row") func complete() {
        #expect(Self.ownReasons.isSubset(of: Self.bad.map(\.reason)))
    }

    @Test("count blank rows, repeated headers and later starts as ignored") func ignored() throws {
        let text = Self.header + Self.good + "\n,,,,,,,\n" + Self.header + "x,Pro,2026-03-01,,10.00,month,EUR,\n"
        let result = try Self.read(text, options: IntakeOptions(asOf: Day("2026-02-28"), workers: 1))
        #expect(result.accounting.ignoredByReason == [.blank: 2, .repeatedHeader: 1, .afterAsOf: 1])
        #expect(result.accounting.accepted == 10 && result.accounting.rows == 14)
    }

    @Test(
        "an open end is blank or said in words",
        arguments: [
            "", "-", "NULL", "9999-12-31", "active", "0000-00-00", "aktywna", "bezterminowo", "бессрочно", "нет",
        ])
    func openEnd(text: String) throws {
        let result = try Self.read(
            "customer,started,ended,amount\n7,2026-01-05,\(text),10\n8,2026-01-05,2026-02-05,10\n")
        #expect(result.table?.subscriptions.map(\.ended) == [nil, Day("2026-02-05")])
    }

    @Test("one address in other letters is one customer") func addresses() throws {
        let text =
            "email,started,amount\nAda@Example.com,2026-01-05,10\n ada@example.com ,2026-02-05,10\nbob@example.com,2026-01-05,10\n"
        #expect(try Self.read(text).table?.subscriptions.map(\.customer) == [0, 0, 1])
    }

    @Test("rows that repeat another are counted") func repeated() throws {
        let result = try Self.read(Self.header + Self.good + Self.good + "c1,Pro,2026-01-02,,11.00,month,EUR,\n")
        #expect(result.repeatedRows == 10)
    }

    // MARK: The whole column decides

    @Test("day or month first is settled by all dates, starts and ends") func dates() throws {
        let rows = (0..<2_500).map { _ in "7,03/04/2026,,10\n" }.joined()
        let text = "customer,started,ended,amount\n" + rows + "8,03/04/2026,25/04/2026,10\n"
        let result = try Self.read(text)
        #expect(
            result.table?.subscriptions.last.map { "\($0.started) \($0.ended.map { "\($0)" } ?? "")" }
                == "2026-04-03 2026-04-25")
        let open = error { _ = try Self.read("customer,started,amount\n7,03/04/2026,10\n") } as? IntakeError
        #expect(open == .ambiguousDates(column: "started", example: "03/04/2026"))
        #expect(try Self.read("customer,started,amount\n7,03/04/2026,10\n", dateFormat: .monthDayYear).table != nil)
    }

    @Test("stray quotes and late bytes of another encoding are read again") func readAgain() throws {
        let rows = (0..<20_000).map { "c\($0),2026-01-05,10.00,inch 5\n" }.joined()
        let file = MemoryFile(
            Array(("customer,started,amount,plan\n" + rows).utf8) + Array("x,2026-01-05,1.00,5\" box\n".utf8))
        let result = try Self.read(file)
        #expect(result.accounting.accepted == 20_001 && result.rejects.isEmpty)
        #expect(result.table?.plans == ["5\" box", "inch 5"])
    }

    @Test("the day they are told at is the last on which something happens, today at the most") func asOf() throws {
        let text =
            "customer,started,ended,amount\n7,2026-01-05,2026-04-01,10\n8,2026-03-05,2026-12-31,10\n9,2027-01-01,,10\n"
        #expect(try Self.read(text, today: "2026-06-30").table?.asOf == Day("2026-04-01"))
        #expect(try Self.read(text, today: "2027-06-30").table?.asOf == Day("2027-01-01"))
        #expect(try Self.read(text, today: "2026-06-30").accounting.ignoredByReason == [.afterAsOf: 1])
        #expect(try Self.read(text, today: "2020-01-01").table?.asOf == Day("2026-01-05"))
    }

    // MARK: Money

    @Test("amounts are for what their column says, else the row, else the option, else a month") func amountPeriods()
        throws
    {
        func monthly(_ text: String, period: BillingPeriod? = nil) throws -> [Int64]? {
            try Self.read(text, period: period).table?.subscriptions.map(\.monthly)
        }
        let year = BillingPeriod(1, .year)
        #expect(try monthly("customer,started,amount\n7,2026-01-05,120\n") == [12_000])
        #expect(try monthly("customer,started,amount\n7,2026-01-05,120\n", period: year) == [1_000])
        #expect(
            try monthly("customer,started,amount,period\n7,2026-01-05,120,year\n8,2026-01-05,120,\n") == [
                1_000, 12_000,
            ])
        #expect(
            try monthly("customer,started,amount,period\n7,2026-01-05,120,month\n8,2026-01-05,120,\n", period: year)
                == [12_000, 1_000])
        // MRR is a month's, whatever the customer is billed by.
        #expect(try monthly("customer,started,mrr,period\n7,2026-01-05,120,year\n") == [12_000])
        #expect(try monthly("customer,started,opłata roczna\n7,2026-01-05,120\n") == [1_000])
    }

    @Test("one currency is needed, or rates on the day of the start") func currencies() throws {
        let text = Self.header + "7,Pro,2026-01-05,,10.00,month,EUR,\n8,Pro,2026-02-05,,10.00,month,USD,\n"
        #expect(
            error { _ = try Self.read(text) } as? IntakeError
                == .severalCurrencies(["EUR": 1, "USD": 1], haveColumn: false))
        let rates = try ExchangeRates(parsing: "2026-01-01,EUR,4.00\n2026-02-01,EUR,5.00\n2026-01-01,USD,3.00\n")
        let options = IntakeOptions(baseCurrency: Currency("PLN"), rates: rates, workers: 1)
        let result = try Self.read(text, options: options)
        #expect(result.table?.subscriptions.map(\.monthly) == [4_000, 3_000])
        #expect(result.table?.currency == Currency("PLN") && result.convertedRows == ["EUR": 1, "USD": 1])
        let early = Self.header + "7,Pro,2025-12-05,,10.00,month,EUR,\n8,Pro,2026-02-05,,10.00,month,USD,\n"
        #expect(try Self.read(early, options: options).rejects.map(\.reason) == [.missingRate])
        let named = try Self.read("customer,started,amount (PLN)\n7,2026-01-05,10\n")
        #expect(named.table?.currency == Currency("PLN"))
    }

    @Test("a currency that a spreadsheet's format shows is as if it stood beside the amount") func marked() throws {
        func sheet(_ amounts: [String]) -> MemoryFile {
            let rows = amounts.enumerated().map { "\($0 + 1),Pro,2026-01-05,\($1)\n" }.joined()
            let file = MemoryFile(
                "customer,plan,started,amount\n" + rows, name: "subs.xlsx", delimiter: UInt8(ascii: ","))
            file.hasTypedNumbers = true
            return file
        }
        let result = try Self.read(sheet(["30.5\u{1F}zł", "7\u{1F}zł"]))
        #expect(result.table?.currency == Currency("PLN"))
        #expect(result.table?.subscriptions.map(\.monthly) == [3_050, 700])
        #expect(throws: (any Error).self) { try Self.read(sheet(["30.5\u{1F}zł", "7\u{1F}€"])) }
    }

    @Test("yen have no cents") func yen() throws {
        let result = try Self.read(Self.header + "7,Pro,2026-01-05,,1000,year,JPY,\n")
        #expect(result.table?.subscriptions.map(\.monthly) == [83])
    }

    // MARK: Damage

    @Test("whatever the file, every row is accounted for", arguments: UInt64(0)..<60) func mutations(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        var bytes = Array((Self.header + Self.good + Self.bad.map { $0.row + "\n" }.joined() + Self.good).utf8)
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            let place = Int.random(in: Self.header.utf8.count..<bytes.count, using: &random)
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes[place] = Array("\",;\n\r 9-x\u{0}".utf8).randomElement(using: &random) ?? 0
            case 1: bytes.remove(at: place)
            default: bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
        }
        do {
            let result = try Self.read(MemoryFile(bytes))
            let accounting = result.accounting
            #expect(accounting.accepted + accounting.rejected + accounting.ignored == accounting.rows, "seed \(seed)")
            #expect(result.table?.subscriptions.count ?? 0 == accounting.accepted, "seed \(seed)")
        } catch let failure as FileFailure {
            // So many dates may be damaged that the column is none of dates.
            #expect(
                failure.reason is IntakeError || failure.reason is SubscriptionColumnError,
                "seed \(seed): \(failure.reason)")
        }
    }

    @Test("an empty file, a header alone and a file without rows that count say so") func nothing() throws {
        #expect(error { _ = try Self.read("") } as? IntakeError == .emptyFile)
        #expect(error { _ = try Self.read("customer,started,amount\n") } as? IntakeError == .noRows)
        let result = try Self.read(
            "customer,started,amount\n7,2026-01-05,10\n", options: IntakeOptions(asOf: Day("2025-01-01"), workers: 1))
        #expect(result.table == nil && result.accounting.ignored == 1)
    }
}
