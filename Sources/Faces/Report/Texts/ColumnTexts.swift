import Domain
import Intake

/// What the columns of an order file mean.
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
        case .paymentStatus: Phrase(en: "payment status", pl: "status płatności", ru: "статус оплаты")
        case .fulfilmentStatus: Phrase(en: "fulfilment status", pl: "status realizacji", ru: "статус выполнения")
        case .cancelled: Phrase(en: "cancelled", pl: "anulowane", ru: "отменён")
        case .type: Phrase(en: "document type", pl: "typ dokumentu", ru: "тип документа")
        case .refundOf: Phrase(en: "order given back", pl: "zwracane zamówienie", ru: "возвращаемый заказ")
        case .amount: Phrase(en: "order total", pl: "suma zamówienia", ru: "сумма заказа")
        case .amountNet: Phrase(en: "order total without VAT", pl: "suma netto", ru: "сумма без НДС")
        case .amountWithoutShipping:
            Phrase(en: "goods without shipping", pl: "towary bez dostawy", ru: "товары без доставки")
        case .tax: Phrase(en: "tax", pl: "podatek", ru: "налог")
        case .shipping: Phrase(en: "shipping", pl: "kwota za dostawę", ru: "плата за доставку")
        case .discount: Phrase(en: "discount", pl: "rabat", ru: "скидка")
        case .currency: Phrase(en: "currency", pl: "waluta", ru: "валюта")
        case .refundedAmount: Phrase(en: "amount refunded", pl: "kwota zwrotu", ru: "сумма возврата")
        case .lineAmount: Phrase(en: "line total", pl: "wartość pozycji", ru: "сумма позиции")
        case .lineAmountNet:
            Phrase(en: "line total without VAT", pl: "wartość pozycji netto", ru: "сумма позиции без НДС")
        case .quantity: Phrase(en: "quantity", pl: "ilość", ru: "количество")
        case .unitPrice: Phrase(en: "unit price", pl: "cena jednostkowa", ru: "цена за единицу")
        case .unitPriceNet:
            Phrase(en: "unit price without VAT", pl: "cena jednostkowa netto", ru: "цена за единицу без НДС")
        case .product: Phrase(en: "product", pl: "produkt", ru: "товар")
        case .productName: Phrase(en: "product name", pl: "nazwa produktu", ru: "название товара")
        case .cost: Phrase(en: "cost of goods", pl: "koszt towaru", ru: "себестоимость")
        case .fee: Phrase(en: "fee", pl: "prowizja", ru: "комиссия")
        case .shippingCost: Phrase(en: "shipping cost", pl: "koszt wysyłki", ru: "расход на доставку")
        case .country: Phrase(en: "country", pl: "kraj", ru: "страна")
        case .city: Phrase(en: "city", pl: "miasto", ru: "город")
        case .delivery: Phrase(en: "delivery method", pl: "sposób dostawy", ru: "способ доставки")
        case .payment: Phrase(en: "payment method", pl: "sposób płatności", ru: "способ оплаты")
        case .coupon: Phrase(en: "coupon", pl: "kupon", ru: "купон")
        case .source: Phrase(en: "acquisition source", pl: "źródło pozyskania", ru: "источник привлечения")
        case .salesChannel: Phrase(en: "sales channel", pl: "kanał sprzedaży", ru: "канал продаж")
        }
    }
}
