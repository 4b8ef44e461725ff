import Domain
import Foundation
import Intake
import IntakeFormats
import Synchronization

/// One line on a terminal's standard error that tells how far the reading has come; nothing in the first second, and
/// nothing where nobody looks.
final class ProgressLine: Sendable {
    private struct State {
        var shownAt: ContinuousClock.Instant?
        var width = 0
        /// The file and pass that is read, and since when: each has its own speed.
        var stage: (file: String, pass: Int, began: ContinuousClock.Instant)?
    }

    private let started = ContinuousClock.now
    private let language: Language
    private let state = Mutex(State())

    /// nil when standard error is no terminal.
    init?(language: Language) {
        guard Console.errorIsTerminal else { return nil }
        self.language = language
    }

    /// Shows that `bytes` of standard input or a pipe have come.
    func show(bytes: Int64, of file: String) {
        show(IntakeProgress(file: file, bytes: bytes, totalBytes: nil, rows: 0, pass: 0))
    }

    func show(_ progress: IntakeProgress) {
        let now = ContinuousClock.now
        state.withLock { state in
            if state.stage?.file != progress.file || state.stage?.pass != progress.pass {
                state.stage = (progress.file, progress.pass, now)
                state.shownAt = nil
            }
            let elapsed = now - (state.stage?.began ?? started)
            // What has just begun has no speed yet.
            guard now - started > .seconds(1), elapsed > .milliseconds(10) else { return }
            if let shownAt = state.shownAt, now - shownAt < .milliseconds(200) { return }
            state.shownAt = now
            let text = Self.text(progress, elapsed: elapsed, language: language)
            let padding = String(repeating: " ", count: max(0, state.width - text.count))
            state.width = text.count
            _ = Console.write("\r\(text)\(padding)".utf8, to: 2)
        }
    }

    /// Takes the line away again.
    func finish() {
        state.withLock { state in
            guard state.width > 0 else { return }
            _ = Console.write(("\r" + String(repeating: " ", count: state.width) + "\r").utf8, to: 2)
            state.width = 0
        }
    }

    /// `Reading orders.csv: 412 of 941 MB (44%), 9,812,000 rows/s, 2 s left`
    static func text(_ progress: IntakeProgress, elapsed: Duration, language: Language) -> String {
        let seconds = max(0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
        let name = OrderFiles.name(of: progress.file, in: language).clipped(to: 40)
        let read = megabytes(progress.bytes, language)
        let rate = language.count(Int(Double(progress.rows) / seconds))
        let speed = Phrase(en: "\(rate) rows/s", pl: "\(rate) wierszy/s", ru: "\(rate) строк/с")[language]
        let title = (progress.pass > 1 ? readingAgain : reading)[language] + " \(name): "
        guard progress.rows > 0 || progress.totalBytes != nil else {
            // Input that comes only once is kept before its rows are read.
            return title + Phrase(en: "\(read) MB", pl: "\(read) MB", ru: "\(read) МБ")[language]
        }
        guard let total = progress.totalBytes, total > 0 else {
            return title + Phrase(en: "\(read) MB, ", pl: "\(read) MB, ", ru: "\(read) МБ, ")[language] + speed
        }
        let share = min(1, Double(progress.bytes) / Double(total))
        let left = language.count(share > 0 ? Int((seconds / share * (1 - share)).rounded(.up)) : 0)
        let part = language.percent((share * 100).rounded(.down) / 100)
        let all = megabytes(total, language)
        return title
            + Phrase(
                en: "\(read) of \(all) MB (\(part)), \(speed), \(left) s left",
                pl: "\(read) z \(all) MB (\(part)), \(speed), jeszcze \(left) s",
                ru: "\(read) из \(all) МБ (\(part)), \(speed), осталось \(left) с")[language]
    }

    private static let reading = Phrase(en: "Reading", pl: "Czytam", ru: "Читаю")
    private static let readingAgain = Phrase(en: "Reading again", pl: "Czytam ponownie", ru: "Читаю ещё раз")

    /// With one decimal below ten.
    private static func megabytes(_ bytes: Int64, _ language: Language) -> String {
        let value = Double(bytes) / 1e6
        let style = FloatingPointFormatStyle<Double>(locale: language.locale)
        return value.formatted(style.precision(.fractionLength(value < 10 ? 1 : 0)))
    }
}
