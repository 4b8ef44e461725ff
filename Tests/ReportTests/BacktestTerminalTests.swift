import Domain
import Forecast
import LifetimeValue
import TestSupport
import Testing

@testable import Report

@Suite("A backtest in the terminal") struct BacktestTerminalTests {
    private static let contents = Result {
        let ledger = ShopSimulation(seed: 4, days: 500, arrivalsPerDay: 1).ledger()
        return try [(130, BacktestOptions.usualModels), (3, [.bgBB]), (20, [.mbgNBD])].map { days, models in
            BacktestContent(
                backtest: try Backtest(of: ledger, options: BacktestOptions(holdoutDays: days, models: models)),
                intake: IntakeSummary(files: ["a very long name of a file of orders from a shop's first year.csv"]))
        }
    }

    @Test("no line is wider than the terminal, in any language", arguments: Language.allCases, [60, 80, 100])
    func width(language: Language, width: Int) throws {
        for content in try Self.contents.get() {
            let text = TerminalBacktest(content).text(width: width, colour: false, language: language)
            for line in text.split(separator: "\n") { #expect(TerminalText.width(String(line)) <= width, "“\(line)”") }
            #expect(!text.contains("\u{1B}") && !text.contains(/\b(nan|inf)\b/))
        }
    }

    @Test("colour changes nothing but the colour") func colour() throws {
        for content in try Self.contents.get() {
            let plain = TerminalBacktest(content).text(width: 90, colour: false, language: .polish)
            let coloured = TerminalBacktest(content).text(width: 90, colour: true, language: .polish)
            #expect(coloured != plain)
            #expect(coloured.replacing(/\u{1B}\[\d*m/, with: "") == plain)
        }
    }

    @Test("the JSON has no figure that JSON has not", arguments: Language.allCases) func json(language: Language) throws
    {
        for content in try Self.contents.get() {
            let text = JSONBacktest(content).text(language: language)
            #expect(!text.contains(/: -?(nan|inf)/) && text.contains("\"perennial.backtest/1\""))
        }
    }

    @Test("every verdict has words of its own", arguments: Language.allCases) func verdicts(language: Language) throws {
        let backtest = try #require(try Self.contents.get().first).backtest
        let words = BacktestWords(backtest: backtest, formats: Formats(language: language, currency: .unknown))
        #expect(words.name(.rule(.lastYear)) != words.name(.rule(.mean)))
        #expect(words.verdict(backtest.orders).count > 40)
    }

    @Test("every reason and warning is told in each language") func fits() {
        let errors: [FitError] = [
            .noCustomers, .tooFewRepeatCustomers(1), .tooFewSpenders(0), .nobodyCancelled, .didNotConverge(starts: 5),
        ]
        let warnings: [FitWarning] = [
            .parameterAtEdge(.a), .heterogeneityNotIdentified(.r), .fewInformativeCustomers(7),
            .nobodyLeaves(asked: .bgNBD), .spendFollowsFrequency(correlation: 0.31), .spendIsConstant, .spendHasNoMean,
        ]
        for language in Language.allCases {
            let texts = errors.map { $0.message(in: language) } + warnings.map { $0.message(in: language) }
            #expect(Set(texts).count == texts.count && texts.allSatisfy { $0.hasSuffix(".") })
        }
    }

    @Test("why a model was taken is told in each language", arguments: Language.allCases)
    func choice(language: Language) throws {
        let ledger = ShopSimulation(seed: 4, days: 500, arrivalsPerDay: 1).ledger()
        let asOf = ShopSimulation.firstDay
        let choices = try [
            ModelChoice(of: ledger), ModelChoice(of: ledger, asOf: asOf.advanced(by: 100)),
            ModelChoice(of: ledger, asOf: asOf.advanced(by: 1_400)), ModelChoice(of: ledger, asked: .nbd),
        ]
        #expect(choices.map(\.chosenBy.key) == ["backtest", "bic", "bic", "asked"])
        let texts = choices.map { $0.reason(in: language) }
        #expect(Set(texts).count == 4 && texts.allSatisfy { $0.hasSuffix(".") })
        for (choice, text) in zip(choices, texts) { #expect(text.contains(choice.model.name.rawValue), "\(text)") }
    }

    @Test("where no model can be fitted, the reason is told", arguments: Language.allCases)
    func failure(language: Language) {
        #expect(throws: ModelChoice.Failure.self) { try ModelChoice(of: ShopSimulation(seed: 1, days: 1).ledger()) }
        let failure = ModelChoice.Failure(reasons: [.init(model: .bgNBD, reason: .noCustomers)])
        #expect(failure.message(in: language).contains(FitError.noCustomers.message(in: language)))
    }
}
