public import Domain

/// One month's sales by customers in the month of their first order (new) and later (returning).
public struct NewVsReturning: Equatable, Sendable {
    public let month: CalendarPeriod
    public let newCustomers: Int
    public let returningCustomers: Int
    public let newOrders: Int
    public let returningOrders: Int
    /// Net, minor units.
    public let newRevenue: MinorUnits
    public let returningRevenue: MinorUnits
    /// Contribution of each, where known.
    public let newContribution: MinorUnits?
    public let returningContribution: MinorUnits?
    /// The month is wholly observed.
    public let complete: Bool
}
