import Database
import Domain
import Intake

/// Which customers of the database a batch's customers are.
///
/// What the ledger calls a customer decides. Other identities find a customer only when nothing known of it says that it is
/// somebody else; they are kept where nobody has them yet. Nobody is merged here.
struct CustomerResolution {
    let source: Int64
    let now: Instant

    struct Identity: Hashable {
        let kind: String
        let source: Int64
        let value: String
    }

    /// The numbers of the customers, in their order; those who are new are added.
    func resolve(_ customers: [DocumentCustomer], in session: any Session) throws -> [Int64] {
        let identities = customers.map(identities)
        let known = try owners(of: identities, in: session)
        var owners = known.owners
        var ids = [Int64?](repeating: nil, count: customers.count)
        var added: [Int] = []
        for (place, own) in identities.enumerated() {
            if let first = own.first, let owner = owners[first] {
                ids[place] = owner
            } else if let owner = own.dropFirst().lazy.compactMap({ owners[$0] }).first(where: { owner in
                !known.kinds.contains(OwnedKind(customer: owner, kind: own[0].kind, source: own[0].source))
            }) {
                ids[place] = owner
            } else {
                added.append(place)
            }
        }
        let numbers = try session.reserveIDs(added.count, of: "customer")
        for (place, number) in zip(added, numbers) { ids[place] = number }
        try add(zip(added, numbers).map { (number: $1, customer: customers[$0]) }, in: session)
        let resolved = ids.compactMap { $0 }
        var fresh: [(customer: Int64, identity: Identity)] = []
        for (own, customer) in zip(identities, resolved) {
            for identity in own where owners.updateValue(owners[identity] ?? customer, forKey: identity) == nil {
                fresh.append((customer, identity))
            }
        }
        try keep(fresh, in: session)
        return resolved
    }

    /// The identity that names the customer first, then all others.
    private func identities(of customer: DocumentCustomer) -> [Identity] {
        let emails = customer.emails.compactMap { CustomerIdentity.normalisedEmail($0) }
        let phones = customer.phones.compactMap { CustomerIdentity.normalisedPhone($0) }
        let all =
            customer.externalIDs.map { Identity(kind: "external", source: source, value: $0) }
            + emails.map { Identity(kind: "email", source: 0, value: $0) }
            + phones.map { Identity(kind: "phone", source: 0, value: $0) }
        let first =
            all.first { $0.value == customer.name }
            ?? Identity(kind: "external", source: source, value: customer.name)
        return [first] + all.filter { $0 != first }
    }

    private struct OwnedKind: Hashable {
        let customer: Int64
        let kind: String
        let source: Int64
    }

    /// Who has which of these identities, and which kinds of identities they have.
    private func owners(
        of identities: [[Identity]], in session: any Session
    ) throws -> (owners: [Identity: Int64], kinds: Set<OwnedKind>) {
        let wanted = Array(Set(identities.joined()))
        try session.load(ImportTables.stagedIdentity) { writer in
            for (place, identity) in wanted.enumerated() {
                try writer.write(place)
                try writer.write(identity.kind)
                try writer.write(identity.source)
                try writer.write(identity.value)
                try writer.endRow()
            }
        }
        var owners: [Identity: Int64] = [:]
        try session.forEach(ImportStatements.owners, values: []) { row in
            guard let place = try row.integer(at: 0), let customer = try row.integer(at: 1) else { return }
            owners[wanted[Int(place)]] = customer
        }
        var kinds: Set<OwnedKind> = []
        if !owners.isEmpty {
            try session.forEach(ImportStatements.ownedKinds, values: []) { row in
                kinds.insert(
                    OwnedKind(customer: try row.get(0), kind: try row.get(1), source: try row.get(2)))
            }
        }
        try session.execute("DELETE FROM staged_identity")
        return (owners, kinds)
    }

    private func add(_ customers: [(number: Int64, customer: DocumentCustomer)], in session: any Session) throws {
        try session.load(ImportTables.customer) { writer in
            for (number, customer) in customers {
                try writer.write(number)
                try writer.write(customer.name)
                try writer.write(now.milliseconds)
                try writer.write(now.milliseconds)
                try writer.endRow()
            }
        }
    }

    private func keep(_ identities: [(customer: Int64, identity: Identity)], in session: any Session) throws {
        try session.load(ImportTables.identity) { writer in
            for (customer, identity) in identities {
                try writer.write(customer)
                try writer.write(identity.kind)
                try writer.write(identity.source)
                try writer.write(identity.value)
                try writer.write(now.milliseconds)
                try writer.endRow()
            }
        }
    }
}
