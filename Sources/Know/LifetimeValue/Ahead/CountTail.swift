/// P(Y > k) of a number of orders at k = 0, 1, … 128 and, from there on, at wider and wider steps of a sixty-fourth: a few
/// hundred figures tell any distribution that falls below a floor at all.
struct CountTail: Sendable {
    /// At the first edges; falling. The last one is the first below the floor.
    let beyond: [Double]

    /// The numbers of orders that tails are told at.
    static let edges: [Double] = {
        var edges = (0...128).map { Double($0) }
        while let last = edges.last, last < 1e12 { edges.append(last + (last / 64).rounded(.down)) }
        return edges
    }()

    init(_ ahead: any OrdersAhead, age: Double, in horizon: Double, floor: Double) {
        guard horizon > 0 else {
            beyond = [0]
            return
        }
        var tail = ahead.beyond(upTo: 129, until: floor, age: age, in: horizon)
        while let last = tail.last, last >= floor, tail.count < Self.edges.count - 1 {
            tail.append(min(last, ahead.beyond(Self.edges[tail.count], age: age, in: horizon)))
        }
        beyond = tail
    }

    /// The place of the first edge that no more than this chance lies beyond; the last edge when there is none.
    func place(_ chance: Double) -> Int {
        var (low, high) = (0, beyond.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if beyond[middle] <= chance { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The smallest number of orders that no more than this chance lies beyond.
    func quantile(_ chance: Double, _ ahead: any OrdersAhead, age: Double, in horizon: Double) -> Double {
        let place = place(chance)
        var high = Self.edges[place]
        guard place > 128 else { return high }
        var low = Self.edges[place - 1]
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if ahead.beyond(middle, age: age, in: horizon) <= chance { high = middle } else { low = middle }
        }
        return high
    }
}
