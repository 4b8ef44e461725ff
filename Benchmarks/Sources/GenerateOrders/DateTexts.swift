import Foundation

/// The days of the shop as text, the first being 2021-01-01.
struct DateTexts {
    private let days: [UInt8]

    init() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let first = Date(timeIntervalSince1970: 1_609_459_200)
        days = (0..<2_000).flatMap { day in
            let parts = calendar.dateComponents([.year, .month, .day], from: first + Double(day) * 86_400)
            let text = String(format: "%04d-%02d-%02dT", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            return Array(text.utf8)
        }
    }

    /// Writes `YYYY-MM-DDThh:mm:ss`.
    func write(_ second: UInt32, to text: inout TextWriter) {
        let day = Int(second / 86_400)
        let ofDay = second % 86_400
        for offset in day * 11..<day * 11 + 11 { text.append(days[offset]) }
        text.append(ofDay / 3_600, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(ofDay / 60 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(ofDay % 60, width: 2)
    }
}
