import Domain
import Intake
import IntakeFormats
import Report

/// What was recognised in the files, said before the numbers: each column with three of its values, how amounts and
/// dates are read, and how to say otherwise.
struct RecognitionText {
    let language: Language

    static func text(of intake: OrderIntake, language: Language) -> String {
        let words = RecognitionText(language: language)
        var told: [(name: String, columns: [String])] = []
        return intake.files.map { file in
            let columns = words.columnKeys(file.recognition)
            let name = OrderFiles.name(of: file.file.name, in: language)
            // Twelve files of one shop are twelve times the same list.
            if let same = told.first(where: { $0.columns == columns }) {
                return words.sameColumns(name, as: same.name)
            }
            told.append((name, columns))
            return words.lines(name, file.recognition).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func columnKeys(_ recognition: Recognition) -> [String] {
        recognition.columns.map { "\($0.role.rawValue)=\($0.reference)" }
            + [recognition.plan.dateFormat?.rawValue ?? "", recognition.plan.decimalMark?.rawValue ?? ""]
    }

    private func sameColumns(_ name: String, as other: String) -> String {
        Phrase(
            en: "\(name): the same columns as in \(other)", pl: "\(name): te same kolumny co w \(other)",
            ru: "\(name): те же столбцы, что в \(other)")[language]
    }

    private func lines(_ file: String, _ recognition: Recognition) -> [String] {
        let lines = recognition.columns.map { column in
            Line(
                meaning: meaning(column.role.name(in: language), key: column.role.rawValue), name: column.reference,
                samples: column.samples)
        }
        return [title(file)] + columns(lines) + unused(recognition.unused) + reading(recognition.plan)
            + recognition.remarks.map { "  " + $0.message(in: language) }
    }

    func title(_ file: String) -> String {
        file
            + Phrase(
                en: ", what was recognised (change with --column KEY=NAME):",
                pl: ", rozpoznane kolumny (zmień przez --column KLUCZ=NAZWA):",
                ru: ", распознанные столбцы (изменить: --column КЛЮЧ=ИМЯ):")[language]
    }

    // MARK: Columns

    /// A column as it is shown.
    struct Line {
        let meaning: String
        let name: String
        let samples: [String]
    }

    func columns(_ columns: [Line]) -> [String] {
        let meaningWidth = columns.map(\.meaning.count).max() ?? 0
        let names = columns.map { $0.name.clipped(to: 28) }
        let nameWidth = names.map(\.count).max() ?? 0
        return columns.indices.map { place in
            let (column, meaning) = (columns[place], columns[place].meaning)
            let name = names[place].padding(to: nameWidth)
            let samples = column.samples.map { $0.clipped(to: 20) }.joined(separator: " · ")
            return "  \(meaning.padding(to: meaningWidth))  \(name)  \(samples)".trimmingEnd
        }
    }

    /// The reader's word, and the key where it is another one.
    func meaning(_ name: String, key: String) -> String { name == key ? name : "\(name) (\(key))" }

    func unused(_ names: [String]) -> [String] {
        guard !names.isEmpty else { return [] }
        let shown = names.prefix(8).map { $0.clipped(to: 28) }.joined(separator: ", ")
        let rest = names.count - 8
        let title = Phrase(en: "not used", pl: "nieużywane", ru: "не используются")[language]
        return ["  \(title): \(shown)" + (rest > 0 ? ", … (+\(rest))" : "")]
    }

    // MARK: Amounts and dates

    var dates: String { Phrase(en: "dates", pl: "daty", ru: "даты")[language] }

    private func reading(_ plan: OrderFilePlan) -> [String] {
        let amounts = Phrase(en: "amounts", pl: "kwoty", ru: "суммы")[language]
        var lines = ["  \(amounts): \(formula(plan)); \(basis(plan.basis)) (--amounts, --shipping)"]
        if let mark = plan.decimalMark { lines[0] += "; \(self.mark(mark)) (--decimal)" }
        if let format = plan.dateFormat { lines.append("  \(dates): \(self.format(format)) (--date-format)") }
        return lines
    }

    /// `“Quantity” × “Price”`, `“Total” + “Tax”`.
    private func formula(_ plan: OrderFilePlan) -> String {
        let name = { (column: Int) in language.quoted(plan.header[column]) }
        let base =
            switch plan.amount {
            case .column(let column, isLine: _): name(column)
            case .product(let quantity, let unitPrice): name(quantity) + " × " + name(unitPrice)
            }
        return plan.adjustments.reduce(base) { $0 + ($1.isAdded ? " + " : " − ") + name($1.column) }
    }

    private func basis(_ basis: AmountBasis) -> String {
        let tax =
            basis.isGross
            ? Phrase(en: "gross of VAT", pl: "brutto", ru: "с НДС")
            : Phrase(en: "net of VAT", pl: "netto", ru: "без НДС")
        let shipping =
            basis.includesShipping
            ? Phrase(en: "with shipping", pl: "z dostawą", ru: "с доставкой")
            : Phrase(en: "without shipping", pl: "bez dostawy", ru: "без доставки")
        return tax[language] + ", " + shipping[language]
    }

    func mark(_ mark: DecimalMark) -> String {
        switch mark {
        case .point: Phrase(en: "decimal point", pl: "kropka dziesiętna", ru: "десятичная точка")[language]
        case .comma: Phrase(en: "decimal comma", pl: "przecinek dziesiętny", ru: "десятичная запятая")[language]
        }
    }

    func format(_ format: DateFormat) -> String {
        switch format {
        case .yearMonthDay: Phrase(en: "year first", pl: "najpierw rok", ru: "сначала год")[language]
        case .dayMonthYear: Phrase(en: "day first", pl: "najpierw dzień", ru: "сначала день")[language]
        case .monthDayYear: Phrase(en: "month first", pl: "najpierw miesiąc", ru: "сначала месяц")[language]
        case .compact:
            Phrase(en: "eight digits, year first", pl: "osiem cyfr, najpierw rok", ru: "восемь цифр, сначала год")[
                language]
        case .epochSeconds:
            Phrase(en: "seconds since 1970", pl: "sekundy od 1970 r.", ru: "секунды с 1970 г.")[language]
        case .epochMilliseconds:
            Phrase(en: "milliseconds since 1970", pl: "milisekundy od 1970 r.", ru: "миллисекунды с 1970 г.")[language]
        case .monthName:
            Phrase(en: "with the month's name", pl: "z nazwą miesiąca", ru: "с названием месяца")[language]
        }
    }
}
