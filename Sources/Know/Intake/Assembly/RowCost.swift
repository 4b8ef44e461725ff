/// What a row says of one kind of cost.
///
/// Unsafe memory: four of the codes beside a row are read as one word, where the layout has put one.
enum RowCost: Equatable {
    /// Signed millionths of the currency.
    case given(Int64)
    case blank
    /// Something stands there that is no amount.
    case unreadable
    /// The row's file has no such column.
    case noColumn

    // As a word beside the row; amounts are far from the smallest numbers.
    private static let blankWord = Int64.min
    private static let unreadableWord = Int64.min + 1
    private static let noColumnWord = Int64.min + 2

    var word: Int64 {
        switch self {
        case .given(let micros): micros
        case .blank: Self.blankWord
        case .unreadable: Self.unreadableWord
        case .noColumn: Self.noColumnWord
        }
    }

    init(word: Int64) {
        switch word {
        case Self.blankWord: self = .blank
        case Self.unreadableWord: self = .unreadable
        case Self.noColumnWord: self = .noColumn
        default: self = .given(word)
        }
    }

    /// The cost at `extra` among the codes that stand beside a row.
    init(_ extras: UnsafePointer<UInt16>, at extra: Int) {
        self.init(word: UnsafeRawPointer(extras + extra).loadUnaligned(as: Int64.self))
    }
}

extension RowReader {
    /// - Parameters:
    ///   - column: -1 where the file has none.
    ///   - number: Which of the kinds of cost it is.
    ///   - isNegative: Whether the file has costs below zero.
    mutating func readCost(_ column: Int, number: Int, isNegative: Bool, beside row: Pending) -> RowCost {
        if column < 0 { return .noColumn }
        let cost = readAmount(column)
        amounts.forgetCurrency()
        switch cost {
        case .amount(var micros):
            if row.micros > 0 { evidence.costSigns[number].add(micros) }
            return convert(&micros, on: row.minute) == nil ? .given(isNegative ? -micros : micros) : .unreadable
        case .blank: return .blank
        case .unreadable, .tooLarge: return .unreadable
        }
    }
}
