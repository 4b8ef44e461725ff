/// A log-likelihood at one point with its first and second derivatives by the logarithms of up to four parameters.
///
/// Lanes that a model has no parameter for stay zero.
struct Evaluation: Sendable {
    var value = 0.0
    var gradient = SIMD4<Double>()
    var hessian = SymmetricMatrix()

    @inline(__always)
    mutating func add(_ other: Evaluation, times weight: Double) {
        value += other.value * weight
        gradient += other.gradient * weight
        hessian.add(other.hessian, weight: weight)
    }
}

/// A symmetric matrix of up to four rows.
struct SymmetricMatrix: Equatable, Sendable {
    /// Row by row, all entries.
    var rows = (SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>(), SIMD4<Double>())

    static func == (a: Self, b: Self) -> Bool { a.rows == b.rows }

    subscript(row: Int, column: Int) -> Double {
        @inline(__always) get {
            switch row {
            case 0: rows.0[column]
            case 1: rows.1[column]
            case 2: rows.2[column]
            default: rows.3[column]
            }
        }
    }

    /// Adds to an entry and to its mirror image.
    @inline(__always)
    mutating func add(_ value: Double, _ row: Int, _ column: Int) {
        addOnce(value, row, column)
        if row != column { addOnce(value, column, row) }
    }

    @inline(__always)
    private mutating func addOnce(_ value: Double, _ row: Int, _ column: Int) {
        switch row {
        case 0: rows.0[column] += value
        case 1: rows.1[column] += value
        case 2: rows.2[column] += value
        default: rows.3[column] += value
        }
    }

    /// Adds weight · v vᵀ.
    @inline(__always)
    mutating func addSquare(of v: SIMD4<Double>, weight: Double) {
        let scaled = v * weight
        rows.0 += scaled * v[0]
        rows.1 += scaled * v[1]
        rows.2 += scaled * v[2]
        rows.3 += scaled * v[3]
    }

    @inline(__always)
    mutating func add(_ other: SymmetricMatrix, weight: Double) {
        rows.0 += other.rows.0 * weight
        rows.1 += other.rows.1 * weight
        rows.2 += other.rows.2 * weight
        rows.3 += other.rows.3 * weight
    }

    @inline(__always)
    func times(_ v: SIMD4<Double>) -> SIMD4<Double> {
        [(rows.0 * v).sum(), (rows.1 * v).sum(), (rows.2 * v).sum(), (rows.3 * v).sum()]
    }
}
