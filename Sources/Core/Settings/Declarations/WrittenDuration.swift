/// A duration as a configuration has it: a whole number of seconds, minutes, hours or days, such as `30s`, `10m`, `12h`,
/// `90d`.
enum WrittenDuration {
    private static let units: [(letter: Character, seconds: Int)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]

    /// nil for any other text.
    static func value(of text: String) -> Duration? {
        guard let unit = units.first(where: { $0.letter == text.last }),
            let count = WrittenNumber.value(of: text.dropLast())
        else { return nil }
        return .seconds(count * unit.seconds)
    }

    /// In the largest unit of which it is a whole number; parts of a second are left out.
    static func text(of duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        let unit = units.first { seconds != 0 && seconds % $0.seconds == 0 } ?? ("s", 1)
        return "\(seconds / unit.seconds)\(unit.letter)"
    }
}
