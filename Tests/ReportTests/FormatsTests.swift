import Domain
import Testing

@testable import Report

@Suite("Formats") struct FormatsTests {
    private static let pound = Currency("GBP")

    private func formats(_ language: Language) throws -> Formats {
        Formats(language: language, currency: try #require(Self.pound))
    }

    @Test("numbers, money and shares as readers write them, with no-break spaces")
    func figures() throws {
        let (english, polish, russian) = (try formats(.english), try formats(.polish), try formats(.russian))
        #expect(english.count(1_234_567) == "1,234,567")
        #expect(polish.count(1_234_567) == "1\u{A0}234\u{A0}567")
        #expect(russian.count(-12_345) == "−12\u{A0}345")
        #expect(english.money(41_230_025) == "£412,300")
        #expect(polish.exactMoney(41_230_025) == "412\u{A0}300,25\u{A0}£")
        #expect(russian.exactMoney(-1_041_124) == "−10\u{A0}411,24\u{A0}£")
        #expect(english.percent(0.6557) == "65.6%")
        #expect(polish.percent(0.6557) == "65,6%")
        #expect(russian.percent(0.6557) == "65,6\u{A0}%")
        #expect(english.points(-0.012) == "−1.2\u{A0}pts")
        #expect(english.percentChange(0.041) == "+4.1%")
    }

    @Test(
        "a share that was given is told as it was given",
        arguments: [
            (0.1, "10%"), (0.375, "37.5%"), (0.125, "12.5%"), (0.001, "0.1%"), (0.0001, "0.01%"), (0.1234, "12.34%"),
            (1, "100%"), (0, "0%"), (0.07, "7%"), (0.2905, "29.05%"),
        ])
    func given(share: Double, text: String) throws {
        #expect(try formats(.english).givenPercent(share) == text)
    }

    @Test("money of an unknown currency has no sign", arguments: Language.allCases) func unknown(language: Language)
        throws
    {
        let formats = Formats(language: language, currency: try #require(Currency("XXX")))
        for text in [formats.money(1_234_500), formats.exactMoney(1_234_500), formats.shortMoney(1_234_500 as Int64)] {
            #expect(!text.contains("¤") && !text.contains("XXX"))
        }
    }

    @Test("what rounds to nothing has no sign") func zero() throws {
        let english = try formats(.english)
        #expect(english.percentChange(-0.0001) == "0.0%")
        #expect(english.points(0.0002) == "0.0\u{A0}pts")
        #expect(english.number(-0.004, digits: 2) == "0.00")
    }

    @Test("an undefined figure is a dash, not a zero") func undefined() throws {
        let polish = try formats(.polish)
        #expect(polish.percent(nil) == "–")
        #expect(polish.percent(.nan) == "–")
        #expect(polish.money(nil) == "–")
        #expect(polish.meanMoney(.infinity) == "–")
    }

    @Test("great amounts are told in short, and the greatest are no trap") func great() throws {
        let english = try formats(.english)
        #expect(english.money(1_234_567_890) == "£12.3M")
        #expect(english.money(.max).contains("T") || english.money(.max).contains("£"))
        #expect(!english.exactMoney(.min).isEmpty)
    }

    @Test("days and periods by the reader's calendar words") func dates() throws {
        let day = try #require(Day("2011-12-09"))
        #expect(try formats(.english).day(day) == "9 December 2011")
        #expect(try formats(.polish).day(day) == "9 grudnia 2011")
        #expect(try formats(.russian).day(day).hasPrefix("9 декабря 2011"))
        let month = CalendarPeriod(.month, containing: day)
        #expect(try formats(.english).period(month) == "Dec\u{A0}2011")
        #expect(try formats(.polish).period(month) == "gru\u{A0}2011")
        #expect(try formats(.russian).period(month) == "дек\u{A0}2011")
        let quarter = CalendarPeriod(.quarter, containing: day)
        #expect(try formats(.polish).period(quarter) == "IV\u{A0}kw.\u{A0}2011")
        #expect(try formats(.english).weekdays == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        #expect(try formats(.russian).weekdaysInFull[6] == "воскресенье")
    }
}
