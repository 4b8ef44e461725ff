import Subscriptions

/// Reads what an amount is paid for, as people and programs write it: `month`, `yearly`, `3 months`, `P1Y`, `kwartał`, `12`
/// (months). Each text is taken apart once.
struct BillingPeriodReader {
    private var known: [String: BillingPeriod?] = [:]

    /// nil: the text is none.
    mutating func read(_ text: String) -> BillingPeriod? {
        if let period = known[text] { return period }
        let period = Self.period(text)
        // Free texts in this column are a mistake, of which there may be many.
        if known.count < 4_096 { known[text] = .some(period) }
        return period
    }

    static func period(_ text: String) -> BillingPeriod? {
        if let period = isoPeriod(text) { return period }
        // Signs are lost among the words.
        guard text.first != "-", text.first != "−" else { return nil }
        // A number's digits and a word are often written together: `12m`, `3mo`.
        var words: [String] = []
        for word in HeaderName(text).words {
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            words += [String(digits), String(word.dropFirst(digits.count))].filter { !$0.isEmpty }
        }
        words.removeAll { fillers.contains($0) }
        switch words.count {
        case 1:
            if let count = Int(words[0]) { return BillingPeriod(count, .month) }
            return names[words[0]]
        case 2:
            if let count = Int(words[0]), let unit = names[words[1]] { return multiple(count, of: unit) }
            return names[words.joined()]
        default: return names[words.joined()]
        }
    }

    /// A whole number of units: a quarter is three months, so two of them are six.
    private static func multiple(_ count: Int, of unit: BillingPeriod) -> BillingPeriod? {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit.count)
        return overflow ? nil : BillingPeriod(product, unit.unit)
    }

    /// `P1M`, `P1Y`, `P2W`, `P30D` (ISO 8601).
    private static func isoPeriod(_ text: String) -> BillingPeriod? {
        let text = text.uppercased()
        guard text.hasPrefix("P"), text.utf8.count <= 6, let letter = text.last,
            let count = Int(text.dropFirst().dropLast())
        else { return nil }
        switch letter {
        case "D": return BillingPeriod(count, .day)
        case "W": return BillingPeriod(count, .week)
        case "M": return BillingPeriod(count, .month)
        case "Y": return BillingPeriod(count, .year)
        default: return nil
        }
    }

    private static let fillers: Set<String> = [
        "per", "every", "each", "a", "an", "the", "billed", "paid", "co", "za", "na", "каждый", "каждые", "каждую",
        "каждое", "в", "за", "на", "раз", "once", "raz", "okres", "период",
    ]

    private static let names: [String: BillingPeriod] = {
        var table: [String: BillingPeriod] = [:]
        for (count, unit, words) in words {
            for key in PhraseList.keys(of: words) { table[key] = BillingPeriod(count, unit) }
        }
        return table
    }()

    private static let words: [(Int, BillingPeriod.Unit, String)] = [
        (
            1, .day,
            """
            d, day, days, daily, dzień, dnia, dni, dziennie, dzienny, dzienna, codziennie, день, дня, дней, ежедневно,
            ежедневный, ежедневная, дн, сутки
            """
        ),
        (
            1, .week,
            """
            w, wk, week, weeks, weekly, tydzień, tygodnia, tygodnie, tygodni, tygodniowo, tygodniowy, tygodniowa, tyg, неделя,
            недели, недель, неделю, еженедельно, еженедельный, еженедельная, нед
            """
        ),
        (
            2, .week,
            """
            fortnight, fortnightly, biweekly, bi weekly, dwutygodniowo, dwutygodniowy, dwa tygodnie, две недели,
            двухнедельный
            """
        ),
        (
            1, .month,
            """
            m, mo, mon, mth, mths, month, months, monthly, miesiąc, miesiąca, miesiące, miesięcy, miesięcznie, miesięczny,
            miesięczna, miesiącu, mies, mc, месяц, месяца, месяцев, ежемесячно, ежемесячный, ежемесячная, помесячно, месячный, мес
            """
        ),
        (2, .month, "bimonthly, bi monthly, dwumiesięczny, dwumiesięcznie, двухмесячный"),
        (
            3, .month,
            """
            q, quarter, quarters, quarterly, kwartał, kwartału, kwartały, kwartałów, kwartalnie, kwartalny, kwartalna, квартал,
            квартала, кварталов, ежеквартально, ежеквартальный, поквартально, квартальный
            """
        ),
        (
            6, .month,
            """
            half year, half yearly, halfyear, semiannual, semi annual, semiannually, semi annually, biannual, półrocze,
            półrocza, półrocznie, półroczny, półroczna, pół roku, полгода, полугодие, полугодовой, раз в полгода
            """
        ),
        (
            1, .year,
            """
            y, yr, yrs, year, years, yearly, annual, annually, annum, rok, roku, lata, lat, rocznie, roczny, roczna, corocznie,
            год, года, лет, ежегодно, ежегодный, ежегодная, годовой, годовая, г
            """
        ),
        (2, .year, "biennial, biennially, dwuletni, dwa lata, два года, двухлетний"),
    ]
}
