/// The details of one stream, told apart by how they come to their documents.
struct StreamDetails {
    private let bytes: [UInt8]
    /// Of rows that the ledger has, in the files' order.
    private let places: [(mark: RowMark, place: Int)]
    /// Of rows that were left out for their status, in the files' order.
    let leftOut: [RowDetail]
    /// Further rows of orders: of those that count, and of those that were left out.
    private(set) var continued: [UInt64: [RowDetail]] = [:]
    private(set) var leftOutWithOrder: [UInt64: [RowDetail]] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var places: [(mark: RowMark, place: Int)] = []
        var leftOut: [RowDetail] = []
        var further: [RowDetail] = []
        DetailStreams.forEach(in: bytes) { detail, place in
            switch detail.header.detour {
            case .none: places.append((detail.mark, place))
            case .leftOut: leftOut.append(detail)
            case .continued, .leftOutWithOrder: further.append(detail)
            case .unplaced: break
            }
        }
        let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.mark <= $1.mark }
        if !isSorted { places.sort { $0.mark < $1.mark } }
        self.places = places
        self.leftOut = leftOut.sorted { $0.mark < $1.mark }
        for detail in further.sorted(by: { $0.mark < $1.mark }) {
            if detail.header.detour == .continued {
                continued[detail.header.order, default: []].append(detail)
            } else {
                leftOutWithOrder[detail.header.order, default: []].append(detail)
            }
        }
    }

    /// The detail of a row that the ledger has.
    func detail(of mark: RowMark) -> RowDetail? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].mark < mark { low = middle + 1 } else { high = middle }
        }
        guard low < places.count, places[low].mark == mark else { return nil }
        return RowDetail(bytes, at: places[low].place)
    }

    /// Takes the further rows of an order that counts.
    mutating func takeContinued(_ order: UInt64) -> [RowDetail] {
        continued.isEmpty || order == 0 ? [] : continued.removeValue(forKey: order) ?? []
    }

    /// Takes the further rows of an order that was left out.
    mutating func takeLeftOut(_ order: UInt64) -> [RowDetail] {
        leftOutWithOrder.isEmpty || order == 0 ? [] : leftOutWithOrder.removeValue(forKey: order) ?? []
    }
}
