public import ArgumentParser
public import Domain
public import Intake
public import IntakeFormats
public import LifetimeValue
public import Subscriptions

// What an option's text must be: a wrong one is misuse (exit code 64), told with the option's name.

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Currency: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Language: NamedArgument {}
extension DateFormat: NamedArgument {}
extension DecimalMark: NamedArgument {}
extension PhoneCountry: NamedArgument {}
extension PurchaseModelName: NamedArgument {}
extension TimeUnit: NamedArgument {}

extension TenureUnit: NamedArgument {}

extension BillingPeriod: ExpressibleByArgument {
    public init?(argument: String) {
        guard let period = WrittenPeriod.period(of: argument) else { return nil }
        self = period
    }
}

extension TextEncoding: NamedArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension RowFilter: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// A part of a whole: `40%`, `40 %`, `0.4`; with up to two digits behind the percent's point.
struct ShareArgument: ExpressibleByArgument, Equatable {
    let basisPoints: Int

    init(basisPoints: Int) { self.basisPoints = basisPoints }

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        let text = argument.filter { $0 != "%" && $0 != " " && $0 != "\u{A0}" }.replacing(",", with: ".")
        guard let value = Double(text), value.isFinite, text.first != "-" else { return nil }
        let points = (isPercent ? value * 100 : value * 10_000).rounded()
        guard points >= 0, points <= 10_000 else { return nil }
        basisPoints = Int(points)
    }

    var share: Double { Double(basisPoints) / 10_000 }

    /// As it is typed: a blank before the sign, which Russian has, would ask for quotation marks. Without a formatter,
    /// since the help of every option is made whenever arguments are parsed, shown or not.
    var defaultValueDescription: String {
        var decimals = String(basisPoints % 100 + 100).dropFirst()
        while decimals.last == "0" { decimals = decimals.dropLast() }
        return "\(basisPoints / 100)" + (decimals.isEmpty ? "" : "." + decimals) + "%"
    }
}

enum AmountKind: String, NamedArgument { case gross, net }
enum ShippingKind: String, NamedArgument { case included, excluded }
enum AmountOwner: String, NamedArgument { case order, line }

/// One of some names.
///
/// The parser asks for the names whenever it parses, and its own way of listing them, by key paths, takes a good part
/// of that time.
public protocol NamedArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension NamedArgument {
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }

    /// The names speak for themselves.
    public static var allValueDescriptions: [String: String] { [:] }
}
