import Domain
import Intake
import Metrics

extension PageBuilder {
    var method: SectionModel {
        let intake = content.intake
        var section = SectionModel(id: "method", shortName: say(SectionTexts.method), heading: say(SectionTexts.method))
        if !intake.files.isEmpty { section.lead = say(MethodTexts.files(content.fileNames.joined(separator: ", "))) }
        section.blocks = [rowsTable(intake)]
        if !intake.statuses.isEmpty { section.blocks.append(statusTable(intake)) }
        if !intake.columns.isEmpty { section.blocks.append(columnTable(intake)) }
        if section.blocks.count == 2 {
            section.blocks = section.blocks.map { BlockModel(size: "full", table: $0.table) }
        }
        section.notes = NotesModel(
            notesTitle: say(PageTexts.remarks),
            remarks: [say(intake.timeZone.map { MethodTexts.timeZone($0) } ?? MethodTexts.localDays)]
                + intake.notes.map { say(MethodTexts.note($0, formats: formats)) })
        section.terms = TermsModel(
            termsTitle: say(DefinitionTexts.heading),
            definitions: definitions.map { DefinitionModel(term: say($0.term), text: say($0.text)) })
        return section
    }

    /// The words that the report uses: contribution only where it is known.
    private var definitions: [(term: Phrase, text: Phrase)] {
        guard metrics.overview.contribution != nil else { return DefinitionTexts.all }
        return DefinitionTexts.all.prefix(1) + [(PageTexts.contribution, ContributionTexts.definition)]
            + DefinitionTexts.all.dropFirst()
    }

    private func rowsTable(_ intake: IntakeSummary) -> BlockModel {
        let reasons = { (counts: [String: Int], text: (String) -> Phrase?) in
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { key, count in
                // A key that this version has no words for speaks for itself.
                RowModel(name: "· " + (text(key).map(say) ?? key), cells: [.figure(formats.count(count))])
            }
        }
        let row = { (name: Phrase, count: Int) in
            RowModel(name: say(name), cells: [.figure(formats.count(count))])
        }
        return BlockModel(
            size: intake.statuses.isEmpty ? "full" : "",
            table: TableModel(
                title: say(MethodTexts.rowsTitle), head: head(MethodTexts.fate, MethodTexts.rows),
                rows: [row(MethodTexts.read, intake.rows), row(MethodTexts.accepted, intake.accepted)]
                    + [row(MethodTexts.rejected, intake.rejected)]
                    + reasons(intake.rejectedByReason) { RejectReason(rawValue: $0).map(\.phrase) }
                    + [row(MethodTexts.ignored, intake.ignored)]
                    + reasons(intake.ignoredByReason) { IgnoreReason(rawValue: $0).map(ReasonTexts.text) }))
    }

    private func statusTable(_ intake: IntakeSummary) -> BlockModel {
        BlockModel(
            size: "",
            table: TableModel(
                title: say(MethodTexts.statusesTitle),
                head: [.words(say(MethodTexts.status)), .words(say(MethodTexts.rule)), .figure(say(MethodTexts.rows))],
                rows: statusRows(intake.statuses)))
    }

    /// Every status that does not simply count, and the most frequent of those that do.
    private func statusRows(_ statuses: [IntakeSummary.Status]) -> [RowModel] {
        let notable = statuses.filter { !$0.isPlain }
        let plain = statuses.filter(\.isPlain)
        let plainShown = statuses.count <= 20 ? plain.count : min(plain.count, max(3, 12 - notable.count))
        func sum(_ rest: ArraySlice<IntakeSummary.Status>, _ name: Phrase, _ rule: Phrase?) -> [RowModel] {
            guard !rest.isEmpty else { return [] }
            let rows = formats.count(rest.reduce(0) { $0 + $1.rows })
            return [
                RowModel(
                    name: "\(say(name)): \(formats.count(rest.count))",
                    cells: [.words(rule.map(say) ?? ""), .figure(rows)])
            ]
        }
        return (notable.prefix(100) + plain[..<plainShown]).map { status in
            RowModel(
                name: statusName(status),
                cells: [.words(say(MethodTexts.rule(status))), .figure(formats.count(status.rows))])
        } + sum(notable.dropFirst(100), MethodTexts.unknownStatuses, nil)
            + sum(plain[plainShown...], MethodTexts.otherStatuses, MethodTexts.rule(.count))
    }

    /// The status as the file writes it; with its column where that is not simply the status.
    private func statusName(_ status: IntakeSummary.Status) -> String {
        let column = say(ColumnTexts.name(status.role))
        if status.text.isEmpty { return column }
        return status.role == .status ? status.text : "\(status.text) (\(column))"
    }

    private func columnTable(_ intake: IntakeSummary) -> BlockModel {
        BlockModel(
            size: "full",
            table: TableModel(
                look: "wordy pair", title: say(MethodTexts.columnsTitle),
                head: [
                    .words(say(MethodTexts.meaning)), .words(say(MethodTexts.column)), .words(say(MethodTexts.samples)),
                ],
                rows: intake.columns.map { column in
                    RowModel(
                        name: say(ColumnTexts.name(column.role)),
                        cells: [.words(column.name), .words(column.samples.joined(separator: " · "))])
                }))
    }
}
