import Testing

@testable import Intake

@Suite("Words for nobody") struct PlaceholderTests {
    @Test(
        "are known however they are written",
        arguments: [
            "guest", "Guest", "GUEST", "gość", "Gość", "brak", "(brak)", "-", "--", "0", "000", "n/a", "N/A", "null",
            "None", "anonymous", "Anonimowy", "klient anonimowy", "гость", "Гость", "ГОСТЬ", "нет", "Частное лицо",
            "walk-in", "not set", "unknown", "NaN", "nil", "na", "без регистрации", "nieznany",
        ])
    func words(_ text: String) { #expect(isPlaceholder(text)) }

    @Test(
        "are told from customers",
        arguments: ["71", "A-17", "anna@example.com", "Anna", "Gosia", "Noah", "Анна", "Геннадий", "K001", "x", "Ян"])
    func customers(_ text: String) { #expect(!isPlaceholder(text)) }

    private func isPlaceholder(_ text: String) -> Bool {
        let bytes = Array(text.utf8) + Array(repeating: 0, count: StructuralIndex.padding)
        return bytes.withUnsafeBufferPointer { memory in
            memory.baseAddress.map { Placeholder.isPlaceholder(Bytes($0, count: text.utf8.count)) } ?? false
        }
    }
}
