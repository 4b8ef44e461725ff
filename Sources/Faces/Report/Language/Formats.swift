import Domain
import Foundation

/// Numbers, money and dates as a reader of one language expects them; all by Foundation's own formatting.
struct Formats: Sendable {
    let language: Language
    let currency: Currency
    let locale: Locale

    /// What stands where a figure is undefined.
    static let undefined = "–"

    private let wholeNumber: IntegerFormatStyle<Int>
    private let money: MoneyFormats

    init(language: Language, currency: Currency) {
        self.language = language
        self.currency = currency
        let locale = Locale(identifier: Self.localeIdentifier(of: language))
        self.locale = locale
        wholeNumber = IntegerFormatStyle(locale: locale)
        money = MoneyFormats(currency: currency, locale: locale)
    }

    private static func localeIdentifier(of language: Language) -> String {
        switch language {
        case .english: "en_GB"
        case .polish: "pl_PL"
        case .russian: "ru_RU"
        }
    }
}

// MARK: Numbers

extension Formats {
    /// `12,345`.
    func count(_ value: Int) -> String { signed(value.formatted(wholeNumber)) }

    /// The number and the word that goes with it: `5 customers`, never parted at the end of a line.
    func count(_ value: Int, _ word: Plural) -> String {
        count(value) + "\u{A0}" + word.form(for: value, in: language)
    }

    /// `12,345` up to a million, then `1.2M`.
    func compactCount(_ value: Double) -> String {
        if abs(value) < 10_000 { return number(value, digits: value == value.rounded() ? 0 : 1) }
        let style = FloatingPointFormatStyle<Double>(locale: locale).notation(.compactName)
        return signed(value.formatted(style.precision(.significantDigits(1...3))))
    }

    /// With exactly `digits` decimals; a dash for nil.
    func number(_ value: Double?, digits: Int) -> String {
        guard let value, value.isFinite else { return Self.undefined }
        let style = FloatingPointFormatStyle<Double>(locale: locale).precision(.fractionLength(digits))
        return signed(withoutNegativeZero(value, digits: digits).formatted(style))
    }

    /// A fraction as a percentage, `0.6557` as `65.6%`; a dash for nil.
    func percent(_ share: Double?, digits: Int = 1) -> String {
        guard let share, share.isFinite else { return Self.undefined }
        let style = FloatingPointFormatStyle<Double>.Percent(locale: locale).precision(.fractionLength(digits))
        return signed(withoutNegativeZero(share, digits: digits + 2).formatted(style))
    }

    /// A share that the user gave, in steps of 0.01%, as it was given: `10%`, `12.5%`, `0.01%`.
    func givenPercent(_ share: Double) -> String {
        let points = (share * 10_000).rounded()
        let digits =
            points.remainder(dividingBy: 100) == 0 ? 0 : points.remainder(dividingBy: 10) == 0 ? 1 : 2
        return percent(share, digits: digits)
    }

    /// A change as a percentage with its sign: `+4.1%`, `−0.8%`.
    func percentChange(_ share: Double?, digits: Int = 1) -> String {
        guard let share, share.isFinite else { return Self.undefined }
        return plus(share, digits: digits + 2) + percent(share, digits: digits)
    }

    /// The difference of two shares in percentage points: `+1.2 pts`.
    func points(_ difference: Double?, digits: Int = 1) -> String {
        guard let difference, difference.isFinite else { return Self.undefined }
        let value = withoutNegativeZero(difference * 100, digits: digits)
        return plus(value, digits: digits) + number(value, digits: digits) + "\u{A0}" + pointsUnit
    }

    /// Percentage points, in short.
    var pointsUnit: String { Phrase(en: "pts", pl: "p.p.", ru: "п.п.")[language] }

    private func plus(_ value: Double, digits: Int) -> String {
        withoutNegativeZero(value, digits: digits) > 0 ? "+" : ""
    }

    /// What rounds to nothing is nothing, not minus nothing.
    private func withoutNegativeZero(_ value: Double, digits: Int) -> Double {
        var unit = 0.5
        for _ in 0..<digits { unit /= 10 }
        return abs(value) < unit ? 0 : value
    }

    /// A true minus sign, as wide as a plus and a digit.
    private func signed(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "-")) ? text.replacingOccurrences(of: "-", with: "−") : text
    }
}

// MARK: Money

extension Formats {
    /// In whole major units, `£412,300`; from ten million on in short, `£8.31M`. A dash for nil.
    func money(_ minorUnits: Int64?) -> String {
        guard let minorUnits else { return Self.undefined }
        if minorUnits.magnitude >= UInt64(currency.minorUnitsPerMajor) * 10_000_000 { return shortMoney(minorUnits) }
        return signed(money.whole(decimal(minorUnits)))
    }

    /// Exactly, in full: `£412,300.25`.
    func exactMoney(_ minorUnits: Int64?) -> String {
        guard let minorUnits else { return Self.undefined }
        return signed(money.exact(decimal(minorUnits)))
    }

    /// For a mean: with decimals below a thousand, whole above. A dash for nil.
    func meanMoney(_ minorUnits: Double?) -> String {
        guard let minorUnits, minorUnits.isFinite, abs(minorUnits) < 9e18 else { return Self.undefined }
        let rounded = Int64(minorUnits.rounded())
        return rounded.magnitude < UInt64(currency.minorUnitsPerMajor) * 1_000 ? exactMoney(rounded) : money(rounded)
    }

    /// In three figures at most: `£412K`, `£8.3M`; for axes.
    func shortMoney(_ minorUnits: Int64) -> String { signed(money.compact(decimal(minorUnits))) }

    /// The same for a mean or a point of an axis.
    func shortMoney(_ minorUnits: Double) -> String {
        abs(minorUnits) < 9e18 ? shortMoney(Int64(minorUnits.rounded())) : Self.undefined
    }

    private func decimal(_ minorUnits: Int64) -> Decimal {
        Decimal(
            sign: minorUnits < 0 ? .minus : .plus, exponent: -currency.minorDigits,
            significand: Decimal(minorUnits.magnitude))
    }
}
