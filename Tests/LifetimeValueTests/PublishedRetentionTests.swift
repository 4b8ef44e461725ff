import Testing

@testable import LifetimeValue

@Suite("Contracts: sBG and BdW on the published cohorts") struct PublishedRetentionTests {
    static func survivors(_ cohort: String, years: Int) throws -> TenureCounts {
        let rows = try ReferenceTable("survivors.csv").rows.filter { $0[0] == cohort }
        return TenureCounts(survivors: try rows.prefix(years + 1).map { try #require(Int($0[2])) })
    }

    struct Geometric: Sendable {
        let cohort: String
        let alpha, beta, logLikelihood: Double
        /// S(8) to S(12) in percent; E of the discounted life at 10 % and 5 %; the residual at renewals 1 to 4, 10 %.
        let survival, life, residual: [Double]
    }

    static let geometric = [
        Geometric(
            cohort: "regular", alpha: 0.704077, beta: 1.182043, logLikelihood: -1680.26519,
            survival: [22.0085, 20.4411, 19.1190, 17.9865, 17.0037], life: [3.694908, 4.958095],
            residual: [2.964399, 4.103140, 4.869805, 5.442059]),
        Geometric(
            cohort: "high_end", alpha: 0.668088, beta: 3.806095, logLikelihood: -1611.15815,
            survival: [46.0440, 43.5780, 41.4172, 39.5055, 37.7999], life: [5.922254, 8.741274],
            residual: [5.414479, 5.901378, 6.293892, 6.619920]),
    ]

    @Test("sBG: parameters, forecast, discounted lives", arguments: geometric)
    func shiftedBetaGeometric(expected: Geometric) throws {
        let fit = try ShiftedBetaGeometric.fit(to: try Self.survivors(expected.cohort, years: 7))
        #expect(abs(fit.logLikelihood - expected.logLikelihood) < 1e-5)
        #expect(relativeError(fit.model.alpha, expected.alpha) < 1e-5)
        #expect(relativeError(fit.model.beta, expected.beta) < 1e-5)
        #expect(fit.warnings.isEmpty && fit.customers == 1_000)
        for (place, share) in expected.survival.enumerated() {
            #expect(abs(100 * fit.model.survival(after: 8 + place) - share) < 1e-4)
        }
        for (rate, life) in zip([0.1, 0.05], expected.life) {
            #expect(abs(fit.model.discountedLifetime(rate: rate) - life) < 2e-5)
        }
        for (place, life) in expected.residual.enumerated() {
            #expect(abs(fit.model.discountedResidualLifetime(beforeRenewal: place + 1, rate: 0.1) - life) < 2e-5)
        }
    }

    @Test("with alpha and beta one, P(T = t) = 1/(t(t + 1))") func uniform() {
        let model = ShiftedBetaGeometric(alpha: 1, beta: 1)
        for t in 1...40 {
            let lost = model.survival(after: t - 1) - model.survival(after: t)
            #expect(abs(lost - 1 / Double(t * (t + 1))) < 1e-14)
        }
    }

    struct Weibull: Sendable {
        let cohort: String
        let years: Int
        let parameters: [Double]
        let logLikelihood: Double
        let year: Int
        let survival: Double
    }

    static let weibull = [
        Weibull(
            cohort: "regular", years: 7, parameters: [0.455614, 0.779325, 1.283451], logLikelihood: -1679.60283,
            year: 12,
            survival: 17.7331),
        Weibull(
            cohort: "high_end", years: 7, parameters: [0.214253, 1.426575, 1.723565], logLikelihood: -1605.31421,
            year: 12, survival: 40.3930),
        Weibull(
            cohort: "high_end", years: 4, parameters: [0.259336, 1.722552, 1.584362], logLikelihood: -1222.74932,
            year: 10, survival: 41.8232),
    ]

    @Test("BdW: parameters and forecast", arguments: weibull) func betaDiscreteWeibull(expected: Weibull) throws {
        let fit = try BetaDiscreteWeibull.fit(to: try Self.survivors(expected.cohort, years: expected.years))
        #expect(abs(fit.logLikelihood - expected.logLikelihood) < 1e-5)
        for (parameter, value) in zip(fit.parameters, expected.parameters) {
            #expect(relativeError(parameter.value, value) < 2e-5, "\(parameter)")
        }
        #expect(abs(100 * fit.model.survival(after: expected.year) - expected.survival) < 1e-3)
    }

    @Test("discounting by the series and by the hypergeometric function agree", arguments: [0.0027, 0.05, 0.3])
    func discounting(rate: Double) {
        let geometric = ShiftedBetaGeometric(alpha: 0.668, beta: 3.806)
        let weibull = BetaDiscreteWeibull(alpha: 0.668, beta: 3.806, c: 1)
        let error = relativeError(weibull.discountedLifetime(rate: rate), geometric.discountedLifetime(rate: rate))
        #expect(error < 1e-9)
    }

    // ln S(t) at alpha, beta, c and t, by mpmath with 500 digits.
    @Test(
        "BdW: tenures whose power no sum of a few digits holds",
        arguments: [
            (0.5, 0.8, 1.3, 1e5, -7.74363612710098), (3, 20, 20, 100, -267.17891399465),
            (1e5, 1e3, 5, 50, -899127.42833959), (1e6, 1e6, 20, 1e6, -262108406.586775),
            (0.2, 1.4, 1.7, 225, -1.8344730468305), (0.2, 1.4, 1.7, 226, -1.8359806591913),
        ])
    func longTenures(alpha: Double, beta: Double, c: Double, periods: Double, expected: Double) {
        let model = BetaDiscreteWeibull(alpha: alpha, beta: beta, c: c)
        #expect(abs(model.logSurvival(after: periods) / expected - 1) < 1e-9)
        #expect(model.discountedLifetime(rate: 0.008).isFinite)
        #expect(model.discountedResidualLifetime(beforeRenewal: 60, rate: 0.008).isFinite)
    }

    @Test("nothing to fit is an error, everybody lost at once a warning") func bad() throws {
        #expect(throws: FitError.noCustomers) { try ShiftedBetaGeometric.fit(to: TenureCounts(survivors: [])) }
        #expect(throws: FitError.nobodyCancelled) { try ShiftedBetaGeometric.fit(to: TenureCounts(survivors: [9, 9])) }
        for survivors in [
            [100, 0], [1_000, 1], [1, 0], [1_000, 999, 999, 999], [8, 4, 2, 1, 0], [500, 450, 405, 364, 328],
        ] {
            let counts = TenureCounts(survivors: survivors)
            let geometric = try ShiftedBetaGeometric.fit(to: counts)
            let weibull = try BetaDiscreteWeibull.fit(to: counts)
            let shares = (1...30).flatMap { [geometric.model.survival(after: $0), weibull.model.survival(after: $0)] }
            #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 }, "\(survivors)")
            #expect(geometric.logLikelihood.isFinite && weibull.logLikelihood.isFinite)
            #expect(weibull.logLikelihood > geometric.logLikelihood - 1e-3)
        }
    }
}

@Suite("Kaplan and Meier's estimate") struct KaplanMeierTests {
    @Test("a cohort observed as a whole: the plain shares") func whole() {
        let curve = KaplanMeier(TenureCounts(survivors: [1_000, 631, 468, 382]))
        #expect(curve.steps.map(\.period) == [1, 2, 3])
        #expect(curve.steps.map(\.atRisk) == [1_000, 631, 468])
        for (step, share) in zip(curve.steps, [0.631, 0.468, 0.382]) {
            #expect(abs(step.share - share) < 1e-12)
            // Without censoring Greenwood's variance is the binomial's.
            #expect(abs(step.standardError - (share * (1 - share) / 1_000).squareRoot()) < 1e-12)
            #expect(step.lower < share && share < step.upper)
        }
    }

    /// Remission of leukaemia under 6-MP (Freireich et al. 1963), the textbook example: weeks of relapse 6 6 6 7 10 13 16
    /// 22 23, and of those still in remission 6 9 10 11 17 19 20 25 32 32 34 35.
    @Test("some observed for a short time only: the textbook example") func censored() throws {
        var (lost, there) = (Array(repeating: 0, count: 35), Array(repeating: 0, count: 35))
        for week in [6, 6, 6, 7, 10, 13, 16, 22, 23] { lost[week - 1] += 1 }
        for week in [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] { there[week - 1] += 1 }
        let curve = KaplanMeier(TenureCounts(lost: lost, stillThere: there), level: 0.95)
        // Share and Greenwood's standard error as R's survival package prints them.
        let published = [
            6: (0.857, 0.0764), 7: (0.807, 0.0869), 10: (0.753, 0.0963), 13: (0.690, 0.1068), 16: (0.627, 0.1141),
            22: (0.538, 0.1282), 23: (0.448, 0.1346),
        ]
        for (week, (share, error)) in published {
            let step = curve.steps[week - 1]
            #expect(abs(step.share - share) < 6e-4)
            #expect(abs(step.standardError - error) < 6e-5)
        }
        // ln(−ln) interval at week 23 (R: conf.type = "log-log").
        #expect(abs(curve.steps[22].lower - 0.188) < 6e-4)
        #expect(abs(curve.steps[22].upper - 0.680) < 6e-4)
    }

    /// Of n customers none or all lost: scipy.stats.binomtest(n, n).proportion_ci(level, "exact").low.
    @Test(
        "where nobody or everybody has left, the interval is the exact one of those at risk",
        arguments: [
            (1, 0.05, 0.025), (5, 0.549280271653, 0.478176249895), (40, 0.927842475494, 0.911902697121),
        ])
    func edges(count: Int, lower90: Double, lower95: Double) {
        for (level, lower) in [(0.9, lower90), (0.95, lower95)] {
            let nobody = KaplanMeier(TenureCounts(lost: [0, 0], stillThere: [3, count]), level: level)
            #expect(nobody.steps.map(\.share) == [1, 1] && nobody.steps.map(\.upper) == [1, 1])
            #expect(abs(nobody.steps[1].lower - lower) < 1e-9 && nobody.steps[0].lower > lower)
            let everybody = KaplanMeier(TenureCounts(survivors: [count, 0]), level: level)
            #expect(everybody.steps.map(\.share) == [0] && everybody.steps[0].lower == 0)
            #expect(abs(everybody.steps[0].upper - (1 - lower)) < 1e-9)
        }
        #expect(KaplanMeier(TenureCounts(lost: [], stillThere: [])).steps.isEmpty)
    }

    @Test("a share that falls to nothing is at most what it was before") func lastOnes() {
        let curve = KaplanMeier(TenureCounts(survivors: [1_000, 2, 0]))
        #expect(curve.steps[1].share == 0 && curve.steps[1].upper == curve.steps[0].upper)
        #expect(curve.steps[0].upper < 0.01)
    }
}
