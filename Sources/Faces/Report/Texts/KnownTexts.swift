import Domain
import Metrics

/// Whose money it is: the headline's net revenue is the whole shop's, customers' figures are of known ones.
extension Overview {
    /// Whether there is nobody else: what others brought and gave back may add up to nothing.
    var isAllKnown: Bool {
        unidentifiedOrders == 0 && unidentifiedRevenue == 0 && refundOnlyCustomers == 0 && refundOnlyRevenue == 0
    }

    /// The revenue that the customers' shares are of, after "of"; said to be known customers' where the shop has other.
    var sharedRevenue: Phrase {
        isAllKnown
            ? Phrase(en: "revenue", pl: "przychodu", ru: "выручки")
            : Phrase(
                en: "known customers' revenue", pl: "przychodu od znanych klientów",
                ru: "выручки от известных клиентов")
    }

    /// Contribution by the revenue that it is left of; nil where it is not known or nothing was earned.
    var contributionShare: Double? {
        guard let contribution, identifiedNetRevenue > 0 else { return nil }
        return Double(contribution) / Double(identifiedNetRevenue)
    }

    /// Which share of whose revenue the contribution is; nil where nothing was earned.
    func contributionNote(_ formats: Formats) -> String? {
        contributionShare.map {
            ContributionTexts.note(
                share: formats.percent($0), of: formats.money(identifiedNetRevenue), isAllKnown: isAllKnown)[
                    formats.language]
        }
    }
}

/// Contribution beside revenue.
enum ContributionTexts {
    /// What the headline's contribution is of.
    static func note(share: String, of revenue: String, isAllKnown: Bool) -> Phrase {
        isAllKnown
            ? Phrase(
                en: "\(share) of net revenue", pl: "\(share) przychodu po zwrotach",
                ru: "\(share) выручки после возвратов")
            : Phrase(
                en: "\(share) of known customers' \(revenue)", pl: "\(share) z \(revenue) od znanych klientów",
                ru: "\(share) от \(revenue) известных клиентов")
    }

    /// The same beneath the summary, where it does not fit beside the figure.
    static func sentence(_ note: String) -> Phrase {
        Phrase(en: "Contribution: \(note).", pl: "Marża: \(note).", ru: "Маржа: \(note).")
    }

    /// Beside the money of a finding.
    static func atStake(_ money: String) -> Phrase {
        Phrase(en: "Contribution in it: \(money).", pl: "W tym marża: \(money).", ru: "В том числе маржа: \(money).")
    }

    /// After an amount of revenue.
    static func beside(_ revenue: String, _ contribution: String) -> Phrase {
        Phrase(
            en: "\(revenue) (contribution \(contribution))", pl: "\(revenue) (marża \(contribution))",
            ru: "\(revenue) (маржа \(contribution))")
    }

    /// Beneath the months of new and returning customers.
    static func ofMonths(new: String, returning: String) -> Phrase {
        Phrase(
            en: "Contribution of the months shown: returning customers \(returning), new \(new).",
            pl: "Marża w pokazanych miesiącach: powracający klienci \(returning), nowi \(new).",
            ru: "Маржа за показанные месяцы: вернувшиеся клиенты \(returning), новые \(new).")
    }

    static let new = Phrase(en: "Contribution, new", pl: "Marża, nowi", ru: "Маржа, новые")
    static let returning = Phrase(en: "Contribution, returning", pl: "Marża, powracający", ru: "Маржа, вернувшиеся")
    static let perCustomer = Phrase(en: "Contribution per customer", pl: "Marża na klienta", ru: "Маржа на клиента")

    /// In the list of words.
    static let definition = Phrase(
        en: "What net revenue leaves after the cost of goods, fees and shipping; of known customers.",
        pl: "Ile z przychodu po zwrotach zostaje po kosztach towaru, prowizjach i dostawie; od znanych klientów.",
        ru: "Что остаётся от выручки после себестоимости, комиссий и доставки; по известным клиентам.")
}
