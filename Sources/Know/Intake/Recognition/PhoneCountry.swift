/// A country whose telephone numbers may stand without a calling code. The raw value is its ISO 3166 code.
public enum PhoneCountry: String, CaseIterable, Hashable, Sendable, Codable {
    case poland = "PL"
    case russia = "RU"
    case ukraine = "UA"
    case belarus = "BY"
    case kazakhstan = "KZ"
    case germany = "DE"
    case austria = "AT"
    case switzerland = "CH"
    case czechia = "CZ"
    case slovakia = "SK"
    case lithuania = "LT"
    case latvia = "LV"
    case estonia = "EE"
    case unitedKingdom = "GB"
    case ireland = "IE"
    case france = "FR"
    case netherlands = "NL"
    case belgium = "BE"
    case spain = "ES"
    case italy = "IT"
    case portugal = "PT"
    case sweden = "SE"
    case unitedStates = "US"
    case canada = "CA"
    case australia = "AU"

    /// A national number with the calling code; the code may already be there without its plus.
    func international(_ digits: String) -> String {
        let (code, trunk, length) = plan
        if digits.count == code.count + length, digits.hasPrefix(code) { return "+" + digits }
        let isTrunk = !trunk.isEmpty && digits.hasPrefix(trunk) && digits.count == trunk.count + length
        return "+" + code + (isTrunk ? String(digits.dropFirst(trunk.count)) : digits)
    }

    /// Calling code, the prefix of calls inside the country, and how many digits a mobile number has after it
    /// (ITU-T E.164 and the national numbering plans).
    private var plan: (code: String, trunk: String, length: Int) {
        switch self {
        case .poland: ("48", "0", 9)
        case .russia: ("7", "8", 10)
        case .kazakhstan: ("7", "8", 10)
        case .ukraine: ("380", "0", 9)
        case .belarus: ("375", "80", 9)
        case .germany: ("49", "0", 11)
        case .austria: ("43", "0", 10)
        case .switzerland: ("41", "0", 9)
        case .czechia: ("420", "", 9)
        case .slovakia: ("421", "0", 9)
        case .lithuania: ("370", "8", 8)
        case .latvia: ("371", "", 8)
        case .estonia: ("372", "", 8)
        case .unitedKingdom: ("44", "0", 10)
        case .ireland: ("353", "0", 9)
        case .france: ("33", "0", 9)
        case .netherlands: ("31", "0", 9)
        case .belgium: ("32", "0", 9)
        case .spain: ("34", "", 9)
        case .italy: ("39", "", 10)
        case .portugal: ("351", "", 9)
        case .sweden: ("46", "0", 9)
        case .unitedStates, .canada: ("1", "", 10)
        case .australia: ("61", "0", 9)
        }
    }
}
