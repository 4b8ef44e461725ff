import Domain
import Foundation
import Intake
import Synchronization

/// One line on a terminal's standard error that tells how far the reading has come; nothing in the first second, and
/// nothing where nobody looks.
final class ProgressLine: Sendable {
    private struct State {
        var shownAt: ContinuousClock.Instant?
        var width = 0
    }

    private let started = ContinuousClock.now
    private let language: Language
    private let state = Mutex(State())

    /// nil when standard error is no terminal.
    init?(language: Language) {
        guard Console.errorIsTerminal else { return nil }
        self.language = language
    }

    func show(_ progress: IntakeProgress) {
        let now = ContinuousClock.now
        guard now - started > .seconds(1) else { return }
        state.withLock { state in
            if let shownAt = state.shownAt, now - shownAt < .milliseconds(200) { return }
            state.shownAt = now
            let text = Self.text(progress, elapsed: now - started, language: language)
            let padding = String(repeating: " ", count: max(0, state.width - text.count))
            state.width = text.count
            Console.write("\r\(text)\(padding)".utf8, to: 2)
        }
    }

    /// Takes the line away again.
    func finish() {
        state.withLock { state in
            guard state.width > 0 else { return }
            Console.write(("\r" + String(repeating: " ", count: state.width) + "\r").utf8, to: 2)
            state.width = 0
        }
    }

    /// `Reading orders.csv: 412 of 941 MB (44 %), 9,812,000 rows/s, 2 s left`.
    static func text(_ progress: IntakeProgress, elapsed: Duration, language: Language) -> String {
        let seconds = max(0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
        let read = Double(progress.bytes) / 1e6
        let name = progress.file
        let rate = Int(Double(progress.rows) / seconds)
        let again = progress.pass > 1 ? [Phrase(en: " again", pl: " ponownie", ru: " повторно")[language]] : []
        var text =
            Phrase(en: "Reading", pl: "Czytam", ru: "Читаю")[language] + again.joined() + " \(name): \(Int(read))"
        if let total = progress.totalBytes, total > 0 {
            let share = min(1, Double(progress.bytes) / Double(total))
            let left = share > 0 ? Int((seconds / share * (1 - share)).rounded(.up)) : 0
            text += " / \(Int(Double(total) / 1e6)) MB (\(Int(share * 100)) %), "
            text +=
                Phrase(
                    en: "\(rate) rows/s, \(left) s left", pl: "\(rate) wierszy/s, jeszcze \(left) s",
                    ru: "\(rate) строк/с, осталось \(left) с")[language]
        } else {
            text += " MB, " + Phrase(en: "\(rate) rows/s", pl: "\(rate) wierszy/s", ru: "\(rate) строк/с")[language]
        }
        return text
    }
}
