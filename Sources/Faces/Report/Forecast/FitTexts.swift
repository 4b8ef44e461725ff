public import Domain
public import LifetimeValue

/// What is said of fits: why there is none, and what speaks against trusting one.
enum FitTexts {
    static func error(_ error: FitError, formats: Formats) -> Phrase {
        switch error {
        case .noCustomers:
            Phrase(
                en: "There are no customers to learn from.", pl: "Nie ma klientów, na których można się uczyć.",
                ru: "Нет клиентов, на которых можно учиться.")
        case .tooFewRepeatCustomers(let count):
            tooFewRepeatCustomers(formats.count(count))
        case .tooFewSpenders(let count):
            tooFewSpenders(formats.count(count))
        case .nobodyCancelled:
            Phrase(
                en: "No customer cancelled in the periods observed, so nothing tells how long customers stay.",
                pl: "W badanych okresach nikt nie zrezygnował, więc nie wiadomo, jak długo klienci zostają.",
                ru: "За эти периоды никто не отказался, поэтому неизвестно, как долго клиенты остаются.")
        case .didNotConverge:
            Phrase(
                en: "The search for the most likely parameters came to no end.",
                pl: "Nie udało się znaleźć najbardziej prawdopodobnych parametrów.",
                ru: "Не удалось найти самые вероятные параметры.")
        }
    }

    private static func tooFewRepeatCustomers(_ count: String) -> Phrase {
        Phrase(
            en: "Customers who bought a second time: \(count). A model of later orders needs two at least.",
            pl: "Klienci, którzy kupili ponownie: \(count). Model kolejnych zamówień wymaga co najmniej dwóch.",
            ru: "Клиенты, купившие повторно: \(count). Модели следующих заказов нужны хотя бы двое.")
    }

    private static func tooFewSpenders(_ count: String) -> Phrase {
        Phrase(
            en: "Customers with later orders above zero: \(count). A model of spend needs two at least.",
            pl: "Klienci z kolejnymi zamówieniami powyżej zera: \(count). Model wydatków wymaga co najmniej dwóch.",
            ru: "Клиенты со следующими заказами больше нуля: \(count). Модели трат нужны хотя бы двое.")
    }

    static func warning(_ warning: FitWarning, formats: Formats) -> Phrase {
        switch warning {
        case .parameterAtEdge(let key): atEdge(key.rawValue)
        case .heterogeneityNotIdentified(let key): notIdentified(key.rawValue)
        case .fewInformativeCustomers(let count): fewInformative(formats.count(count))
        case .nobodyLeaves: nobodyLeaves(PurchaseModelName.nbd.rawValue)
        case .spendFollowsFrequency(let correlation): spendFollows(formats.number(correlation, digits: 2))
        case .spendIsConstant:
            Phrase(
                en: "Everybody's mean order is the same.", pl: "Średnie zamówienie jest u wszystkich takie samo.",
                ru: "Средний заказ у всех одинаков.")
        case .spendHasNoMean:
            Phrase(
                en: "The most likely spend model has no mean; it was held at the observed one.",
                pl: "Najbardziej prawdopodobny model wydatków nie ma średniej; przyjęto zaobserwowaną.",
                ru: "У самой вероятной модели трат нет среднего; взято наблюдаемое.")
        }
    }

    private static func atEdge(_ key: String) -> Phrase {
        Phrase(
            en: "The likelihood still rises where \(key) reached the limit of the search: the forecast is a guess.",
            pl: "Wiarygodność wciąż rośnie tam, gdzie \(key) osiąga granicę poszukiwań: prognoza jest domysłem.",
            ru: "Правдоподобие ещё растёт там, где \(key) достигает границы поиска: прогноз\u{A0}— догадка.")
    }

    private static func notIdentified(_ key: String) -> Phrase {
        Phrase(
            en: "The data cannot tell \(key): customers look alike in what it describes.",
            pl: "Danych nie starcza, by wyznaczyć \(key): pod tym względem klienci są do siebie podobni.",
            ru: "Данных не хватает, чтобы найти \(key): в этом клиенты похожи друг на друга.")
    }

    private static func fewInformative(_ count: String) -> Phrase {
        Phrase(
            en: "Customers whom the parameters are learnt from: \(count). Fewer than 100 make them a guess.",
            pl: "Klienci, z których wyznaczono parametry: \(count). Przy mniej niż 100 są one domysłem.",
            ru: "Клиенты, по которым найдены параметры: \(count). Если их меньше 100, параметры — догадка.")
    }

    private static func nobodyLeaves(_ model: String) -> Phrase {
        Phrase(
            en: "The orders show no customer leaving, so it becomes \(model).",
            pl: "Z zamówień nie widać, by ktoś odchodził, więc staje się \(model).",
            ru: "По заказам не видно, чтобы кто-то уходил, поэтому она становится \(model).")
    }

    private static func spendFollows(_ correlation: String) -> Phrase {
        Phrase(
            en: "Amounts and frequency go together (correlation \(correlation)); the spend model assumes they do not.",
            pl: "Kwoty i częstość idą w parze (korelacja \(correlation)); model wydatków zakłada, że nie.",
            ru: "Суммы и частота связаны (корреляция \(correlation)); модель трат считает, что нет.")
    }
}

extension FitError {
    /// Why there is no fit, in one or two sentences.
    public func message(in language: Language) -> String {
        FitTexts.error(self, formats: Formats(language: language, currency: .unknown))[language]
    }
}

extension FitWarning {
    /// What speaks against trusting the fit, in a sentence.
    public func message(in language: Language) -> String {
        FitTexts.warning(self, formats: Formats(language: language, currency: .unknown))[language]
    }
}
