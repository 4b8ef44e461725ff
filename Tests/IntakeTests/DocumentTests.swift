import Domain
import Ledger
import Testing

@testable import Intake

/// What the rows of a small file become.
struct DocumentCase: CustomStringConvertible, Sendable {
    let description: String
    let text: String
    let documents: [String]
    var accepted: Int?
    var totalIsRepeated = false
}

@Suite("Documents") struct DocumentTests {
    @Test("rows become documents", arguments: cases)
    func rows(_ example: DocumentCase) throws {
        let result = try read(example.text)
        #expect(result.documents == example.documents.sorted())
        #expect(result.brokenPromise == nil)
        #expect(result.accounting.accepted == example.accepted ?? result.accounting.rows)
        #expect(result.totalIsRepeated == example.totalIsRepeated)
    }

    static let cases: [DocumentCase] = lines + totals + refunds + statuses

    static let lines = [
        DocumentCase(
            description: "lines of one order, far apart, are one order",
            text: """
                order,customer,date,line total
                7,1,2026-01-02,10.00
                8,2,2026-01-03,5.00
                7,1,2026-01-02,2.50
                """,
            documents: ["1 2026-01-02 order 12.50", "2 2026-01-03 order 5.00"]),
        DocumentCase(
            description: "quantity times price, rounded once a document",
            text: """
                order,customer,date,quantity,price
                7,1,2026-01-02,1,0.125
                7,1,2026-01-02,1,0.125
                8,1,2026-01-03,3,0.001
                9,1,2026-01-04,5,0.001
                """,
            documents: ["1 2026-01-02 order 0.25", "1 2026-01-03 order 0.00", "1 2026-01-04 order 0.01"]),
        DocumentCase(
            description: "exact repeats of a line are kept",
            text: """
                order,customer,date,quantity,price
                7,1,2026-01-02,2,3.00
                7,1,2026-01-02,2,3.00
                """,
            documents: ["1 2026-01-02 order 12.00"]),
        DocumentCase(
            description: "a negative line inside a positive order is a reduction",
            text: """
                order,customer,date,quantity,price
                7,1,2026-01-02,2,3.00
                7,1,2026-01-02,-1,1.50
                """,
            documents: ["1 2026-01-02 order 4.50"]),
        DocumentCase(
            description: "a negative sum is a refund",
            text: """
                order,customer,date,quantity,price
                7,1,2026-01-02,2,3.00
                C8,1,2026-01-05,-2,3.00
                C8,1,2026-01-05,1,1.00
                """,
            documents: ["1 2026-01-02 order 6.00", "1 2026-01-05 refund -5.00"]),
        DocumentCase(
            description: "free orders are orders, and what went back for nothing is a refund",
            text: """
                order,customer,date,quantity,price
                7,1,2026-01-02,2,0.00
                8,1,2026-01-03,-2,0.00
                9,1,2026-01-04,-2,0.00
                9,1,2026-01-04,2,0.00
                """,
            documents: ["1 2026-01-02 order 0.00", "1 2026-01-03 refund 0.00", "1 2026-01-04 order 0.00"]),
        DocumentCase(
            description: "ids keep their leading zeros",
            text: """
                order,customer,date,total
                01,007,2026-01-02,1.00
                1,7,2026-01-02,2.00
                001,7,2026-01-03,4.00
                """,
            documents: ["007 2026-01-02 order 1.00", "7 2026-01-02 order 2.00", "7 2026-01-03 order 4.00"]),
        DocumentCase(
            description: "rows without order ids are an order each",
            text: """
                customer,date,total
                7,2026-01-02,1.00
                7,2026-01-02,1.00
                """,
            documents: ["7 2026-01-02 order 1.00", "7 2026-01-02 order 1.00"]),
    ]

    static let totals = [
        DocumentCase(
            description: "a total repeated on every line counts once",
            text: """
                order,customer,date,order total,product
                7,1,2026-01-02,12.00,tea
                7,1,2026-01-02,12.00,cup
                8,2,2026-01-03,5.00,tea
                """,
            documents: ["1 2026-01-02 order 12.00", "2 2026-01-03 order 5.00"], totalIsRepeated: true),
        DocumentCase(
            description: "a total on the first line alone counts once",
            text: """
                order,customer,date,order total,product
                7,1,2026-01-02,12.00,tea
                7,1,2026-01-02,,cup
                8,2,2026-01-03,5.00,tea
                """,
            documents: ["1 2026-01-02 order 12.00", "2 2026-01-03 order 5.00"]),
        DocumentCase(
            description: "further lines may have nothing but the order",
            text: """
                order,customer,date,order total,product
                7,1,2026-01-02,12.00,tea
                7,,,,cup
                8,2,2026-01-03,5.00,tea
                """,
            documents: ["1 2026-01-02 order 12.00", "2 2026-01-03 order 5.00"]),
        DocumentCase(
            description: "further lines may not repeat the customer",
            text: """
                order,customer,date,line total,product
                7,1,2026-01-02,12.00,tea
                7,,2026-01-02,3.00,cup
                8,2,2026-01-03,5.00,tea
                """,
            documents: ["1 2026-01-02 order 15.00", "2 2026-01-03 order 5.00"]),
    ]

    static let refunds = [
        DocumentCase(
            description: "a refund that names its order and gives all back reverses it",
            text: """
                order,customer,date,total,refund of
                7,1,2026-01-02,12.00,
                9,1,2026-01-05,-12.00,7
                8,2,2026-01-03,5.00,
                """,
            documents: ["1 2026-01-02 reversed 12.00", "2 2026-01-03 order 5.00"]),
        DocumentCase(
            description: "refunds that name their order and give a part back are refunds of their days",
            text: """
                order,customer,date,total,refund of
                7,1,2026-01-02,12.00,
                9,1,2026-01-05,-2.00,7
                10,1,2026-01-06,-3.00,7
                """,
            documents: [
                "1 2026-01-02 order 12.00", "1 2026-01-05 refund -2.00", "1 2026-01-06 refund -3.00",
            ]),
        DocumentCase(
            description: "what a refund gives back beyond the order is a refund",
            text: """
                order,customer,date,total,refund of
                7,1,2026-01-02,12.00,
                9,1,2026-01-05,-15.00,7
                """,
            documents: ["1 2026-01-02 reversed 12.00", "1 2026-01-05 refund -3.00"]),
        DocumentCase(
            description: "a refund that names an order is one, whatever its sign",
            text: """
                order,customer,date,total,refund of
                7,1,2026-01-02,12.00,
                9,1,2026-01-05,12.00,7
                8,2,2026-01-03,5.00,0
                11,2,2026-01-04,6.00,11
                """,
            documents: [
                "1 2026-01-02 reversed 12.00", "2 2026-01-03 order 5.00", "2 2026-01-04 order 6.00",
            ]),
        DocumentCase(
            description: "a refund whose order is not there lowers the net",
            text: """
                order,customer,date,total,refund of
                7,1,2026-01-02,12.00,
                9,1,2026-01-05,-2.00,99
                """,
            documents: ["1 2026-01-02 order 12.00", "1 2026-01-05 refund -2.00"]),
        DocumentCase(
            description: "a refund without a customer finds its order's",
            text: """
                order,customer,date,total,refund of
                7,1,2026-01-02,12.00,
                8,2,2026-01-03,5.00,
                R1,,2026-01-05,-12.00,7
                R2,,2026-01-06,-1.00,8
                """,
            documents: [
                "1 2026-01-02 reversed 12.00", "2 2026-01-03 order 5.00", "2 2026-01-06 refund -1.00",
            ]),
        DocumentCase(
            description: "a refunded amount lowers or reverses its order",
            text: """
                order,customer,date,total,refunded amount
                7,1,2026-01-02,12.00,0.00
                8,1,2026-01-03,10.00,4.00
                9,1,2026-01-04,20.00,-20.00
                """,
            documents: [
                "1 2026-01-02 order 12.00", "1 2026-01-03 order 10.00", "1 2026-01-03 refund -4.00",
                "1 2026-01-04 reversed 20.00",
            ]),
        DocumentCase(
            description: "a refunded amount that is repeated with the total counts once",
            text: """
                order,customer,date,order total,refunded amount,product
                7,1,2026-01-02,12.00,4.00,tea
                7,1,2026-01-02,12.00,4.00,cup
                """,
            documents: ["1 2026-01-02 order 12.00", "1 2026-01-02 refund -4.00"], totalIsRepeated: true),
    ]

    static let statuses = [
        DocumentCase(
            description: "statuses count, exclude, reverse and refund",
            text: """
                order,customer,date,total,status
                7,1,2026-01-02,12.00,completed
                8,1,2026-01-03,10.00,cancelled
                9,1,2026-01-04,20.00,refunded
                10,1,2026-01-05,5.00,credit note
                """,
            documents: [
                "1 2026-01-02 order 12.00", "1 2026-01-04 reversed 20.00", "1 2026-01-05 refund -5.00",
            ], accepted: 3),
        DocumentCase(
            description: "a refund of the same order id reverses that order",
            text: """
                order,customer,date,total,status
                7,1,2026-01-02,12.00,completed
                7,1,2026-01-09,-12.00,refund
                8,1,2026-01-03,10.00,completed
                8,1,2026-01-08,4.00,credit note
                """,
            documents: [
                "1 2026-01-02 reversed 12.00", "1 2026-01-03 order 10.00", "1 2026-01-08 refund -4.00",
            ]),
        DocumentCase(
            description: "further lines of an excluded order are excluded with it",
            text: """
                order,customer,date,order total,status,product
                7,1,2026-01-02,12.00,cancelled,tea
                7,1,2026-01-02,,,cup
                7,,,,,jug
                8,2,2026-01-03,5.00,completed,tea
                """,
            documents: ["2 2026-01-03 order 5.00"], accepted: 1),
        DocumentCase(
            description: "an excluded order is left out whole, with its refunds and whatever stands between its rows",
            text: """
                order,customer,date,order total,status,refunded amount,product
                7,1,2026-01-02,12.00,cancelled,12.00,tea
                8,2,2026-01-03,5.00,completed,,tea
                7,1,2026-01-02,,,12.00,cup
                8,2,2026-01-03,,,,cup
                7,,,,,,jug
                """,
            documents: ["2 2026-01-03 order 5.00"], accepted: 2),
        DocumentCase(
            description: "a reversed order needs no refund beside it, and loses nothing by one",
            text: """
                order,customer,date,order total,status,refunded amount
                7,1,2026-01-02,12.00,refunded,12.00
                8,1,2026-01-03,12.00,refunded,
                """,
            documents: ["1 2026-01-02 reversed 12.00", "1 2026-01-03 reversed 12.00"]),
    ]
}
