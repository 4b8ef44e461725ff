import Subscriptions
import Testing

@Suite("What an amount is for one month") struct BillingPeriodTests {
    @Test(
        "a year has twelve months, fifty-two weeks or 365 days, and the cent is rounded once",
        arguments: [
            (1_990, 1, .month, 199_000), (12_000, 1, .year, 100_000), (10_000, 1, .year, 83_333),
            (1_300, 1, .week, 563_333), (1_300, 2, .week, 281_667), (100, 1, .day, 304_167), (100, 30, .day, 10_139),
            (5_000, 3, .month, 166_667), (9_999, 6, .month, 166_650), (1, 1, .year, 8), (0, 1, .month, 0),
            // Halves go away from zero.
            (6, 1, .year, 50), (18, 4, .month, 450),
        ] as [(Int64, Int, BillingPeriod.Unit, Int64)])
    func monthly(cents: Int64, count: Int, unit: BillingPeriod.Unit, hundredths: Int64) throws {
        let period = try #require(BillingPeriod(count, unit))
        // Told with four decimals to see the rounding, and with two as money is.
        #expect(period.monthlyMinorUnits(ofMillionths: cents * 10_000, minorDigits: 4) == hundredths)
        let exact = Double(hundredths) / 100
        let rounded = try #require(period.monthlyMinorUnits(ofMillionths: cents * 10_000, minorDigits: 2))
        #expect(abs(Double(rounded) - exact) <= 0.5)
    }

    @Test("rounds half a unit away from zero") func halves() throws {
        // 0.06 a year is half a cent a month.
        let year = try #require(BillingPeriod(1, .year))
        #expect(year.monthlyMinorUnits(ofMillionths: 60_000, minorDigits: 2) == 1)
        #expect(year.monthlyMinorUnits(ofMillionths: 59_999, minorDigits: 2) == 0)
        #expect(year.monthlyMinorUnits(ofMillionths: -60_000, minorDigits: 2) == -1)
        // Yen have no decimals.
        #expect(year.monthlyMinorUnits(ofMillionths: 6_000_000, minorDigits: 0) == 1)
    }

    @Test("the largest amounts are exact or refused") func large() throws {
        let limit: Int64 = 999_999_999_999_999_999
        #expect(BillingPeriod.month.monthlyMinorUnits(ofMillionths: limit, minorDigits: 2) == 100_000_000_000_000)
        let day = try #require(BillingPeriod(1, .day))
        #expect(day.monthlyMinorUnits(ofMillionths: limit, minorDigits: 6) == nil)
        #expect(day.monthlyMinorUnits(ofMillionths: limit, minorDigits: 4) == 304_166_666_666_666_666)
    }

    @Test("nobody pays for no time, or for more than 1,200 units") func bounds() {
        #expect(BillingPeriod(0, .month) == nil && BillingPeriod(-1, .month) == nil)
        #expect(BillingPeriod(1_200, .month) != nil && BillingPeriod(1_201, .month) == nil)
    }
}
