/// What the words that shops use for an order's status mean, in English, Polish and Russian.
public enum StatusVocabulary {
    /// The rule of a status; nil when the words are not known. What is not known counts, and is shown.
    ///
    /// - Parameter role: `.status` by default. A payment status beside an order status says nothing while the
    ///   payment is awaited (cash on delivery), a fulfilment status only tells of parcels that came back, and a type
    ///   tells sales from refunds, payouts and fees.
    public static func rule(for text: some StringProtocol, in role: ColumnRole = .status) -> StatusRule? {
        if role == .cancelled { return isCancelled(text) ? .exclude : .count }
        if role == .type { return TypeVocabulary.rule(for: text) }
        guard let meaning = meaning(of: HeaderName(text)) else { return nil }
        switch (meaning, role) {
        case (.unpaid, .paymentStatus), (.unpaid, .fulfilmentStatus): return .count
        case (.dead, .fulfilmentStatus): return .count
        default: return meaning.rule
        }
    }

    /// A filled cell is a cancellation, unless it says no or is a database's empty date.
    private static func isCancelled(_ text: some StringProtocol) -> Bool {
        let text = trimmed(text)
        let digits = text.filter(\.isNumber)
        if text.isEmpty || Flag(text) == .no || CustomerIdentity.isNobody(text) { return false }
        return digits.isEmpty || !digits.allSatisfy { $0 == "0" }
    }

    /// What single systems mean by words that others use otherwise.
    static func rules(ofSystemWith names: [HeaderName]) -> [String: StatusRule] {
        // Magento closes an order when all of it has been given back.
        let isMagento = names.contains { $0.key == "grandtotalpurchased" || $0.key == "purchasepoint" }
        return isMagento ? ["closed": .reverse] : [:]
    }

    enum Meaning: Sendable {
        case alive, unpaid, dead, returned, refund

        var rule: StatusRule {
            switch self {
            case .alive: .count
            case .unpaid, .dead: .exclude
            case .returned: .reverse
            case .refund: .refund
            }
        }
    }

    private static func meaning(of name: HeaderName) -> Meaning? {
        // WooCommerce's own names carry a prefix: `wc-cancelled`.
        let words = name.words.first == "wc" ? Array(name.words.dropFirst()) : name.words
        if let exact = phrases[words.joined()] { return exact }
        // The first pattern whose stems all start a word; those that turn a meaning round stand first.
        return patterns.first { pattern in
            pattern.stems.allSatisfy { stem in words.contains { $0.hasPrefix(stem) } }
        }?.meaning
    }

    private static let phrases: [String: Meaning] = {
        var table: [String: Meaning] = [:]
        for (meaning, text) in StatusPhrases.phrases {
            for key in PhraseList.keys(of: text) { table[key] = meaning }
        }
        return table
    }()

    private static let patterns: [(stems: [String], meaning: Meaning)] = StatusPhrases.patterns.flatMap {
        meaning, text in
        PhraseList.words(of: text).map { (stems: $0, meaning: meaning) }
    }
}
