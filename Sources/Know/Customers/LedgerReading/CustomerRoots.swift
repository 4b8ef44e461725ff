import Database

/// Which customer every customer has become, and what reports call it.
struct CustomerRoots {
    /// By place: the numbers in the database, rising.
    private var ids: [Int64] = []
    private var references: [String] = []
    private var parents: [Int64: Int64] = [:]

    init(_ session: any Session) throws {
        try session.forEach(LedgerStatements.customers, values: []) { row in
            ids.append(try row.integer(at: 0) ?? 0)
            if let parent = try row.integer(at: 1) { parents[ids[ids.count - 1]] = parent }
            references.append(try row.get(2))
        }
    }

    var count: Int { ids.count }

    /// What reports call the customer at a place.
    func reference(at place: Int) -> String { references[place] }

    /// The place of the customer whom this one was merged into, at the end of all merges.
    ///
    /// - Throws: `DatabaseError` where the customer is not there, or merges go round in a circle.
    func place(of customer: Int64) throws -> Int32 {
        var root = customer
        if !parents.isEmpty {
            var steps = 0
            while let parent = parents[root] {
                root = parent
                steps += 1
                guard steps <= parents.count else {
                    throw DatabaseError(.damaged, "The merges of customer \(customer) go round in a circle.")
                }
            }
        }
        // Numbers mostly have no gaps.
        let guess = Int(root) - 1
        if ids.indices.contains(guess), ids[guess] == root { return Int32(guess) }
        guard let place = search(root) else {
            throw DatabaseError(.damaged, "An order is of customer \(root), who is not there.")
        }
        return Int32(place)
    }

    private func search(_ id: Int64) -> Int? {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }
}
