import Domain
import Metrics

/// What the data cannot say, and why.
enum CannotSayTexts {
    static let title = Phrase(
        en: "What these data cannot say", pl: "Czego z tych danych nie widać", ru: "Чего по этим данным не видно")

    static func sentence(_ item: CannotSay) -> Phrase {
        let question = question(item.question)
        let reason = reason(item.reason)
        return Phrase(
            en: "\(question.en): \(reason.en)", pl: "\(question.pl): \(reason.pl)", ru: "\(question.ru): \(reason.ru)")
    }

    /// The same where no heading says that it is unanswered.
    static func whole(_ item: CannotSay) -> Phrase {
        let sentence = sentence(item)
        func inSentence(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
        return Phrase(
            en: "Cannot say \(inSentence(sentence.en))", pl: "Nie wiadomo, \(inSentence(sentence.pl))",
            ru: "Нельзя сказать, \(inSentence(sentence.ru))")
    }

    static func question(_ question: CannotSay.Question) -> Phrase {
        switch question {
        case .isItGettingBetter:
            Phrase(en: "Whether it is getting better", pl: "Czy jest lepiej", ru: "Становится ли лучше")
        case .window:
            Phrase(
                en: "When silence means leaving", pl: "Kiedy cisza oznacza odejście", ru: "Когда молчание значит уход")
        case .retention: Phrase(en: "How many stay", pl: "Ilu klientów zostaje", ru: "Сколько клиентов остаётся")
        case .retentionChange:
            Phrase(en: "How retention changed", pl: "Jak zmieniła się retencja", ru: "Как изменилось удержание")
        case .newCustomersChange:
            Phrase(
                en: "How the number of new customers changed", pl: "Jak zmieniła się liczba nowych klientów",
                ru: "Как изменилось число новых клиентов")
        case .secondPurchaseChange:
            Phrase(
                en: "How the second order changed", pl: "Jak zmienił się udział drugich zakupów",
                ru: "Как изменилась доля вторых покупок")
        case .vipMovement:
            Phrase(
                en: "Who joined and left the VIP list", pl: "Kto dołączył do listy VIP, a kto z niej wypadł",
                ru: "Кто вошёл в список VIP и кто выбыл")
        case .contribution:
            Phrase(en: "What is left after costs", pl: "Ile zostaje po kosztach", ru: "Сколько остаётся после расходов")
        case .payback:
            Phrase(
                en: "When a new customer pays back", pl: "Kiedy nowy klient się zwraca",
                ru: "Когда окупается новый клиент")
        case .orderHours:
            Phrase(en: "When people order", pl: "O jakiej porze są zamówienia", ru: "В какие часы заказывают")
        case .breakdown:
            Phrase(
                en: "Breakdowns by country, source and the like", pl: "Przekroje według kraju, źródła i podobne",
                ru: "Разрезы по стране, источнику и прочему")
        case .seasons:
            Phrase(
                en: "What is season and what is change", pl: "Co jest sezonem, a co zmianą",
                ru: "Где сезон, а где перемена")
        }
    }

    static func reason(_ reason: CannotSay.Reason) -> Phrase {
        switch reason {
        case .noCustomers:
            Phrase(
                en: "there are no orders of known customers.", pl: "nie ma zamówień znanych klientów.",
                ru: "нет заказов известных клиентов.")
        case .historyTooShort:
            Phrase(en: "the history is too short.", pl: "historia jest za krótka.", ru: "история слишком коротка.")
        case .noRepeatPurchases:
            Phrase(
                en: "nobody has bought on two different days yet.",
                pl: "nikt jeszcze nie kupił w dwóch różnych dniach.",
                ru: "никто ещё не покупал в два разных дня.")
        case .tooFewCustomers:
            Phrase(en: "there are too few customers.", pl: "klientów jest za mało.", ru: "клиентов слишком мало.")
        case .firstOrdersUnknown:
            Phrase(
                en: "the file begins in the middle of the shop's life, so old customers look new.",
                pl: "plik zaczyna się w środku życia sklepu, więc dawni klienci wyglądają na nowych.",
                ru: "файл начинается с середины жизни магазина, и прежние клиенты выглядят новыми.")
        case .noContribution:
            Phrase(
                en: "neither a margin nor costs are given (option --margin).",
                pl: "nie podano marży ani kosztów (opcja --margin).",
                ru: "не заданы ни маржа, ни расходы (параметр --margin).")
        case .noGoodsCost:
            Phrase(
                en: "the orders have fees, but not the cost of the goods (give --margin).",
                pl: "zamówienia mają opłaty, ale nie koszt towaru (podaj --margin).",
                ru: "в заказах есть комиссии, но нет стоимости товара (задайте --margin).")
        case .goodsCostsMissing:
            Phrase(
                en: "more than 5% of the orders have no cost (give --margin).",
                pl: "ponad 5% zamówień nie ma kosztu (podaj --margin).",
                ru: "более чем у 5\u{A0}% заказов нет стоимости (задайте --margin).")
        case .costsOfOtherMonths:
            Phrase(
                en: "the costs are of months without orders.", pl: "koszty dotyczą miesięcy bez zamówień.",
                ru: "расходы относятся к месяцам без заказов.")
        case .noColumn:
            Phrase(
                en: "the file has no such column.", pl: "w pliku nie ma takiej kolumny.",
                ru: "в файле нет такого столбца.")
        case .lessThanTwoYears:
            Phrase(
                en: "there are less than two years of orders.", pl: "zamówienia obejmują mniej niż dwa lata.",
                ru: "заказов меньше чем за два года.")
        }
    }
}
