import Domain
import Testing

@testable import Metrics

@Suite("The days of a pass") struct TimelineTests {
    @Test("know their place in weeks, months, quarters and years", arguments: [1, 40, 800, 20_000])
    func places(days: Int) {
        let first = Day("2023-01-17")!
        let timeline = Timeline(first: first.number, asOf: first.number + Int32(days) - 1)
        func since(_ unit: CalendarUnit, _ day: Day) -> Int {
            CalendarPeriod(unit, containing: day).index - CalendarPeriod(unit, containing: first).index
        }
        let skippedWeeks = max(0, timeline.weekCount - Timeline.mostCohorts, since(.week, timeline.asOf) - 519)
        let skippedMonths = timeline.monthCount - timeline.cohortMonthCount
        for offset in stride(from: 0, to: days, by: max(1, days / 3_000)) {
            let (day, place) = (first.advanced(by: offset), timeline.places[offset])
            let monthEnd = CalendarPeriod(.month, containing: day).lastDay
            #expect(Int(place.weekCell) == max(0, since(.week, day) - skippedWeeks) * CohortCounts.cell)
            #expect(Int(place.monthCell) == max(0, since(.month, day) - skippedMonths) * CohortCounts.cell)
            #expect(Int(place.month) == since(.month, day))
            #expect(Int(place.quarter) == since(.quarter, day))
            #expect(Int(place.year) == since(.year, day))
            #expect(Int(place.hours) == day.weekday * 25)
            #expect(Int(place.dayOfMonth) == day.date.day)
            #expect(Int(place.untilMonthEnd) == min(day.days(to: monthEnd), days - 1 - offset))
        }
    }

    @Test("tell days outside of them as the first and the last") func clamping() {
        let view = Timeline(first: 100, asOf: 110)
        #expect(
            [Int32.min, 99, 100, 105, 110, 111, Int32.max].map { view.view.offset(of: $0) } == [0, 0, 0, 5, 10, 10, 10])
    }
}
