public import ArgumentParser
public import Domain
public import Intake
public import IntakeFormats

// What an option's text must be: a wrong one is misuse (exit code 64), told with the option's name.

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Currency: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}
extension DateFormat: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
extension PhoneCountry: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
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

    var defaultValueDescription: String { SpokenLanguage.current.percent(share) }
}

enum AmountKind: String, ExpressibleByArgument, CaseIterable { case gross, net }
enum ShippingKind: String, ExpressibleByArgument, CaseIterable { case included, excluded }
enum AmountOwner: String, ExpressibleByArgument, CaseIterable { case order, line }
