import Domain
import Ledger
import LifetimeValue
import TestSupport
import Testing

@testable import Forecast

@Suite("Choosing a model") struct ModelChoiceTests {
    @Test(
        "a long history is chosen by backtest, and the winner fitted to everybody",
        .enabled(if: !Effort.isDebug, "real bases take long unoptimised"))
    func backtest() throws {
        let ledger = try RealShop.cdnow.get().ledger
        let choice = try ModelChoice(of: ledger)
        guard case .backtest(let days, let best) = choice.chosenBy else {
            Issue.record("\(choice.chosenBy)")
            return
        }
        #expect(days == 133 && choice.chosenBy.key == "backtest")
        #expect(choice.sampledCustomers == 23_570 && choice.passedOver.isEmpty)
        let backtest = try #require(choice.backtest)
        #expect(backtest.asOf == choice.summaries.asOf)
        #expect(backtest.modelErrors.min { $0.rootMeanSquare < $1.rootMeanSquare }?.model == best)
        let asGood = backtest.modelErrors.filter { !$0.isWorse }.map(\.model)
        #expect(asGood.contains(choice.model.name))
        #expect(choice.fit.customers == 23_570)
        let own = try choice.model.name.fit(to: choice.summaries.base)
        #expect(own.logLikelihood == choice.fit.logLikelihood)
    }

    @Test("a short history is chosen by BIC, with the reason") func short() throws {
        let ledger = try RealShop.cdnowSample.get().ledger
        let choice = try ModelChoice(of: ledger, asOf: Day("1997-06-15"))
        #expect(
            choice.chosenBy == .bic(best: choice.model.name, because: .history(days: 166)) || choice.backtest == nil)
        guard case .bic(let best, .history(166)) = choice.chosenBy else {
            Issue.record("\(choice.chosenBy)")
            return
        }
        let bics = try ModelChoice.preferred.map { try $0.fit(to: choice.summaries.base).bic }
        let least = try #require(bics.min())
        #expect(try best.fit(to: choice.summaries.base).bic == least)
        #expect(try choice.model.name.fit(to: choice.summaries.base).bic < least + 2)
    }

    @Test("few repeat customers and few orders to foretell are reasons too") func few() throws {
        let small = GeneratedShop.diverse(customers: 60, seed: 2)
        let choice = try ModelChoice(of: small)
        guard case .bic(_, .repeatCustomers(let count)) = choice.chosenBy else {
            Issue.record("\(choice.chosenBy)")
            return
        }
        #expect(count < 100)
        // Nobody has bought for a long time.
        let late = try ModelChoice(of: GeneratedShop.diverse(customers: 900, seed: 2), asOf: Day("2025-12-31"))
        #expect(late.chosenBy.key == "bic")
        guard case .bic(_, .holdoutOrders(0)) = late.chosenBy else {
            Issue.record("\(late.chosenBy)")
            return
        }
    }

    @Test("what is asked for is taken", arguments: PurchaseModelName.allCases) func asked(name: PurchaseModelName)
        throws
    {
        let choice = try ModelChoice(of: GeneratedShop.diverse(customers: 300, seed: 4), asked: name)
        #expect(choice.chosenBy == .asked && choice.model.name == name && choice.backtest == nil)
        let customers = choice.model.summaries(of: choice.summaries)
        let orders = choice.model.expectedOrders(in: 365, of: customers, workers: 2)
        #expect(orders == choice.model.expectedOrders(in: 365, of: customers))
        #expect(orders.count == choice.summaries.places.count && orders.allSatisfy { $0.isFinite && $0 >= 0 })
        let alive = customers.map { choice.fit.model.probabilityAlive(given: $0) }
        #expect(alive.count == orders.count && alive.allSatisfy { (0...1).contains($0) })
    }

    @Test("nobody who came again, nobody at all: an error with the reason") func failure() throws {
        let once = [LedgerDocument(customer: "a", day: Day("2026-01-01")!, minorUnits: 100)]
        do throws(ModelChoice.Failure) {
            _ = try ModelChoice(of: Ledger(once, currency: .unknown))
            Issue.record("one order of one customer has no model")
        } catch {
            #expect(error.reasons.first?.reason == .tooFewRepeatCustomers(0))
        }
        do throws(ModelChoice.Failure) {
            _ = try ModelChoice(of: Ledger([], currency: .unknown), asked: .bgNBD)
            Issue.record("nobody has no model")
        } catch {
            #expect(error.reasons == [Backtest.Unfitted(model: .bgNBD, reason: .noCustomers)])
        }
    }

    @Test("the same seed gives the same choice, whatever the workers", arguments: 1...3) func seeds(seed: UInt64) throws
    {
        let ledger = GeneratedShop.diverse(customers: 700, seed: seed)
        let (one, two) = (
            try ModelChoice(of: ledger, seed: seed, workers: 1), try ModelChoice(of: ledger, seed: seed, workers: 2)
        )
        #expect(one.chosenBy == two.chosenBy && one.model.name == two.model.name)
        #expect(one.fit.parameters == two.fit.parameters)
    }
}
