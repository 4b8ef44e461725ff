import Domain
import Metrics

extension PageBuilder {
    var findings: SectionModel {
        var section = SectionModel(
            id: "findings", shortName: say(SectionTexts.findings), heading: say(SectionTexts.findings))
        if !metrics.cannotSay.isEmpty {
            section.notes = NotesModel(
                notesTitle: say(CannotSayTexts.title),
                remarks: metrics.cannotSay.map { say(CannotSayTexts.sentence($0)) })
        }
        if metrics.findings.isEmpty {
            section.blocks = [empty(FindingWords.reasonSentence(in: metrics), title: FindingTexts.nothing)]
        } else {
            section.lead = FindingWords.fewFindings(in: metrics).map(say)
            let words = FindingWords(formats: formats)
            section.findings = CardsModel(cards: metrics.findings.map { card($0, words: words) })
        }
        return section
    }

    private func card(_ finding: Finding, words: FindingWords) -> CardModel {
        CardModel(
            tone: FindingWords.tone(finding.fact).rawValue,
            label: finding.moneyAtStake == nil ? "" : words.stakeLabel(finding.fact),
            figure: finding.moneyAtStake.map { formats.money($0) } ?? words.figure(finding.fact),
            text: OptionMarkup.text(words.text(finding.fact)), beside: words.contribution(finding, in: metrics),
            note: say(FindingTexts.source(say(Self.section(of: finding.rule)))))
    }

    /// Where a reader finds the metric behind it.
    private static func section(of rule: FindingRule) -> Phrase {
        switch rule {
        case .gettingWorse, .gettingBetter, .nothingChanged: SectionTexts.change
        case .leaversOutrunNewcomers, .keepMore: SectionTexts.retention
        case .vipsSilent, .greatCustomersLapsed, .lapsedRevenue, .lapsingRevenue: SectionTexts.activity
        case .dependsOnFew: SectionTexts.concentration
        case .fewSecondPurchases: SectionTexts.nextOrder
        case .weakValue: SectionTexts.breakdowns
        case .acquisitionNotRecovered: SectionTexts.acquisition
        }
    }
}
