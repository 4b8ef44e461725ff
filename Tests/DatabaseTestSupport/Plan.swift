public import Database

extension Session {
    /// The steps of a plan that walk over a whole table without an index; none is as it should be.
    ///
    /// - Parameter tables: Those that may be large.
    public func walks(of sql: SQL, values: [Value], over tables: Set<String>) throws -> [String] {
        if engine == .postgresql {
            // The tables of tests are so small that walking over them is the cheapest.
            try script("SET LOCAL enable_seqscan = off")
        }
        return try plan(of: sql, values: values).filter { step in
            let words = step.split(separator: " ").map(String.init)
            switch engine {
            // `SCAN event`, where an index would be named behind it.
            case .sqlite:
                guard let scan = words.firstIndex(of: "SCAN"), scan + 1 < words.count else { return false }
                return tables.contains(words[scan + 1]) && !words.contains("INDEX")
            // `Seq Scan on event`, with another name behind it where it has one.
            case .postgresql:
                guard let scan = words.firstIndex(of: "Seq"), scan + 3 < words.count else { return false }
                return tables.contains(words[scan + 3])
            }
        }
    }
}
