import Testing

@testable import Intake

@Suite("The first line") struct FirstLineTests {
    @Test("of more than a megabyte is refused as no table")
    func tooLong() {
        let text = String(repeating: "x", count: 3 << 20) + "\n1,2,3\n"
        #expect(error { _ = try read(text) } as? IntakeError == .recordTooLong(bytes: 1 << 20))
    }
}
