public import Subscriptions

/// One billing period as a person writes it, outside a table of subscriptions.
public enum WrittenPeriod {
    /// `month`, `yearly`, `3 months`, `P1Y`, `kwartał`, `12` (months); nil for anything else.
    public static func period(of text: String) -> BillingPeriod? { BillingPeriodReader.period(text) }
}
