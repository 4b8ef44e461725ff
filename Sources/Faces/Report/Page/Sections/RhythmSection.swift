import Domain
import Metrics

extension PageBuilder {
    var rhythm: SectionModel {
        var section = SectionModel(
            id: "rhythm", shortName: say(SectionTexts.rhythm), heading: say(SectionTexts.rhythm))
        let gaps = metrics.gaps
        if let median = gaps.median, let p90 = gaps.p90 {
            section.blocks.append(gapsFigure(gaps, median: median, p90: p90))
        } else {
            section.blocks.append(empty(ValueTexts.noGaps, size: ""))
        }
        section.blocks.append(
            metrics.hours.hasTimes ? hoursFigure(metrics.hours) : empty(ValueTexts.noHours, size: ""))
        return section
    }

    private func gapsFigure(_ gaps: GapDistribution, median: Int, p90: Int) -> BlockModel {
        // Weeks beyond the last gap say nothing; the last place holds all gaps longer than a year.
        let shown = max(8, (gaps.byWeek.lastIndex { $0 > 0 } ?? 0) + 1)
        let weeks = Array(gaps.byWeek.prefix(shown))
        let names = weeks.indices.map { week in
            say(
                week == 52
                    ? ValueTexts.weekBeyond(String(week * 7 + 1))
                    : ValueTexts.weekRange(String(week * 7 + 1), String(week * 7 + 7)))
        }
        let chart = BarChart(
            labels: weeks.indices.map { AxisLabel($0 == 52 ? "53+" : String($0 + 1)) },
            series: [.init("us", weeks.map(Double.init))],
            titles: zip(names, weeks).map { $0 + ": " + formats.count($1) },
            marker: (index: (median - 1) / 7, text: say(ValueTexts.medianMark)), footUnit: say(ValueTexts.weeks),
            leastStep: 1,
            valueText: { [formats] in formats.compactCount($0) })
        let title = ValueTexts.gapsTitle(
            median: formats.count(median, .withinDays), p90: formats.count(p90, .withinDays))
        return figure(
            "gaps", title: say(title), unit: say(ValueTexts.gapsUnit),
            data: TableModel(
                head: head(ValueTexts.week, ValueTexts.gapCount, PageTexts.share),
                rows: zip(names, weeks).map { name, count in
                    RowModel(
                        name: name,
                        cells: [
                            .figure(formats.count(count)), .figure(formats.percent(ratio(count, of: gaps.count))),
                        ])
                }), draw: chart.drawn)
    }

    private func hoursFigure(_ hours: OrderHours) -> BlockModel {
        let weekdays = formats.weekdays
        let most = hours.orders.flatMap(\.self).max() ?? 0
        let weekday = hours.orders.firstIndex { $0.contains(most) } ?? 0
        let hour = hours.orders[weekday].firstIndex(of: most) ?? 0
        let chart = HeatGrid(
            columns: (0..<24).map { String($0) },
            rows: hours.orders.enumerated().map { day, orders in
                HeatGrid.Row(
                    label: weekdays[day],
                    cells: orders.enumerated().map { hour, count in
                        HeatGrid.Cell(
                            level: HeatGrid.level(Double(count), of: Double(most)),
                            title: weekdays[day] + " " + String(hour) + ":00: " + formats.count(count, .orders))
                    })
            },
            columnUnit: say(ValueTexts.hour), cellHeight: 26, leastCellWidth: 8, mostCellWidth: 26)
        return figure(
            "hours",
            title: say(ValueTexts.hoursTitle(weekday: formats.weekdaysInFull[weekday], hour: String(hour) + ":00")),
            unit: say(ValueTexts.hoursUnit),
            data: TableModel(
                head: [.words(say(ValueTexts.weekday)), .figure(say(ValueTexts.total))]
                    + (0..<24).map { .figure(String($0)) },
                rows: hours.orders.enumerated().map { day, orders in
                    RowModel(
                        name: weekdays[day],
                        cells: ([orders.reduce(0, +)] + orders).map { .figure(formats.count($0)) })
                }), draw: chart.drawn)
    }
}
