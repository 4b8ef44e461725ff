import TestSupport
import Testing

@testable import LifetimeValue

@Suite("The fast fitter against a slow and plain one") struct ReferenceFitterTests {
    static let bases = Effort.seeds(60, soak: 500, debug: 2)

    #if DEBUG
        static let sampleMaxima: [(model: PurchaseModelName, logLikelihood: Double)] = [(.bgNBD, -9582.42921)]
    #else
        static let sampleMaxima: [(model: PurchaseModelName, logLikelihood: Double)] = [
            (.nbd, -9763.65761), (.bgNBD, -9582.42921), (.mbgNBD, -9582.13571), (.paretoNBD, -9594.97618),
        ]
    #endif

    @Test("the slow one is green on the CDNOW sample", arguments: sampleMaxima)
    func cdnow(model: PurchaseModelName, logLikelihood: Double) throws {
        let base = try RealShop.cdnowSample.get().base(until: RealShop.calibrationEnd)
        let weeks = Double(base.laterPurchases) * LifetimeValue.log(7)
        #expect(abs(ReferenceFitter(base, model).fit().logLikelihood + weeks - logLikelihood) < 1e-3)
    }

    #if !DEBUG
        @Test("and on both ends of Online Retail: the ridge and the two hills")
        func onlineRetail() throws {
            for (end, expected) in [
                (RealShop.endOfAugust, [PurchaseModelName.bgNBD: -21758.02079, .mbgNBD: -21758.02079]),
                (RealShop.endOfRetail, [.bgNBD: -37647.75942, .mbgNBD: -37647.8616]),
            ] {
                let base = try RealShop.onlineRetail.get().base(until: end)
                let weeks = Double(base.laterPurchases) * LifetimeValue.log(7)
                for (model, logLikelihood) in expected {
                    let slow = ReferenceFitter(base, model).fit().logLikelihood + weeks
                    #expect(abs(slow - logLikelihood) < 2e-3, "\(model)")
                }
            }
        }
    #endif

    /// The same maximum, and the same expectations of the base where the surface is not flat.
    static func compare(_ name: PurchaseModelName, seed: UInt64) throws {
        let generated = GeneratedBase(seed: seed, customers: 60 + Int(seed % 7) * 40)
        let base = generated.summaries
        guard base.repeatCustomers >= 2 else { return }
        let slow = ReferenceFitter(base, name).fit()
        let fast = try name.fit(to: base)
        // The slow one may stop short on a ridge; never may the fast one.
        #expect(fast.logLikelihood > slow.logLikelihood - 1e-3, "seed \(seed), \(fast.parameters), \(slow)")
        // Where the maximum is a proper one, the slow one is there too.
        if fast.warnings.allSatisfy({ $0 == .fewInformativeCustomers(base.repeatCustomers) }) {
            #expect(slow.logLikelihood > fast.logLikelihood - 1e-2, "seed \(seed), \(fast.parameters), \(slow)")
        }
        // At the same point both say the same, as far as the papers' forms keep their digits.
        let point = fast.model.parameters.map { LifetimeValue.log($0) }
        guard point.allSatisfy({ abs($0) < 9 }) else { return }
        let same = ReferenceFitter(base, type(of: fast.model).name).logLikelihood(at: point)
        #expect(abs(same - fast.logLikelihood) < 1e-6 * max(1, abs(same)), "seed \(seed)")
    }

    @Test("NBD on generated bases", arguments: bases) func nbd(seed: UInt64) throws {
        try Self.compare(.nbd, seed: seed)
    }

    @Test("BG/NBD on generated bases", arguments: bases) func bg(seed: UInt64) throws {
        try Self.compare(.bgNBD, seed: seed)
    }

    @Test("MBG/NBD on generated bases", arguments: bases) func mbg(seed: UInt64) throws {
        try Self.compare(.mbgNBD, seed: seed)
    }

    @Test("Pareto/NBD on generated bases", arguments: bases.prefix(max(1, bases.count / 10)))
    func pareto(seed: UInt64) throws {
        try Self.compare(.paretoNBD, seed: seed)
    }
}
