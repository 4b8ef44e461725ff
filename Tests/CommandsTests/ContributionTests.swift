import Domain
import Foundation
import Testing

@Suite("Contribution from the columns of the file")
struct ContributionTests {
    /// Orders of 100.00, each with what `extra` says beside it.
    private func orders(_ columns: String, count: Int = 100, _ extra: (Int) -> String) -> String {
        "order_id,customer,date,total,currency,\(columns)\n"
            + (0..<count).map { number in
                "\(number + 1),c\(number % 40),2024-\(number % 2 == 0 ? "01" : "02")-05,100.00,EUR,\(extra(number))\n"
            }.joined()
    }

    private func run(_ text: String, _ options: [String] = []) throws -> (report: JSONDocument, errors: String) {
        let run = try Reports.run(of: text, options + ["--json"])
        try #require(run.code == 0, "\(run.errors)")
        return (try JSONDocument(run.output), run.errors)
    }

    @Test("a fee is no cost of goods: the margin less the fee, or nothing", arguments: ["fee", "shipping_cost"])
    func feeOnly(column: String) throws {
        let text = orders(column) { _ in "2.90" }
        let options = column == "fee" ? [] : ["--column", "shipping-cost=shipping_cost"]
        let (untold, errors) = try run(text, options)
        #expect(untold["overview.contribution"] == nil)
        #expect(errors.contains("No order says what its goods cost") && errors.contains("--margin 40%"))
        #expect(try untold.list("cannotSay").contains { $0["reason"] as? String == "noGoodsCost" })
        let (told, words) = try run(text, options + ["--margin", "40%"])
        #expect(try told.cents("overview.contribution") == 100 * (4_000 - 290))
        #expect(words.contains("contribution is net revenue times --margin, less the fees"))
        #expect(try told.int("input.costs.withoutCost") == 100)
    }

    @Test(
        "costs below zero, as statements of account have them, are taken off all the same",
        arguments: ["-2.90", "2.90"])
    func negativeFees(fee: String) throws {
        // A refund gives its fee back, in the other sign.
        let text = orders("cost,fee", count: 40) { _ in "60.00,\(fee)" }
        let (report, errors) = try run(text)
        #expect(try report.cents("overview.contribution") == 40 * 3_710)
        #expect(errors.contains("Costs are written below zero") == (fee == "-2.90"))
    }

    @Test("where costs are told, a cost of shipping may be one: it is asked about, and may be said to be")
    func shippingCost() throws {
        let text = orders("cost,shipping cost", count: 40) { _ in "60.00,9.00" }
        let (charged, errors) = try run(text)
        #expect(try charged.cents("overview.contribution") == 40 * 4_000)
        #expect(errors.contains("--column shipping-cost=\"shipping cost\""))
        let (paid, silence) = try run(text, ["--column", "shipping-cost=shipping cost"])
        #expect(try paid.cents("overview.contribution") == 40 * 3_100)
        #expect(!silence.contains("is taken for what customers paid"))
        let (_, uncosted) = try run(orders("shipping cost") { _ in "9.00" })
        #expect(!uncosted.contains("is taken for what customers paid"))
    }

    @Test(
        "a cost of shipping beside what is charged for it, or below zero as other costs are, is the shop's",
        arguments: [
            ("shipping,shipping cost,cost", "10.00,9.00,50.00"),
            ("shipping charged,shipping cost,cost of goods", "10.00,9.00,50.00"),
            ("cost,shipping cost", "-50.00,-9.00"),
        ])
    func shippingCosts(columns: String, values: String) throws {
        let (report, errors) = try run(orders(columns, count: 40) { _ in values })
        #expect(try report.cents("overview.contribution") == 40 * 4_100)
        #expect(try report.cents("overview.netRevenue") == 40 * 10_000)
        #expect(!errors.contains("is taken for what customers paid"))
    }

    @Test(
        "orders without a cost are told, and have the margin's, or too many tell nothing",
        arguments: [("", 5, true), ("", 6, false), ("n/a", 5, true), ("n/a", 15, false)])
    func blanks(blank: String, lacking: Int, isTold: Bool) throws {
        let text = orders("cost,fee") { $0 < lacking ? "\(blank),1.00" : "60.00,1.00" }
        let (report, errors) = try run(text)
        let known = (100 - lacking) * 3_900
        #expect((report["overview.contribution"] == nil) == !isTold)
        if isTold { #expect(try report.cents("overview.contribution") == known + lacking * 9_900) }
        #expect(errors.contains("Orders in which no cost is given: \(lacking) of 100"))
        #expect(try report.int("input.costs.withoutCost") == lacking)
        #expect(try report.int("input.costs.orders") == 100)
        let (filled, words) = try run(text, ["--margin", "40%"])
        #expect(try filled.cents("overview.contribution") == known + lacking * 3_900)
        #expect(words.contains("For them --margin stands in"))
    }

    @Test(
        "the page says so in each language", arguments: zip(Language.allCases, ["98 of 100", "98 z 100", "98 из 100"]))
    func page(language: Language, words: String) throws {
        let folder = try Folder()
        try folder.write("orders.csv", orders("cost") { $0 < 98 ? "" : "60.00" })
        let run = try Program.run(
            ["report", "orders.csv", "--html", "page.html", "--lang", language.rawValue], in: folder)
        #expect(run.code == 0)
        #expect(run.errors.contains(words))
        #expect(try folder.text("page.html").contains(words))
    }

    @Test("nothing is said where every order has its cost, but of a margin that changes nothing") func complete() throws
    {
        let text = orders("cost") { _ in "60.00" }
        let (report, errors) = try run(text)
        #expect(try report.cents("overview.contribution") == 400_000)
        #expect(!errors.contains("--margin"))
        #expect(try run(text, ["--margin", "10%"]).errors.contains("--margin changes nothing"))
        #expect(try run(Reports.three).report["input.costs"] == nil)
    }

    @Test("a fee that cannot be read leaves its order without a cost") func unreadableFee() throws {
        let (report, _) = try run(orders("cost,fee") { $0 < 10 ? "60.00,n/a" : "60.00,1.00" })
        #expect(report["overview.contribution"] == nil)
        #expect(try report.int("input.costs.withoutCost") == 10)
    }

    @Test("a file without costs beside one that has them") func twoFiles() throws {
        let folder = try Folder()
        try folder.write("a.csv", orders("cost") { _ in "60.00" })
        try folder.write(
            "b.csv",
            "order_id,customer,date,total,currency\n"
                + (0..<100).map { "\(1_000 + $0),d\($0),2024-03-05,100.00,EUR\n" }.joined())
        let untold = try Reports.json(["a.csv", "b.csv"], in: folder)
        #expect(untold["overview.contribution"] == nil)
        #expect(try untold.int("input.costs.withoutCost") == 100)
        let told = try Reports.json(["a.csv", "b.csv", "--margin", "30%"], in: folder)
        #expect(try told.cents("overview.contribution") == 100 * 4_000 + 100 * 3_000)
    }

    @Test("a fee that stands on every line of an order is one fee") func repeatedFee() throws {
        let rows = (1...20).flatMap { order in
            ["a", "b"].map {
                "\(order),c\(order),2024-01-05,1\(order + 10).00,EUR,\($0),10.00,\($0 == "a" ? 30 : 20)\n"
            }
        }
        let text = "order_id,customer,date,total,currency,sku,fee,cost\n" + rows.joined()
        let (report, _) = try run(text)
        let net = try report.cents("overview.netRevenue")
        // The total and the fee once, the cost of each line.
        #expect(net == (1...20).reduce(0) { $0 + 11_000 + $1 * 100 })
        #expect(try report.cents("overview.contribution") == net - 20 * 1_000 - 20 * 5_000)
        #expect(report["input.costs.countedOnce"] as? [String] == ["fee"])
    }

    @Test("a cost that stands on one line of an order alone is the order's") func singleCost() throws {
        let rows = (1...20).flatMap { order in
            [1, 2].map { "\(order),c\(order),2024-01-05,\($0 * 10).00,EUR,\($0 == 1 ? "12.00" : "")\n" }
        }
        let (report, _) = try run("order_id,customer,date,line_total,currency,cost\n" + rows.joined())
        #expect(try report.cents("overview.contribution") == 20 * (3_000 - 1_200))
        #expect(try report.int("input.costs.withoutCost") == 0)
    }

    @Test("costs of lines are added up, also where two lines of an order are alike") func lineCosts() throws {
        let rows = (1...20).flatMap { order in
            [0, 1].map { line in
                let price = order % 2 == 0 ? 10 : 10 + line
                return "\(order),c\(order),2024-01-05,\(price).00,EUR,\(price - 4).00\n"
            }
        }
        let (report, _) = try run(
            "order_id,customer,date,line_total,currency,cost\n" + rows.joined(), ["--amount-per", "line"])
        #expect(try report.cents("overview.contribution") == 40 * 400)
        // All lines of an order are alike in every order.
        let alike = (1...20).flatMap { order in
            (0...1).map { _ in "\(order),c\(order),2024-01-05,10.00,EUR,6.00\n" }
        }
        let (same, _) = try run(
            "order_id,customer,date,line_total,currency,cost\n" + alike.joined(), ["--amount-per", "line"])
        #expect(try same.cents("overview.contribution") == 40 * 400)
    }

    @Test("goods that all cost the same are told apart from an order's cost by --amount-per line") func oneCost() throws
    {
        let rows = (1...20).flatMap { order in
            [10, 15].map { "\(order),c\(order),2024-01-05,\($0).00,EUR,5.00,1.00\n" }
        }
        let text = "order_id,customer,date,line_total,currency,cost,fee\n" + rows.joined()
        let (once, _) = try run(text)
        #expect(once["input.costs.countedOnce"] as? [String] == ["cost", "fee"])
        let (each, _) = try run(text, ["--amount-per", "line"])
        #expect(each["input.costs.countedOnce"] as? [String] == ["fee"])
        #expect(try each.cents("overview.contribution") == 20 * (2_500 - 1_000 - 100))
    }

    @Test("a line without a cost leaves its order without one, but for lines that take money away") func missingLine()
        throws
    {
        let rows = (1...20).flatMap { order in
            ["10.00,6.00", "20.00,9.00", order == 1 ? "5.00," : "-5.00,"].map {
                "\(order),c\(order),2024-01-05,\($0)\n"
            }
        }
        let (report, _) = try run("order_id,customer,date,line_total,cost\n" + rows.joined())
        #expect(try report.int("input.costs.withoutCost") == 1)
    }

    @Test("money that goes back takes no costs back") func refunds() throws {
        let text = orders("cost", count: 40) { _ in "60.00" } + "500,c1,2024-02-09,-100.00,EUR,\n"
        let (report, _) = try run(text)
        #expect(try report.cents("overview.contribution") == 40 * 4_000 - 10_000)
        #expect(try report.int("input.costs.withoutCost") == 0)
    }
}
