// Who a customer is, from all that the rows say.
extension DocumentCustomer {
    /// Adds what the rows say. A refund that names an order says who sends the money back, so it is asked only where there
    /// is nothing else.
    ///
    /// - Parameter holdsPhones: By file: whether the column of customers holds telephone numbers.
    mutating func addIdentities(of rows: [RowDetail], holdsPhones: [Bool]) {
        let inOrder = rows.sorted { $0.mark < $1.mark }
        for row in inOrder where !row.header.flags.contains(.namedRefund) { add(row, holdsPhones) }
        guard externalIDs.isEmpty, emails.isEmpty, phones.isEmpty else { return }
        for row in inOrder where row.header.flags.contains(.namedRefund) { add(row, holdsPhones) }
    }

    private mutating func add(_ row: RowDetail, _ holdsPhones: [Bool]) {
        if let id = row[.externalID] { add(id: id, holdsPhones: holdsPhones[row.mark.file]) }
        if let email = row[.email], Self.isNew(email, in: emails) { emails.append(email) }
        if let phone = row[.phone], Self.isNew(phone, in: phones) { phones.append(phone) }
    }

    /// Shops write addresses and telephone numbers where others have ids: they are told as what they are.
    private mutating func add(id: String, holdsPhones: Bool) {
        if externalIDs.contains(id) || emails.contains(id) || phones.contains(id) { return }
        if CustomerIdentity.isNobody(id) { return }
        if CustomerIdentity.normalisedEmail(id) != nil {
            emails.append(id)
        } else if holdsPhones ? CustomerIdentity.normalisedPhone(id) != nil : CustomerIdentity.isWrittenAsPhone(id) {
            phones.append(id)
        } else {
            externalIDs.append(id)
        }
    }

    private static func isNew(_ text: String, in texts: [String]) -> Bool {
        !texts.contains(text) && !CustomerIdentity.isNobody(text)
    }
}
