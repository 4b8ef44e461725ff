public import Database
public import Domain
public import Foundation

/// What holds for all of a business: one time zone and one currency.
public struct Business: Equatable, Sendable {
    public var name: String
    public var timeZone: TimeZone
    public var currency: Currency

    public init(name: String, timeZone: TimeZone, currency: Currency) {
        (self.name, self.timeZone, self.currency) = (name, timeZone, currency)
    }
}

extension Session {
    /// Nil before the first import or the setting-up.
    public func business() throws -> Business? {
        try first("SELECT name, time_zone, currency FROM business WHERE id = 1") { row in
            let zone: String = try row.get(1)
            guard let timeZone = TimeZone(identifier: zone) else {
                throw DatabaseError(.unexpectedValue, "The business's time zone is “\(zone)”, which is not known here.")
            }
            return Business(name: try row.get(0), timeZone: timeZone, currency: try row.get(2))
        }
    }

    /// - Precondition: There is none yet.
    public func found(_ business: Business, at now: Instant) throws {
        try execute(
            "INSERT INTO business (id, name, time_zone, currency, created_at) VALUES (1, $1, $2, $3, $4)",
            business.name, business.timeZone.identifier, business.currency, now)
    }
}
