import Domain
import Metrics

extension PageBuilder {
    var sayings: SectionModel {
        let sayings = metrics.sayings
        let hasFifth = metrics.overview.customers >= Self.fewestForShares
        let revenue = metrics.overview.sharedRevenue
        var section = SectionModel(
            id: "sayings", shortName: say(SectionTexts.sayings), heading: say(SectionTexts.sayings))
        section.lead = say(SayingTexts.lead)
        section.sayings = CardsModel(cards: [
            saying(
                SayingTexts.threeQuarters, sayings.returningShareOfRevenue.map { formats.percent($0) },
                SayingTexts.returningHere(of: revenue)),
            saying(
                SayingTexts.eightyTwenty, hasFifth ? sayings.topFifthShare.map { formats.percent($0) } : nil,
                SayingTexts.fifthHere(of: revenue)),
            saying(
                SayingTexts.spendMore, sayings.existingSpendMore.map { formats.percentChange($0) },
                SayingTexts.spendHere),
            saying(
                SayingTexts.fiveTimes, sayings.winningAgainstFirstOrder.map { formats.number($0, digits: 1) },
                SayingTexts.costHere, otherwise: metrics.acquisition.isEmpty ? SayingTexts.needsCosts : nil),
        ])
        return section
    }

    private func saying(
        _ words: Phrase, _ figure: String?, _ text: Phrase, otherwise: Phrase? = nil
    ) -> CardModel {
        CardModel(
            label: say(words), figure: figure ?? Formats.undefined,
            text: OptionMarkup.text(say(figure == nil ? otherwise ?? SayingTexts.cannotSay : text)))
    }
}
