import Domain
import Foundation
import Testing

@testable import Report

@Suite("Plurals") struct PluralTests {
    @Test(
        "follow each language's rules",
        arguments: [
            (0, "0 orders", "0 zamówień", "0 заказов"), (1, "1 order", "1 zamówienie", "1 заказ"),
            (2, "2 orders", "2 zamówienia", "2 заказа"), (5, "5 orders", "5 zamówień", "5 заказов"),
            (11, "11 orders", "11 zamówień", "11 заказов"), (12, "12 orders", "12 zamówień", "12 заказов"),
            (21, "21 orders", "21 zamówień", "21 заказ"), (22, "22 orders", "22 zamówienia", "22 заказа"),
            (25, "25 orders", "25 zamówień", "25 заказов"), (112, "112 orders", "112 zamówień", "112 заказов"),
            (-2, "−2 orders", "−2 zamówienia", "−2 заказа"),
        ])
    func orders(count: Int, english: String, polish: String, russian: String) throws {
        let euro = try #require(Currency("EUR"))
        let texts = Language.allCases.map {
            Formats(language: $0, currency: euro).count(count, .orders).replacingOccurrences(of: "\u{A0}", with: " ")
        }
        #expect(texts == [english, polish, russian])
    }
}
