import Domain
import Metrics

/// Breakdowns by country, source and the like.
enum BreakdownTexts {
    static func name(_ dimension: Dimension) -> Phrase {
        switch dimension {
        case .country: Phrase(en: "Country", pl: "Kraj", ru: "Страна")
        case .city: Phrase(en: "City", pl: "Miasto", ru: "Город")
        case .source: Phrase(en: "Source", pl: "Źródło", ru: "Источник")
        case .salesChannel: Phrase(en: "Sales channel", pl: "Kanał sprzedaży", ru: "Канал продаж")
        case .delivery: Phrase(en: "Delivery", pl: "Dostawa", ru: "Доставка")
        case .payment: Phrase(en: "Payment", pl: "Płatność", ru: "Оплата")
        case .coupon: Phrase(en: "Coupon", pl: "Kupon", ru: "Купон")
        }
    }

    static let couponUsed = Phrase(en: "with a coupon", pl: "z kuponem", ru: "с купоном")
    static let couponNotUsed = Phrase(en: "without a coupon", pl: "bez kuponu", ru: "без купона")

    static func others(_ count: String) -> Phrase {
        Phrase(en: "all others (\(count))", pl: "wszystkie inne (\(count))", ru: "все прочие (\(count))")
    }

    static func title(_ dimension: String, more: String, moreRate: String, less: String, lessRate: String) -> Phrase {
        Phrase(
            en: "\(dimension): “\(more)” come back more often (\(moreRate)) than “\(less)” (\(lessRate))",
            pl: "\(dimension): „\(more)” wraca częściej (\(moreRate)) niż „\(less)” (\(lessRate))",
            ru: "\(dimension): «\(more)» возвращается чаще (\(moreRate)), чем «\(less)» (\(lessRate))")
    }

    static func plainTitle(_ dimension: String) -> Phrase {
        Phrase(
            en: "\(dimension): no clear difference in who comes back",
            pl: "\(dimension): bez wyraźnych różnic w powrotach",
            ru: "\(dimension): явных различий в возвращениях нет")
    }

    static let unit = Phrase(
        en:
            "Repeat purchase rate, %, with its 95% interval; by the customer's first order. The line is the whole shop.",
        pl: "Odsetek kupujących ponownie, %, z przedziałem 95%; według pierwszego zakupu. Linia: cały sklep.",
        ru: "Доля повторных покупателей, %, с интервалом 95\u{A0}%; по первой покупке. Линия\u{A0}— весь магазин.")
    static let value = Phrase(en: "Value", pl: "Wartość", ru: "Значение")
    static let repeatRate = Phrase(en: "Repeat purchase rate", pl: "Kupujący ponownie", ru: "Повторные покупатели")
    static let perCustomer = Phrase(en: "Net revenue each", pl: "Przychód na klienta", ru: "Выручка на клиента")
    static let refundRate = Phrase(en: "Refund rate", pl: "Udział zwrotów", ru: "Доля возвратов")
    static let tooFew = Phrase(en: "too few to say", pl: "za mało, by orzec", ru: "мало данных")

    static func tooFewNote(_ values: String) -> Phrase {
        Phrase(
            en: "Too few customers to say: \(values).", pl: "Za mało klientów, by orzec: \(values).",
            ru: "Слишком мало клиентов: \(values).")
    }
}
