import Domain
import Foundation

/// Numbers as readers of a language write them.
extension Language {
    var locale: Locale {
        switch self {
        case .english: Locale(identifier: "en_GB")
        case .polish: Locale(identifier: "pl_PL")
        case .russian: Locale(identifier: "ru_RU")
        }
    }

    /// `12,345`.
    func count(_ value: Int) -> String { value.formatted(.number.locale(locale)) }

    /// `1,234.50`, with the currency's code where it has a name.
    func money(_ minorUnits: Int64, _ currency: Currency) -> String {
        let amount = Decimal(minorUnits) / Decimal(currency.minorUnitsPerMajor)
        let text = amount.formatted(.number.locale(locale).precision(.fractionLength(currency.minorDigits)))
        return currency.isUnknown ? text : "\(text) \(currency.code)"
    }

    /// `0.4` as `40%`, with as many decimals as it needs, two at most.
    func percent(_ share: Double) -> String {
        share.formatted(.percent.locale(locale).precision(.fractionLength(0...2)))
    }

    /// In the quotation marks of the language.
    func quoted(_ text: some StringProtocol) -> String {
        switch self {
        case .english: "“\(text)”"
        case .polish: "„\(text)”"
        case .russian: "«\(text)»"
        }
    }
}
