import Domain
import Forecast
import LifetimeValue

/// The sentences of a backtest.
struct BacktestWords {
    let backtest: Backtest
    let formats: Formats

    private var language: Language { formats.language }

    /// A model by its name on the command line, a rule in words.
    func name(_ forecaster: Forecaster) -> String {
        switch forecaster {
        case .model(let name): name.rawValue
        case .rule(let rule):
            BacktestTexts.rule(rule, window: formats.count(backtest.hiatus?.windowDays ?? 0, .withinDays))[language]
        }
    }

    /// In a sentence: rules in quotation marks.
    private func quoted(_ forecaster: Forecaster) -> String {
        let name = name(forecaster)
        guard !forecaster.isModel else { return name }
        return Phrase(en: "“\(name)”", pl: "„\(name)”", ru: "«\(name)»")[language]
    }

    /// Who foretells best, by how much, and how sure that is.
    func verdict(_ contest: Contest) -> String {
        let (best, rival) = (quoted(contest.best), quoted(contest.rival))
        let gain = formats.percent(contest.gain)
        let range = contest.interval.map {
            PulseTexts.interval(formats.percent($0.lowerBound), formats.percent($0.upperBound))[language]
        }
        return switch contest.verdict {
        case .model: Self.model(best, over: rival, gain, range ?? "")[language]
        case .rule: Self.rule(best, over: rival, gain, range ?? "")[language]
        case .asGood:
            asGood(contest)[language] + " "
                + (range.map { Self.chance(best, gain, $0) } ?? Self.same)[language]
        }
    }

    private static func model(_ best: String, over rival: String, _ gain: String, _ range: String) -> Phrase {
        Phrase(
            en:
                "A model is better: \(best). Its error is \(gain) smaller than that of the best simple rule, \(rival) (\(range)).",
            pl:
                "Lepszy jest model: \(best). Jego błąd jest o \(gain) mniejszy niż błąd najlepszej prostej reguły \(rival) (\(range)).",
            ru:
                "Лучше модель: \(best). Её ошибка на \(gain) меньше, чем у лучшего простого правила \(rival) (\(range))."
        )
    }

    private static func rule(_ best: String, over rival: String, _ gain: String, _ range: String) -> Phrase {
        Phrase(
            en:
                "A simple rule is better: \(best). Its error is \(gain) smaller than that of the best model, \(rival) (\(range)).",
            pl:
                "Lepsza jest prosta reguła: \(best). Jej błąd jest o \(gain) mniejszy niż błąd najlepszego modelu \(rival) (\(range)).",
            ru: "Лучше простое правило: \(best). Его ошибка на \(gain) меньше, чем у лучшей модели \(rival) (\(range))."
        )
    }

    private func asGood(_ contest: Contest) -> Phrase {
        let isModelBest = contest.best.isModel
        let model = quoted(isModelBest ? contest.best : contest.rival)
        let rule = quoted(isModelBest ? contest.rival : contest.best)
        return Phrase(
            en: "The simple rule \(rule) is as good as the best model, \(model).",
            pl: "Prosta reguła \(rule) jest równie dobra jak najlepszy model \(model).",
            ru: "Простое правило \(rule) не уступает лучшей модели \(model).")
    }

    private static func chance(_ best: String, _ gain: String, _ range: String) -> Phrase {
        Phrase(
            en: "The error of \(best) is \(gain) smaller, which may be chance (\(range)).",
            pl: "Błąd \(best) jest o \(gain) mniejszy, co może być przypadkiem (\(range)).",
            ru: "Ошибка \(best) на \(gain) меньше, но это может быть случайностью (\(range)).")
    }

    private static let same = Phrase(
        en: "Their errors are the same.", pl: "Ich błędy są takie same.", ru: "Их ошибки одинаковы.")
}
