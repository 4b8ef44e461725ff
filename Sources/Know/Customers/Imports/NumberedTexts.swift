import Database
import Domain

/// Texts that rows name by number: terms and products. What was looked up once is remembered.
struct NumberedTexts {
    private var terms: [[String: Int64]] = Dimension.allCases.map { _ in [:] }
    private var products: [String: Int64] = [:]

    /// The numbers of terms, made where they are new.
    mutating func numbers(
        ofTerms texts: [String], of dimension: Dimension, in session: any Session
    ) throws -> [Int64] {
        guard let place = Dimension.allCases.firstIndex(of: dimension) else { return [] }
        return try texts.map { text in
            if let known = terms[place][text] { return known }
            try session.execute(
                "INSERT INTO term (dimension, text) VALUES ($1, $2) ON CONFLICT (dimension, text) DO NOTHING",
                dimension.rawValue, text)
            let id: Int64 =
                try session.value(
                    "SELECT id FROM term WHERE dimension = $1 AND text = $2", dimension.rawValue, text) ?? 0
            terms[place][text] = id
            return id
        }
    }

    /// The numbers of a source's products, made where they are new.
    mutating func numbers(
        of wanted: [PreparedBatch.Product], source: Int64, in session: any Session
    ) throws -> [Int64] {
        try wanted.map { product in
            if let known = products[product.code] { return known }
            try session.execute(
                """
                INSERT INTO product (source_id, code, name) VALUES ($1, $2, $3)
                ON CONFLICT (source_id, code) DO NOTHING
                """, source, product.code, product.name)
            let id: Int64 =
                try session.value(
                    "SELECT id FROM product WHERE source_id = $1 AND code = $2", source, product.code) ?? 0
            products[product.code] = id
            return id
        }
    }
}
