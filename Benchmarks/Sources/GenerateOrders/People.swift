import SampleShop

/// E-mail addresses at domains that are reserved for examples, one for each customer number.
struct People {
    private let given = [
        "anna", "piotr", "maria", "jan", "olga", "ivan", "emma", "liam", "zofia", "adam", "elena", "sergey", "julia",
        "tomasz", "natalia", "karol", "sophie", "oliver", "ewa", "marek", "irina", "dmitry", "grace", "henry",
        "magdalena", "jakub", "tatiana", "alexey", "chloe", "george", "barbara", "krzysztof",
    ].map { Array($0.utf8) }

    private let family = [
        "nowak", "smith", "ivanova", "kowalski", "jones", "petrov", "wisniewska", "taylor", "sokolov", "wojcik",
        "brown", "lebedeva", "kaminski", "wilson", "kozlov", "lewandowska", "evans", "novikov", "zielinski", "thomas",
        "morozova", "szymanska", "roberts", "volkov", "wozniak", "walker", "solovyov", "dabrowska", "wright",
        "vasiliev", "kozlowski", "white",
    ].map { Array($0.utf8) }

    private let domains = [
        "@example.com", "@mail.example", "@example.org", "@post.example", "@example.net", "@inbox.example.com",
        "@poczta.example", "@pochta.example",
    ].map { Array($0.utf8) }

    /// Writes the address of a customer; the number in it makes it the only one.
    func writeAddress(of customer: UInt32, to text: inout TextWriter) {
        let word = SplitMix64.mixed(UInt64(customer))
        text.append(given[Int(word & 31)])
        text.append(UInt8(ascii: "."))
        text.append(family[Int(word >> 5 & 31)])
        text.append(customer)
        text.append(domains[Int(word >> 10 & 7)])
    }
}
