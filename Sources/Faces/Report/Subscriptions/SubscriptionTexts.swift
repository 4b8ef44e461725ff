import Domain
import Intake
import LifetimeValue
import Subscriptions

/// What is said of subscriptions.
enum SubscriptionTexts {
    // MARK: Figures

    static let mrr = Phrase(
        en: "Monthly recurring revenue (MRR)", pl: "Miesięczny przychód abonamentowy (MRR)",
        ru: "Ежемесячная выручка по подпискам (MRR)")
    static let active = Phrase(en: "Active customers", pl: "Aktywni klienci", ru: "Активные клиенты")
    static let meanMRR = Phrase(en: "MRR per customer", pl: "MRR na klienta", ru: "MRR на клиента")
    static let gross = Phrase(
        en: "Gross revenue retention", pl: "Retencja przychodu brutto", ru: "Валовое удержание выручки")
    static let net = Phrase(
        en: "Net revenue retention", pl: "Retencja przychodu netto", ru: "Чистое удержание выручки")
    static let churn = Phrase(en: "Customers lost (logo churn)", pl: "Odejścia klientów", ru: "Отток клиентов")
    static let logo = Phrase(en: "Customers kept", pl: "Zatrzymani klienci", ru: "Удержанные клиенты")
    static let perMonth = Phrase(en: "a month", pl: "w miesiącu", ru: "в месяц")
    static let lastYear = Phrase(en: "in the last year", pl: "w ostatnim roku", ru: "за последний год")

    static func yearly(_ money: String) -> Phrase {
        Phrase(en: "\(money) a year (ARR)", pl: "\(money) rocznie (ARR)", ru: "\(money) в год (ARR)")
    }

    static func everPaid(_ customers: Int, wonBack: Int, formats: Formats) -> Phrase {
        let all = formats.count(customers)
        guard wonBack > 0 else {
            return Phrase(
                en: "of \(all) who ever paid", pl: "z \(all) w całej historii", ru: "из \(all) за всё время")
        }
        let back = formats.count(wonBack)
        return Phrase(
            en: "of \(all) who ever paid; \(back) left and came back",
            pl: "z \(all) w całej historii; powroty po odejściu: \(back)",
            ru: "из \(all) за всё время; ушли и вернулись: \(back)")
    }

    /// - Parameter months: How many the means are of.
    static func meansNote(_ months: Int, formats: Formats) -> Phrase {
        let number = formats.count(months)
        return Phrase(
            en: "A month: the mean of the last months that are over (\(number)), weighted by their starts.",
            pl: "W miesiącu: średnia z ostatnich pełnych miesięcy (\(number)), ważona stanem na ich początku.",
            ru: "В месяц: среднее за последние полные месяцы (\(number)), взвешенное по их началу.")
    }

    // MARK: The bridge

    static let bridge = Phrase(
        en: "MRR from month to month", pl: "MRR z miesiąca na miesiąc", ru: "MRR от месяца к месяцу")
    static let bridgeByYear = Phrase(
        en: "MRR from year to year", pl: "MRR z roku na rok", ru: "MRR от года к году")
    static let start = Phrase(en: "At the start", pl: "Na początku", ru: "На начало")
    static let new = Phrase(en: "New", pl: "Nowi", ru: "Новые")
    static let wonBack = Phrase(en: "Won back", pl: "Odzyskani", ru: "Вернувшиеся")
    static let expansion = Phrase(en: "Expansion", pl: "Wzrosty", ru: "Рост")
    static let contraction = Phrase(en: "Contraction", pl: "Obniżki", ru: "Снижение")
    static let lost = Phrase(en: "Lost", pl: "Utraceni", ru: "Ушедшие")
    static let end = Phrase(en: "At the end", pl: "Na końcu", ru: "На конец")
    static let customersAtStart = Phrase(
        en: "Customers at the start", pl: "Klienci na początku", ru: "Клиенты на начало")
    static let customersAtEnd = Phrase(en: "Customers at the end", pl: "Klienci na końcu", ru: "Клиенты на конец")
    static let cameAndWent = Phrase(
        en: "Came and left within", pl: "Przyszli i odeszli w tym czasie", ru: "Пришли и ушли за период")
    static let notOver = Phrase(
        en: "* not over yet", pl: "* okres jeszcze trwa", ru: "* период ещё не закончился")

    // MARK: Survival

    static let survival = Phrase(
        en: "How long customers stay", pl: "Jak długo klienci zostają", ru: "Как долго клиенты остаются")
    static let observed = Phrase(en: "Stay", pl: "Zostaje", ru: "Остаются")
    static let interval = Phrase(en: "90% interval", pl: "przedział 90%", ru: "интервал 90\u{A0}%")
    static let nobodyObserved = Phrase(
        en: "No customer has been observed for a whole period yet.",
        pl: "Żadnego klienta nie obserwowano jeszcze przez cały okres.",
        ru: "Ни одного клиента ещё не наблюдали целый период.")

    static func median(_ periods: Int, _ unit: TenureUnit, formats: Formats) -> Phrase {
        let time = formats.count(periods, unit.after)
        return Phrase(
            en: "Half of the customers are gone after \(time).", pl: "Po \(time) nie ma już połowy klientów.",
            ru: "Через \(time) половины клиентов уже нет.")
    }

    static func stillHalf(_ periods: Int, _ unit: TenureUnit, formats: Formats) -> Phrase {
        let time = formats.count(periods, unit.after)
        return Phrase(
            en: "After \(time), as long as customers were observed, more than half are still there.",
            pl: "Po \(time), bo tyle trwa obserwacja, jest jeszcze ponad połowa klientów.",
            ru: "Через \(time), а дольше клиентов не наблюдали, остаётся больше половины.")
    }

    /// - Parameter chosen: The one of `forecasts` that value is told by.
    static func forecastNote(_ chosen: RetentionForecast, of forecasts: RetentionForecasts) -> Phrase {
        let name = modelName(chosen.model)
        if forecasts.fitted.count > 1 {
            return Phrase(
                en:
                    "sBG and BdW are models: what they say beyond the observed is a forecast. \(name) fits better (BIC).",
                pl: "sBG i BdW to modele: to, co podają poza obserwacją, jest prognozą. Lepiej pasuje \(name) (BIC).",
                ru: "sBG и BdW — это модели: за пределами наблюдений они дают прогноз. Лучше подходит \(name) (BIC).")
        }
        let least = RetentionForecasts.leastPeriodsOfBdW
        let why =
            forecasts.error == nil
            ? Phrase(
                en: "BdW takes \(least) observed periods or more.",
                pl: "BdW wymaga co najmniej \(least) okresów obserwacji.",
                ru: "Для BdW нужно не меньше \(least) периодов наблюдений.")
            : Phrase(
                en: "The search for BdW's parameters came to no end.", pl: "Parametrów BdW nie udało się wyznaczyć.",
                ru: "Параметры BdW подобрать не удалось.")
        return Phrase(
            en: "\(name) is a model: what it says beyond the observed is a forecast. \(why.en)",
            pl: "\(name) to model: to, co podaje poza obserwacją, jest prognozą. \(why.pl)",
            ru: "\(name) — это модель: за пределами наблюдений она даёт прогноз. \(why.ru)")
    }

    static func modelName(_ model: RetentionForecast.Model) -> String {
        switch model {
        case .sbg: "sBG"
        case .bdw: "BdW"
        }
    }

    static func noForecast(_ error: FitError) -> Phrase {
        switch error {
        case .nobodyCancelled:
            Phrase(
                en: "No customer left in a period that was observed whole, so there is no forecast.",
                pl: "W obserwowanych w całości okresach nikt nie odszedł, więc nie ma prognozy.",
                ru: "В полностью наблюдавшихся периодах никто не ушёл, поэтому прогноза нет.")
        case .noCustomers, .tooFewRepeatCustomers, .tooFewSpenders:
            nobodyObserved
        case .didNotConverge:
            Phrase(
                en: "The search for a model's parameters came to no end, so there is no forecast.",
                pl: "Nie udało się wyznaczyć parametrów modelu, więc nie ma prognozy.",
                ru: "Подобрать параметры модели не удалось, поэтому прогноза нет.")
        }
    }

    /// What speaks against trusting a model; nil for what cannot be of one of these.
    static func warning(_ warning: FitWarning, _ model: RetentionForecast.Model, formats: Formats) -> Phrase? {
        let name = modelName(model)
        switch warning {
        case .parameterAtEdge(let key), .heterogeneityNotIdentified(let key):
            return Phrase(
                en: "\(name): the data cannot tell “\(key.rawValue)”; customers look alike in how they leave.",
                pl: "\(name): dane nie pozwalają wyznaczyć „\(key.rawValue)”; klienci odchodzą podobnie.",
                ru: "\(name): по данным нельзя определить «\(key.rawValue)»; клиенты уходят одинаково.")
        case .fewInformativeCustomers(let count):
            let left = formats.count(count)
            return Phrase(
                en: "\(name): few customers left so far (\(left)), so the forecast is rough.",
                pl: "\(name): dotąd odeszło niewielu klientów (\(left)), więc prognoza jest przybliżona.",
                ru: "\(name): пока ушло мало клиентов (\(left)), поэтому прогноз приблизительный.")
        case .nobodyLeaves, .spendFollowsFrequency, .spendIsConstant, .spendHasNoMean: return nil
        }
    }

    // MARK: Value

    static let value = Phrase(
        en: "What a customer is worth (CLV)", pl: "Ile wart jest klient (CLV)", ru: "Сколько стоит клиент (CLV)")
    static let newCustomer = Phrase(en: "A new customer", pl: "Nowy klient", ru: "Новый клиент")
    static let ahead = Phrase(
        en: "Still to come from the active ones", pl: "Jeszcze od aktywnych klientów", ru: "Ещё от активных клиентов")
    static let byFormula = Phrase(
        en: "By the customary formula, MRR ÷ churn", pl: "Popularny wzór, MRR ÷ odejścia",
        ru: "По обычной формуле, MRR ÷ отток")

    static func valueNote(_ value: SubscriptionValue, formats: Formats) -> Phrase {
        let (name, discount) = (modelName(value.model), formats.givenPercent(value.discount))
        guard let margin = value.margin else {
            return Phrase(
                en: "Revenue by \(name), discounted by \(discount) a year; --margin tells contribution.",
                pl: "Przychód według \(name), dyskontowany o \(discount) rocznie; marżę uwzględnia --margin.",
                ru: "Выручка по \(name), дисконт \(discount) в год; маржу учитывает --margin.")
        }
        let share = formats.givenPercent(margin)
        return Phrase(
            en: "Contribution (\(share) of revenue) by \(name), discounted by \(discount) a year.",
            pl: "Marża (\(share) przychodu) według \(name), dyskontowana o \(discount) rocznie.",
            ru: "Маржа (\(share) выручки) по \(name), дисконт \(discount) в год.")
    }

    // MARK: Groups

    static let plans = Phrase(en: "By plan", pl: "Według planu", ru: "По тарифам")
    static let plan = Phrase(en: "Plan", pl: "Plan", ru: "Тариф")
    static let noPlan = Phrase(en: "(not given)", pl: "(nie podano)", ru: "(не указано)")
    static let customers = Phrase(en: "Customers", pl: "Klienci", ru: "Клиенты")
    static let began = Phrase(en: "Began", pl: "Zaczęło", ru: "Начали")

    /// A head of a column: who stays for so long.
    static func after(_ periods: Int, _ unit: TenureUnit, formats: Formats) -> String {
        let number = formats.count(periods)
        return switch unit {
        case .week: Phrase(en: "\(number) wk", pl: "\(number) tyg.", ru: "\(number) нед.")[formats.language]
        case .month: Phrase(en: "\(number) mo", pl: "\(number) mies.", ru: "\(number) мес.")[formats.language]
        case .quarter: Phrase(en: "\(number) q", pl: "\(number) kw.", ru: "\(number) кв.")[formats.language]
        case .year: formats.count(periods, .years)
        }
    }

    static let plansNote = Phrase(
        en:
            "Customers and MRR: on the day above. Shares: of those who began with the plan, who stay that long with any.",
        pl:
            "Klienci i MRR: na dzień podany u góry. Odsetki: ilu z tych, którzy zaczęli od planu, zostaje tak długo (z jakimkolwiek planem).",
        ru:
            "Клиенты и MRR — на день, указанный вверху. Доли: сколько из начавших с этого тарифа остаются так долго (с любым тарифом)."
    )

    static let cohorts = Phrase(en: "By start", pl: "Według początku", ru: "По началу подписки")
    static let cohort = Phrase(en: "Began in", pl: "Zaczęli", ru: "Начали")
    static let now = Phrase(en: "Pay now", pl: "Płacą dziś", ru: "Платят сейчас")
    static let share = Phrase(en: "Share", pl: "Odsetek", ru: "Доля")

    static let reasons = Phrase(
        en: "Why customers leave", pl: "Dlaczego klienci odchodzą", ru: "Почему клиенты уходят")
    static let reason = Phrase(en: "Reason", pl: "Powód", ru: "Причина")
    static let timesLeft = Phrase(en: "Left", pl: "Odejścia", ru: "Ушли")
    static let cameBack = Phrase(en: "Came back", pl: "Wróciło", ru: "Вернулись")

    /// In which period of their time half of those had left.
    static let medianStay = Phrase(en: "Median stay", pl: "Mediana stażu", ru: "Медиана срока")

    /// Under a table of groups with their CLV.
    static func groupValueNote(formats: Formats) -> Phrase {
        let least = formats.count(GroupValue.fewestLost)
        return Phrase(
            en:
                "CLV: of a new customer, by the model that fits the row's customers best; a dash where fewer than \(least) of them left, they were observed for too short a time, or none is active.",
            pl:
                "CLV: wartość nowego klienta według modelu najlepiej pasującego do klientów z wiersza; kreska: odeszło ich mniej niż \(least), obserwacja trwa zbyt krótko lub żaden nie jest aktywny.",
            ru:
                "CLV: ценность нового клиента по модели, лучше всего подходящей клиентам строки; прочерк: ушло меньше \(least), наблюдали слишком недолго или активных нет."
        )
    }

    // MARK: Reading

    static func noFurther(_ count: Int, formats: Formats) -> Phrase {
        let number = formats.count(count)
        return Phrase(en: "… and \(number) more", pl: "… i jeszcze \(number)", ru: "… и ещё \(number)")
    }

    static func free(_ count: Int, formats: Formats) -> Phrase {
        let number = formats.count(count)
        return Phrase(
            en: "Subscriptions without a price: \(number). Nobody counts as a customer for these.",
            pl: "Subskrypcje bez ceny: \(number). Nikt nie jest klientem z ich powodu.",
            ru: "Подписки без цены: \(number). Клиентами по ним никто не считается.")
    }

    static func roundedToNothing(_ count: Int, formats: Formats) -> Phrase {
        let number = formats.count(count)
        return Phrase(
            en: "Subscriptions whose price rounds to nothing a month: \(number). They count in no figure.",
            pl: "Subskrypcje, których miesięczna cena zaokrągla się do zera: \(number). Nie liczą się nigdzie.",
            ru: "Подписки, цена которых за месяц округляется до нуля: \(number). Они нигде не учитываются.")
    }

    static func endedAtOnce(_ count: Int, formats: Formats) -> Phrase {
        let number = formats.count(count)
        return Phrase(
            en: "Subscriptions that ended on the day they began: \(number). They count in no figure.",
            pl: "Subskrypcje zakończone w dniu rozpoczęcia: \(number). Nie liczą się nigdzie.",
            ru: "Подписки, закончившиеся в день начала: \(number). Они нигде не учитываются.")
    }

    static func repeated(_ count: Int, formats: Formats) -> Phrase {
        let number = formats.count(count)
        return Phrase(
            en: "Rows that repeat another one: \(number). They are added up, as two of one plan are.",
            pl: "Wiersze powtarzające inny: \(number). Są dodawane, jak dwa takie same plany.",
            ru: "Строки, повторяющие другую: \(number). Они складываются, как два одинаковых тарифа.")
    }

    static func assumedPeriod(_ period: String) -> Phrase {
        Phrase(
            en: "The file does not say what amounts are paid for; each is taken for \(period) (--period).",
            pl: "Plik nie podaje, za jaki okres są kwoty; przyjęto \(period) (--period).",
            ru: "В файле не указано, за какой период суммы; принято: \(period) (--period).")
    }

    static func converted(_ summary: SubscriptionSummary, formats: Formats) -> Phrase {
        let list = summary.convertedRows.keys.sorted().joined(separator: ", ")
        let rows = formats.count(summary.convertedRows.values.reduce(0, +))
        let code = formats.currency.code
        return Phrase(
            en: "Converted to \(code) at the rates of the start: \(list) (rows: \(rows)).",
            pl: "Przeliczono na \(code) po kursie z dnia początku: \(list) (wierszy: \(rows)).",
            ru: "Пересчитано в \(code) по курсу на день начала: \(list) (строк: \(rows)).")
    }

    /// What a reader should know of the reading.
    static func remarks(
        _ intake: SubscriptionSummary, _ overview: SubscriptionOverview, formats: Formats
    ) -> [Phrase] {
        var remarks: [Phrase] = []
        if overview.freeSubscriptions > 0 { remarks.append(free(overview.freeSubscriptions, formats: formats)) }
        if overview.roundedToNothing > 0 {
            remarks.append(roundedToNothing(overview.roundedToNothing, formats: formats))
        }
        if overview.endedAtOnce > 0 { remarks.append(endedAtOnce(overview.endedAtOnce, formats: formats)) }
        if intake.repeatedRows > 0 { remarks.append(repeated(intake.repeatedRows, formats: formats)) }
        if !intake.has(.period), intake.amountPeriod == nil {
            remarks.append(assumedPeriod(intake.usualPeriod.text(formats)))
        }
        if !intake.convertedRows.isEmpty { remarks.append(converted(intake, formats: formats)) }
        return remarks
    }

    /// Where there is no customer to tell of.
    static func nobody(_ overview: SubscriptionOverview) -> Phrase {
        guard overview.roundedToNothing == 0 else {
            return Phrase(
                en: "No subscription brings anything in a month, once it is rounded.",
                pl: "Żadna subskrypcja nie przynosi miesięcznie kwoty, która po zaokrągleniu byłaby większa od zera.",
                ru: "Ни одна подписка не приносит в месяц суммы, которая после округления больше нуля.")
        }
        return Phrase(
            en: "Nobody has paid for a subscription yet.", pl: "Nikt jeszcze nie zapłacił za subskrypcję.",
            ru: "За подписку ещё никто не платил.")
    }

    static let html = Phrase(
        en: "all of it as a page, with charts", pl: "wszystko jako strona z wykresami", ru: "всё страницей с графиками")
}
