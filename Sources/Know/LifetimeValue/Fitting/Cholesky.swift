/// The Cholesky factor of a positive definite matrix of up to four rows, or nothing when it is not positive definite.
struct Cholesky {
    private var factor: [[Double]]
    private let count: Int

    /// - Parameter relativeFloor: How small a pivot may become against the matrix's own diagonal entry.
    init?(_ matrix: SymmetricMatrix, count: Int, relativeFloor: Double = 1e-13) {
        self.count = count
        factor = Array(repeating: Array(repeating: 0, count: count), count: count)
        for row in 0..<count {
            for column in 0...row {
                var sum = matrix[row, column]
                for inner in 0..<column { sum -= factor[row][inner] * factor[column][inner] }
                if row == column {
                    guard sum > relativeFloor * abs(matrix[row, row]), sum.isFinite else { return nil }
                    factor[row][row] = sum.squareRoot()
                } else {
                    factor[row][column] = sum / factor[column][column]
                }
            }
        }
    }

    /// The solution of matrix · x = v.
    func solve(_ v: SIMD4<Double>) -> SIMD4<Double> {
        var x = v
        for row in 0..<count {
            for inner in 0..<row { x[row] -= factor[row][inner] * x[inner] }
            x[row] /= factor[row][row]
        }
        for row in (0..<count).reversed() {
            for inner in row + 1..<max(count, row + 1) { x[row] -= factor[inner][row] * x[inner] }
            x[row] /= factor[row][row]
        }
        return x
    }

    /// The solution of factorᵀ · x = a unit vector: all of them together are a root of the inverse, Σ x xᵀ.
    func solveTransposed(unit: Int) -> SIMD4<Double> {
        var x = SIMD4<Double>()
        x[unit] = 1
        for row in (0..<count).reversed() {
            for inner in row + 1..<max(count, row + 1) { x[row] -= factor[inner][row] * x[inner] }
            x[row] /= factor[row][row]
        }
        return x
    }

    /// The diagonal of the inverse.
    var inverseDiagonal: [Double] {
        (0..<count).map { row in
            var unit = SIMD4<Double>()
            unit[row] = 1
            return solve(unit)[row]
        }
    }
}
