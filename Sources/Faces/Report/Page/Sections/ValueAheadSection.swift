import Domain
import Forecast
import LifetimeValue
import Metrics

extension PageBuilder {
    /// Nil where the value was not asked for.
    var valueAhead: SectionModel? {
        guard let value = content.value else { return nil }
        var section = SectionModel(
            id: "value", shortName: say(ValueAheadTexts.heading), heading: say(ValueAheadTexts.heading))
        switch value {
        case .failure(let failure):
            let reason = failure.message(in: formats.language)
            section.blocks = [
                BlockModel(size: "full", empty: EmptyModel(title: say(PageTexts.cannotSayTitle), text: reason))
            ]
        case .success(let ahead):
            let options = ahead.forecast.options
            section.lead = say(
                ValueAheadTexts.lead(
                    days: formats.count(options.horizonDays, .withinDays),
                    discount: formats.givenPercent(options.discount),
                    isContribution: options.margin != nil))
            section.pulse = CardsModel(cards: cards(ahead))
            section.blocks = blocks(ahead)
            section.notes = NotesModel(notesTitle: say(PageTexts.remarks), remarks: remarks(ahead))
        }
        return section
    }

    private func cards(_ ahead: ValueAhead) -> [CardModel] {
        let (forecast, total) = (ahead.forecast, ahead.forecast.total)
        func money(_ value: Double) -> String { formats.money(forecast.minorUnits(value)) }
        func whole(_ value: Double) -> String { formats.count(Int(min(value, 1e15).rounded())) }
        let alive = forecast.expectedAlive
        return [
            CardModel(
                label: say(ValueAheadTexts.expected), figure: money(total.expectedValue),
                note: say(ValueAheadTexts.interval(money(total.value.lower), money(total.value.upper)))),
            CardModel(
                label: say(ValueAheadTexts.orders), figure: whole(total.expectedOrders),
                note: say(ValueAheadTexts.interval(whole(total.orders.lower), whole(total.orders.upper)))),
            CardModel(
                label: say(ValueAheadTexts.stillThere), figure: whole(alive),
                note: say(
                    ValueAheadTexts.stillThereNote(
                        share: formats.percent(alive / Double(max(1, forecast.customers.count)), digits: 0),
                        of: formats.count(forecast.customers.count)))),
            CardModel(
                label: say(ValueAheadTexts.newcomer),
                figure: formats.meanMoney(Double(forecast.minorUnits(forecast.newcomer.expectedValue))),
                note: say(ValueAheadTexts.newcomerNote)),
        ]
            // Where hardly anybody leaves, nobody more can be kept.
            + (isAnybodyLeaving(ahead)
                ? [
                    CardModel(
                        label: say(ValueAheadTexts.fivePoints), figure: formats.money(ahead.fivePointsMore),
                        note: say(ValueAheadTexts.fivePointsNote))
                ] : [])
    }

    private func isAnybodyLeaving(_ ahead: ValueAhead) -> Bool {
        ahead.forecast.expectedAlive < 0.99 * Double(ahead.forecast.customers.count)
    }

    /// Half sheets stand in pairs.
    private func blocks(_ ahead: ValueAhead) -> [BlockModel] {
        let halves = [lorenz(ahead), vips(ahead)].compactMap(\.self)
        let tables = [atStake(ahead), cohorts(ahead), sources(ahead)].compactMap(\.self)
        return [tracking(ahead), aliveMap(ahead)].compactMap(\.self) + paired(halves) + tables
    }

    private func paired(_ blocks: [(String) -> BlockModel]) -> [BlockModel] {
        blocks.map { $0(blocks.count == 2 ? "" : "full") }
    }

    // MARK: What came and what was expected

    private static let mostWeeks = 104

    private func tracking(_ ahead: ValueAhead) -> BlockModel? {
        let weeks = Array(ahead.tracking.suffix(Self.mostWeeks))
        guard weeks.count > 1 else { return nil }
        let year = weeks.suffix(52)
        let title = ValueAheadTexts.trackingTitle(
            weeks: formats.count(year.count, ForecastTexts.weeks),
            actual: formats.count(year.reduce(0) { $0 + $1.actual }),
            expected: formats.count(Int(year.reduce(0) { $0 + $1.expected }.rounded())))
        func points(_ name: String, _ legend: Phrase, _ value: (TrackedWeek) -> Double) -> LineChart.Series {
            LineChart.Series(
                name, weeks.map(value),
                titles: weeks.map {
                    formats.day($0.lastDay) + ", " + say(legend) + ": " + formats.number(value($0), digits: 0)
                })
        }
        let chart = LineChart(
            labels: weeks.map { week in
                AxisLabel(
                    formats.count(week.lastDay.date.day),
                    group: formats.period(CalendarPeriod(.month, containing: week.lastDay)))
            },
            series: [
                points("other", ValueAheadTexts.came) { Double($0.actual) },
                points("us", ValueAheadTexts.modelExpects) { $0.expected },
            ], marked: [], limit: nil,
            valueText: { [formats] in formats.compactCount($1) })
        return figure(
            "tracking", title: say(title), unit: say(ValueAheadTexts.trackingUnit),
            legend: [
                LegendModel(name: "other", text: say(ValueAheadTexts.came)),
                LegendModel(name: "us", text: say(ValueAheadTexts.modelExpects)),
            ], size: "full",
            data: TableModel(
                head: head(ValueAheadTexts.week, ValueAheadTexts.came, ValueAheadTexts.modelExpects),
                rows: weeks.map { week in
                    RowModel(
                        name: formats.day(week.lastDay),
                        cells: [.figure(formats.count(week.actual)), .figure(formats.number(week.expected, digits: 1))])
                }),
            draw: chart.drawn)
    }

    // MARK: The map of P(alive)

    private func aliveMap(_ ahead: ValueAhead) -> BlockModel? {
        let map = ahead.aliveMap
        let columns = AliveMap.purchaseDays.map { days in
            days.upperBound == Int.max
                ? "\(days.lowerBound)+"
                : days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound)–\(days.upperBound)"
        }
        let rows = AliveMap.silences.indices.filter { row in map.rows[row].contains { $0.customers > 0 } }
        guard let last = rows.last else { return nil }
        let shown = Array(0...last)
        func silence(_ row: Int) -> String {
            let start = AliveMap.silences[row]
            guard row + 1 < AliveMap.silences.count else { return "\(start)+" }
            return "\(start)–\(AliveMap.silences[row + 1] - 1)"
        }
        let grid = HeatGrid(
            columns: columns,
            rows: shown.map { row in
                HeatGrid.Row(
                    label: silence(row), note: formats.count(map.rows[row].reduce(0) { $0 + $1.customers }),
                    cells: map.rows[row].map { cell in
                        cell.pAlive.map { chance in
                            HeatGrid.Cell(
                                level: HeatGrid.evenLevel(chance, of: 1),
                                text: formats.count(Int((chance * 100).rounded())),
                                title: say(
                                    ValueAheadTexts.cell(
                                        customers: formats.count(cell.customers, .customers),
                                        chance: formats.percent(chance))))
                        }
                    })
            },
            labelHead: say(ValueAheadTexts.silentDays), noteHead: say(PageTexts.customers),
            columnUnit: say(ValueAheadTexts.purchaseDays), leastCellWidth: 36, mostCellWidth: 110)
        return figure(
            "alive", title: say(isAnybodyLeaving(ahead) ? mapTitle(map) : ValueAheadTexts.nobodyLeaves),
            unit: say(ValueAheadTexts.mapUnit), size: "full",
            data: TableModel(
                head: [.words(say(ValueAheadTexts.silentDays))] + columns.map { .figure($0) },
                rows: shown.map { row in
                    RowModel(
                        name: silence(row),
                        cells: map.rows[row].map { .figure($0.pAlive.map { formats.percent($0) } ?? "") })
                }),
            draw: grid.drawn)
    }

    /// Tells of those who bought once half a year ago, where there are enough of them.
    private func mapTitle(_ map: AliveMap) -> Phrase {
        guard let row = AliveMap.silences.firstIndex(of: 181), let chance = map.rows[row][0].pAlive,
            map.rows[row][0].customers >= 10
        else { return ValueAheadTexts.plainMapTitle }
        return ValueAheadTexts.mapTitle(share: formats.percent(chance, digits: 0), silence: "181–270 " + days)
    }

    private var days: String { Plural.days.form(for: 270, in: formats.language) }

    // MARK: Who will bring it

    private func lorenz(_ ahead: ValueAhead) -> ((String) -> BlockModel)? {
        let concentration = ahead.ranking.concentration
        guard let top20 = concentration.top20, concentration.lorenz.count > 1,
            ahead.forecast.customers.count >= Self.fewestForShares
        else { return nil }
        return { size in
            lorenzFigure(
                "lorenz-ahead", concentration, top20: top20,
                title: ValueAheadTexts.lorenzTitle(share: formats.percent(top20)), unit: ValueAheadTexts.lorenzUnit,
                figures: ValueAheadTexts.expected, size: size)
        }
    }

    private func vips(_ ahead: ValueAhead) -> ((String) -> BlockModel)? {
        guard !ahead.best.isEmpty else { return nil }
        let vips = ahead.ranking.vips
        let table = TableModel(
            title: say(
                ValueAheadTexts.vipsTitle(
                    formats.count(vips.customers, .customers),
                    share: formats.percent(ahead.forecast.options.vipShare, digits: 0),
                    value: formats.money(vips.expectedValue))),
            unit: say(ValueAheadTexts.vipsUnit),
            head: head(
                ValueAheadTexts.customer, ValueAheadTexts.chance, ValueAheadTexts.orders, ValueAheadTexts.expected),
            rows: ahead.best.map { customer in
                RowModel(
                    name: customer.id,
                    cells: [
                        .figure(formats.percent(customer.pAlive, digits: 0)),
                        .figure(formats.number(customer.expectedOrders, digits: 1)),
                        .figure(formats.money(customer.expectedValue)),
                    ])
            })
        return { BlockModel(size: $0, table: table) }
    }

    private func atStake(_ ahead: ValueAhead) -> BlockModel? {
        guard !ahead.atStake.isEmpty else { return nil }
        return BlockModel(
            size: "full",
            table: TableModel(
                title: say(ValueAheadTexts.atStakeTitle(formats.money(ahead.allAtStake))),
                unit: say(ValueAheadTexts.atStakeUnit),
                head: head(
                    ValueAheadTexts.customer, ValueAheadTexts.silentDays, ValueAheadTexts.chance,
                    ValueAheadTexts.expected, ValueAheadTexts.atStake),
                rows: ahead.atStake.map { customer in
                    RowModel(
                        name: customer.id,
                        cells: [
                            .figure(formats.count(customer.silentDays)),
                            .figure(formats.percent(customer.pAlive, digits: 0)),
                            .figure(formats.meanMoney(Double(customer.expectedValue))),
                            .figure(formats.meanMoney(Double(customer.value))),
                        ])
                }))
    }

    // MARK: By cohort and source

    private static let mostGroups = 20

    private func cohorts(_ ahead: ValueAhead) -> BlockModel? {
        guard ahead.cohorts.count > 1 else { return nil }
        let earlier = ahead.cohorts.dropLast(Self.mostGroups)
        var rows = ahead.cohorts.suffix(Self.mostGroups).enumerated().map { place, one in
            let mark = place == 0 && earlier.isEmpty ? "*" : ""
            return RowModel(name: formats.period(one.cohort) + mark, cells: cells(one.group))
        }
        if let last = earlier.last {
            let joined = ForecastGroup(joining: earlier.map(\.group))
            rows.insert(RowModel(name: "≤ " + formats.period(last.cohort) + "*", cells: cells(joined)), at: 0)
        }
        return groupTable(ValueAheadTexts.cohortsTitle, groupHead(PageTexts.period), rows)
    }

    /// Where costs are given without sources it is one row.
    private func sources(_ ahead: ValueAhead) -> BlockModel? {
        let all = ahead.everybody
        guard ahead.sources.count > 1 || all.cac != nil else { return nil }
        let groups = ahead.sources.prefix(Self.mostGroups).map { (name: $0.source ?? say(PageTexts.unnamed), own: $0) }
        var rows = [(name: say(AcquisitionTexts.all), own: all)] + (ahead.sources.count > 1 ? groups : [])
        let others = ahead.sources.dropFirst(Self.mostGroups)
        if !others.isEmpty {
            let joined = ForecastGroup(joining: others.map(\.group))
            let name = say(ValueAheadTexts.others(formats.count(others.count)))
            rows.append((name, ValueAhead.SourceValue(source: nil, group: joined, cac: nil)))
        }
        let hasCosts = rows.contains { $0.own.cac != nil }
        let costHead = [AcquisitionTexts.cac, ValueAheadTexts.perCost].map { CellModel.figure(say($0)) }
        return groupTable(
            ValueAheadTexts.sourcesTitle, groupHead(AcquisitionTexts.source) + (hasCosts ? costHead : []),
            rows.map { name, own in
                let costs: [CellModel] = [
                    .figure(formats.meanMoney(own.cac)), .figure(formats.number(own.valueToCost, digits: 2)),
                ]
                return RowModel(name: name, cells: cells(own.group) + (hasCosts ? costs : []))
            })
    }

    private func groupHead(_ first: Phrase) -> [CellModel] {
        head(first, PageTexts.customers, ValueAheadTexts.past, ValueAheadTexts.ahead, ValueAheadTexts.lifetimeValue)
    }

    private func cells(_ group: ForecastGroup) -> [CellModel] {
        let size = Double(max(1, group.customers))
        return [
            .figure(formats.count(group.customers)), .figure(whole(Double(group.past) / size)),
            .figure(whole(Double(group.expected) / size)), .figure(whole(group.lifetimeValue)),
        ]
    }

    private func groupTable(_ title: Phrase, _ head: [CellModel], _ rows: [RowModel]) -> BlockModel {
        BlockModel(
            size: "full",
            table: TableModel(title: say(title), unit: say(ValueAheadTexts.groupUnit), head: head, rows: rows))
    }

    /// A table of seven columns has no room for decimals.
    private func whole(_ mean: Double) -> String { formats.money(MinorUnits(min(max(mean, -9e18), 9e18).rounded())) }

    // MARK: How

    private func remarks(_ ahead: ValueAhead) -> [String] {
        let (forecast, language) = (ahead.forecast, formats.language)
        var remarks = [forecast.choice.reason(in: language), say(ValueAheadTexts.allCustomers)]
        remarks += forecast.choice.fit.warnings.map { $0.message(in: language) }
        remarks += (forecast.spend.fit?.warnings ?? []).map { $0.message(in: language) }
        if let reason = forecast.spend.reason { remarks.append(reason.message(in: language)) }
        remarks.append(say(ValueAheadTexts.caveat))
        if ahead.cohorts.count > 1 { remarks.append("* " + say(ValueAheadTexts.startsBeforeFile)) }
        if ahead.isWithoutContribution { remarks.append(say(ValueAheadTexts.withoutContribution)) }
        if ahead.everybody.cac != nil, forecast.options.margin == nil {
            remarks.append(say(ValueAheadTexts.revenueToCost))
        }
        return remarks
    }
}
