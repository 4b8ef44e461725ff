import Domain
import Foundation

/// The styles of one currency in one locale; plain numbers where the currency is not known (ISO 4217 code XXX).
struct MoneyFormats: Sendable {
    private let wholeMoney: Decimal.FormatStyle.Currency
    private let exactMoney: Decimal.FormatStyle.Currency
    private let compactMoney: Decimal.FormatStyle.Currency
    private let number: Decimal.FormatStyle
    private let isKnown: Bool
    private let digits: Int

    init(currency: Currency, locale: Locale) {
        let money = Decimal.FormatStyle.Currency(code: currency.code, locale: locale).presentation(.narrow)
        wholeMoney = money.precision(.fractionLength(0)).rounded(rule: .toNearestOrAwayFromZero)
        exactMoney = money.precision(.fractionLength(currency.minorDigits))
        compactMoney = money.notation(.compactName).precision(.significantDigits(1...3))
        number = Decimal.FormatStyle(locale: locale)
        isKnown = !currency.isUnknown
        digits = currency.minorDigits
    }

    /// Without decimals.
    func whole(_ amount: Decimal) -> String {
        isKnown
            ? amount.formatted(wholeMoney)
            : amount.formatted(number.precision(.fractionLength(0)).rounded(rule: .toNearestOrAwayFromZero))
    }

    /// With all decimals that the currency has.
    func exact(_ amount: Decimal) -> String {
        isKnown ? amount.formatted(exactMoney) : amount.formatted(number.precision(.fractionLength(digits)))
    }

    /// In three figures at most.
    func compact(_ amount: Decimal) -> String {
        isKnown
            ? amount.formatted(compactMoney)
            : amount.formatted(number.notation(.compactName).precision(.significantDigits(1...3)))
    }
}
