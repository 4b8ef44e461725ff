import Domain
import Foundation
import Report
import Testing

@Suite("The page") struct PageTests {
    @Test("needs nobody: no script, no style attribute, no outside address", arguments: Language.allCases)
    func selfContained(language: Language) {
        for (name, page) in SampleShop.pages[language] ?? [] {
            for forbidden in ["<script", " style=", "http", "@import", "src=", "url(//", "<link"] {
                #expect(!page.contains(forbidden), "\(forbidden) in \(name)")
            }
            #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
        }
    }

    @Test("every figure has a title, a text alternative and its data as a table", arguments: Language.allCases)
    func figures(language: Language) {
        let page = HTMLReport(SampleShop.garden).page(language: language)
        let figures = page.components(separatedBy: "<figure id=").dropFirst()
        #expect(figures.count >= 14)
        for figure in figures {
            let own = figure.components(separatedBy: "</details>")[0]
            let id = own.prefix(40)
            #expect(own.range(of: "<h3>[^<]{6,}</h3>", options: .regularExpression) != nil, "\(id)")
            #expect(own.components(separatedBy: "role=\"img\" aria-label=\"").count == 3, "\(id)")
            #expect(!own.contains("aria-label=\"\""), "\(id)")
            let table = own.components(separatedBy: "<details").last ?? ""
            #expect(table.contains("<th scope=\"row\">") && table.contains("<td"), "\(id)")
        }
    }

    @Test("beside monthly retention stands no change of another figure", arguments: Language.allCases)
    func retentionCard(language: Language) throws {
        let page = HTMLReport(SampleShop.garden).page(language: language)
        let name = ["en": "Monthly retention", "pl": "Retencja miesięczna", "ru": "Удержание за месяц"]
        let label = try #require(name[language.rawValue])
        let pulse = page.components(separatedBy: "<section id=\"pulse\"")[1].components(separatedBy: "</section>")[0]
        let card = try #require(pulse.components(separatedBy: label).dropFirst().first)
        #expect(!card.contains("95%") && !card.contains("95\u{A0}%"))
    }

    @Test("the command's options hold together wherever lines break", arguments: Language.allCases)
    func options(language: Language) throws {
        var seen = 0
        for (name, page) in SampleShop.pages[language] ?? [] {
            let body = try #require(page.components(separatedBy: "</style>").last)
            // What stands between tags.
            for text in body.components(separatedBy: ">").map({ $0.prefix { $0 != "<" } }) where text.contains("--") {
                seen += 1
                #expect(body.contains("<span class=\"option\">\(text)</span>"), "\(text) in \(name)")
            }
        }
        #expect(seen > 0)
    }

    @Test("what shops write is escaped") func escaping() {
        let page = HTMLReport(SampleShop.garden).page(language: .polish)
        #expect(page.contains("Garden &amp; Sons"))
        #expect(page.contains("Kwota &lt;brutto&gt;") && !page.contains("<brutto>"))
    }

    @Test("files are named without their folders") func fileNames() {
        var content = SampleShop.single
        content.intake.files = ["/home/owner/orders.csv", "exports/older.csv"]
        let page = HTMLReport(content).page(language: .english)
        #expect(page.contains("Read from: orders.csv, older.csv"))
        #expect(!page.contains("owner") && !page.contains("exports"))
    }

    @Test("sections come in the order that a shop owner asks") func order() throws {
        let page = HTMLReport(SampleShop.garden).page(language: .english)
        let ids = [
            "findings", "pulse", "change", "activity", "retention", "cohorts", "new-returning", "second-order",
            "concentration", "segments", "rhythm", "breakdowns", "acquisition", "sayings", "method",
        ]
        let places = try ids.map { try #require(page.range(of: "<section id=\"\($0)\"")).lowerBound }
        #expect(places == places.sorted())
        for id in ids { #expect(page.contains("<a href=\"#\(id)\">")) }
    }

    @Test("a shop without orders gets a page that says what cannot be said", arguments: Language.allCases)
    func empty(language: Language) {
        let page = HTMLReport(SampleShop.empty).page(language: language)
        #expect(page.components(separatedBy: "class=\"empty\"").count > 5)
        #expect(!page.contains("<svg class=\"chart"))
    }

    @Test("every class that the page uses is in the stylesheet") func classes() throws {
        let page = HTMLReport(SampleShop.garden).page(language: .english)
        let parts = page.components(separatedBy: "</style>")
        let pattern = try NSRegularExpression(pattern: "class=\"([^\"]*)\"")
        let body = parts[1]
        let matches = pattern.matches(in: body, range: NSRange(body.startIndex..., in: body))
        let used = Set(
            matches.compactMap { Range($0.range(at: 1), in: body) }.flatMap {
                body[$0].split(separator: " ").map(String.init)
            })
        for name in used { #expect(parts[0].contains("." + name), ".\(name)") }
    }
}
