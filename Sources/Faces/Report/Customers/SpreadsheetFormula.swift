/// What a spreadsheet would run instead of showing it.
public enum SpreadsheetFormula {
    /// Whether a cell with this text would be taken for a formula; an apostrophe before it, which spreadsheets do not
    /// show, prevents that.
    ///
    /// `=`, `+`, `-`, `@`, their full-width forms `＝`, `＋`, `－`, `＠`, tab and carriage return begin a formula in one
    /// spreadsheet or another; a sign before mere digits, as in a phone number, does not.
    public static func isFormula(_ text: String.UTF8View) -> Bool {
        switch text.first {
        case 0x3D, 0x40, 0x09, 0x0D: true
        case 0xEF: fullWidth.contains { text.starts(with: $0) }
        case 0x2B, 0x2D: !text.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
        default: false
        }
    }

    private static let fullWidth = ["＝", "＋", "－", "＠"].map { Array($0.utf8) }
}
