import Domain
import Intake
import IntakeFormats
import Report

/// What was recognised in a file of subscriptions, said before the numbers, and how to say otherwise.
struct SubscriptionRecognitionText {
    let words: RecognitionText
    private var language: Language { words.language }

    static func text(of intake: SubscriptionIntake, language: Language) -> String {
        let texts = SubscriptionRecognitionText(words: RecognitionText(language: language))
        let name = OrderFiles.name(of: intake.file.name, in: language)
        return texts.lines(name, intake.recognition).joined(separator: "\n")
    }

    private func lines(_ file: String, _ recognition: SubscriptionRecognition) -> [String] {
        let columns = recognition.columns.map { column in
            RecognitionText.Line(
                meaning: words.meaning(column.role.name(in: language), key: column.role.rawValue),
                name: column.reference, samples: column.samples)
        }
        return [words.title(file)] + words.columns(columns) + words.unused(recognition.unused)
            + reading(recognition)
    }

    private func reading(_ recognition: SubscriptionRecognition) -> [String] {
        var lines: [String] = []
        if let mark = recognition.plan.decimalMark { lines.append("  \(words.mark(mark)) (--decimal)") }
        if let format = recognition.plan.dateFormat {
            lines.append("  \(words.dates): \(words.format(format)) (--date-format)")
        }
        return lines
    }
}
