import Domain
import Foundation
import Report
import TestSupport
import Testing

/// The faces of one shop, byte for byte; `GoldenFile` says how they are recorded.
@Suite("Golden files") struct GoldenTests {
    @Test("the terminal summary", arguments: Language.allCases) func terminal(language: Language) throws {
        let text = TerminalReport(SampleShop.garden).text(width: 96, colour: false, language: language)
        try GoldenFile("garden.\(language.rawValue).txt", in: .module).expect(text)
    }

    @Test("the terminal summary in colour and in sixty columns") func narrow() throws {
        let text = TerminalReport(SampleShop.garden).text(width: 60, colour: true, language: .polish)
        try GoldenFile("garden-narrow.pl.txt", in: .module).expect(text)
    }

    @Test("the page", arguments: Language.allCases) func page(language: Language) throws {
        try GoldenFile("garden.\(language.rawValue).html", in: .module).expect(
            HTMLReport(SampleShop.garden).page(language: language))
    }

    @Test("the JSON", arguments: Language.allCases) func json(language: Language) throws {
        try GoldenFile("garden.\(language.rawValue).json", in: .module).expect(
            JSONReport(SampleShop.garden).text(language: language))
    }

    @Test("the customers' file") func customers() throws {
        var bytes: [UInt8] = []
        CustomersFile(SampleShop.garden).write { bytes.append(contentsOf: $0) }
        try GoldenFile("garden-customers.csv", in: .module).expect(String(decoding: bytes, as: UTF8.self))
    }

    @Test("a shop with one order, and a shop with none", arguments: Language.allCases) func small(language: Language)
        throws
    {
        let single = TerminalReport(SampleShop.single).text(width: 80, colour: false, language: language)
        try GoldenFile("single.\(language.rawValue).txt", in: .module).expect(single)
        let empty = TerminalReport(SampleShop.empty).text(width: 80, colour: false, language: language)
        try GoldenFile("empty.\(language.rawValue).txt", in: .module).expect(empty)
    }
}
