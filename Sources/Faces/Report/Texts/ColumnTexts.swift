import Intake

/// What columns mean, and why rows were left out.
enum ColumnTexts {
    static func name(_ role: ColumnRole) -> Phrase {
        switch role {
        case .order: Phrase(en: "order", pl: "zamówienie", ru: "заказ")
        case .customer: Phrase(en: "customer", pl: "klient", ru: "клиент")
        case .email: Phrase(en: "e-mail", pl: "e-mail", ru: "эл. почта")
        case .phone: Phrase(en: "phone", pl: "telefon", ru: "телефон")
        case .date: Phrase(en: "date", pl: "data", ru: "дата")
        case .time: Phrase(en: "time of day", pl: "godzina", ru: "время")
        case .status: Phrase(en: "status", pl: "status", ru: "статус")
        case .refundOf: Phrase(en: "order given back", pl: "zwracane zamówienie", ru: "возвращаемый заказ")
        default: money(role)
        }
    }

    private static func money(_ role: ColumnRole) -> Phrase {
        switch role {
        case .amount: Phrase(en: "order total", pl: "suma zamówienia", ru: "сумма заказа")
        case .amountNet: Phrase(en: "order total without VAT", pl: "suma netto", ru: "сумма без НДС")
        case .amountWithoutShipping:
            Phrase(en: "goods without shipping", pl: "towary bez dostawy", ru: "товары без доставки")
        case .tax: Phrase(en: "tax", pl: "podatek", ru: "налог")
        case .shipping: Phrase(en: "shipping", pl: "dostawa (kwota)", ru: "доставка (сумма)")
        case .discount: Phrase(en: "discount", pl: "rabat", ru: "скидка")
        case .currency: Phrase(en: "currency", pl: "waluta", ru: "валюта")
        case .refundedAmount: Phrase(en: "amount refunded", pl: "kwota zwrotu", ru: "сумма возврата")
        case .lineAmount: Phrase(en: "line total", pl: "wartość pozycji", ru: "сумма позиции")
        case .quantity: Phrase(en: "quantity", pl: "ilość", ru: "количество")
        case .unitPrice: Phrase(en: "unit price", pl: "cena jednostkowa", ru: "цена за единицу")
        case .cost: Phrase(en: "cost of goods", pl: "koszt towaru", ru: "себестоимость")
        case .fee: Phrase(en: "fee", pl: "prowizja", ru: "комиссия")
        case .shippingCost: Phrase(en: "shipping cost", pl: "koszt wysyłki", ru: "расход на доставку")
        default: detail(role)
        }
    }

    private static func detail(_ role: ColumnRole) -> Phrase {
        switch role {
        case .product: Phrase(en: "product", pl: "produkt", ru: "товар")
        case .productName: Phrase(en: "product name", pl: "nazwa produktu", ru: "название товара")
        case .country: Phrase(en: "country", pl: "kraj", ru: "страна")
        case .city: Phrase(en: "city", pl: "miasto", ru: "город")
        case .delivery: Phrase(en: "delivery", pl: "sposób dostawy", ru: "способ доставки")
        case .payment: Phrase(en: "payment", pl: "sposób płatności", ru: "способ оплаты")
        case .coupon: Phrase(en: "coupon", pl: "kupon", ru: "купон")
        case .source: Phrase(en: "acquisition source", pl: "źródło pozyskania", ru: "источник привлечения")
        case .salesChannel: Phrase(en: "sales channel", pl: "kanał sprzedaży", ru: "канал продаж")
        default: state(role)
        }
    }

    private static func state(_ role: ColumnRole) -> Phrase {
        switch role {
        case .paymentStatus: Phrase(en: "payment status", pl: "status płatności", ru: "статус оплаты")
        case .fulfilmentStatus: Phrase(en: "parcel status", pl: "status przesyłki", ru: "статус доставки")
        case .cancelled: Phrase(en: "cancelled", pl: "anulowane", ru: "отменён")
        case .lineAmountNet:
            Phrase(en: "line total without VAT", pl: "wartość pozycji netto", ru: "сумма позиции без НДС")
        case .unitPriceNet: Phrase(en: "unit price without VAT", pl: "cena jednostkowa netto", ru: "цена без НДС")
        default: Phrase(en: role.rawValue, pl: role.rawValue, ru: role.rawValue)
        }
    }

    /// The words of a stable reason key.
    static func reason(_ key: String) -> Phrase {
        known[key] ?? RejectReason(rawValue: key)?.phrase ?? Phrase(en: key, pl: key, ru: key)
    }

    static let known: [String: Phrase] = [
        "blank": Phrase(en: "blank row", pl: "pusty wiersz", ru: "пустая строка"),
        "repeatedHeader": Phrase(en: "the header again", pl: "powtórzony nagłówek", ru: "повтор заголовка"),
        "filtered": Phrase(en: "left out by --where", pl: "pominięte przez --where", ru: "отсеяно параметром --where"),
        "afterAsOf": Phrase(en: "later than the day of the report", pl: "po dniu raportu", ru: "позже дня отчёта"),
        "statusExcluded": Phrase(en: "left out by status", pl: "pominięte przez status", ru: "отсеяно по статусу"),
    ]
}
