import Domain
import Metrics

/// The RFM segments' names and what to do with each. Their keys stay English everywhere else.
enum SegmentTexts {
    static func name(_ segment: RFMSegment) -> Phrase {
        switch segment {
        case .champions: Phrase(en: "Champions", pl: "Najlepsi", ru: "Лучшие")
        case .loyal: Phrase(en: "Loyal", pl: "Lojalni", ru: "Лояльные")
        case .potentialLoyalist: Phrase(en: "Potential loyalists", pl: "Na drodze do lojalności", ru: "Почти лояльные")
        case .newCustomers: Phrase(en: "New", pl: "Nowi", ru: "Новые")
        case .promising: Phrase(en: "Promising", pl: "Obiecujący", ru: "Многообещающие")
        case .needAttention: Phrase(en: "Need attention", pl: "Wymagają uwagi", ru: "Требуют внимания")
        case .aboutToSleep: Phrase(en: "About to sleep", pl: "Zasypiający", ru: "Засыпающие")
        case .atRisk: Phrase(en: "At risk", pl: "Zagrożeni", ru: "В зоне риска")
        case .cantLoseThem: Phrase(en: "Can't lose them", pl: "Nie do stracenia", ru: "Терять нельзя")
        case .hibernating: Phrase(en: "Hibernating", pl: "Uśpieni", ru: "Спящие")
        case .lost: Phrase(en: "Lost", pl: "Straceni", ru: "Потерянные")
        }
    }

    static func advice(_ segment: RFMSegment) -> Phrase {
        switch segment {
        case .champions:
            Phrase(
                en: "Thank them. Show them what is new first, ask for a review; no discounts needed.",
                pl: "Podziękuj. Pokazuj im nowości jako pierwszym, poproś o opinię; rabaty są zbędne.",
                ru: "Поблагодарите. Новинки показывайте им первыми, попросите отзыв; скидки не нужны.")
        case .loyal:
            Phrase(
                en: "Reward them for coming back; suggest what goes with what they bought.",
                pl: "Nagradzaj powroty; podpowiadaj, co pasuje do ich zakupów.",
                ru: "Поощряйте возвращения; советуйте то, что подходит к их покупкам.")
        case .potentialLoyalist:
            Phrase(
                en: "Invite them to the loyalty programme while they still come often.",
                pl: "Zaproś do programu lojalnościowego, dopóki kupują często.",
                ru: "Позовите в программу лояльности, пока они покупают часто.")
        case .newCustomers:
            Phrase(
                en: "Welcome them, help with the first purchase, suggest the second within a month.",
                pl: "Przywitaj, pomóż przy pierwszym zakupie, w ciągu miesiąca zaproponuj drugi.",
                ru: "Поприветствуйте, помогите с первой покупкой, в течение месяца предложите вторую.")
        case .promising:
            Phrase(
                en: "They came lately, but seldom. Remind them of the shop with something useful.",
                pl: "Kupili niedawno, lecz rzadko kupują. Przypomnij o sklepie czymś przydatnym.",
                ru: "Покупали недавно, но редко. Напомните о магазине чем-нибудь полезным.")
        case .needAttention:
            Phrase(
                en: "Make an offer with an end date, based on what they bought.",
                pl: "Złóż ofertę z terminem, opartą na ich zakupach.",
                ru: "Сделайте предложение с коротким сроком, исходя из их покупок.")
        case .aboutToSleep:
            Phrase(
                en: "One reminder with your best sellers; see who answers.",
                pl: "Jedno przypomnienie z bestsellerami; zobacz, kto odpowie.",
                ru: "Одно напоминание с хитами продаж; посмотрите, кто откликнется.")
        case .atRisk:
            Phrase(
                en: "They used to come often. Write in person and ask what went wrong.",
                pl: "Kiedyś kupowali często. Napisz osobiście i zapytaj, co poszło nie tak.",
                ru: "Раньше покупали часто. Напишите лично и спросите, что пошло не так.")
        case .cantLoseThem:
            Phrase(
                en: "Among the most valuable, long gone. Call them; a generous offer pays here.",
                pl: "Jedni z najcenniejszych, dawno ich nie było. Zadzwoń; tu hojna oferta się opłaca.",
                ru: "Из самых ценных, давно не появлялись. Позвоните; здесь щедрое предложение окупится.")
        case .hibernating:
            Phrase(
                en: "A cheap reminder at the start of the season is enough.",
                pl: "Wystarczy tanie przypomnienie na początku sezonu.",
                ru: "Достаточно недорогого напоминания в начале сезона.")
        case .lost:
            Phrase(
                en: "Do not spend on them; one farewell offer, then leave them in peace.",
                pl: "Nie wydawaj na nich pieniędzy; jedna oferta na pożegnanie i spokój.",
                ru: "Не тратьте на них деньги; одно прощальное предложение, и хватит.")
        }
    }
}
