import Intake
import Testing

@Suite("Recognition") struct RecognitionTests {
    @Test("knows the columns of real exports", arguments: RecognitionExport.all)
    func exports(_ export: RecognitionExport) throws {
        let recognition = try recognise(sample(export.text))
        let found = Dictionary(uniqueKeysWithValues: recognition.columns.map { ($0.role, $0.name) })
        #expect(found == export.roles)
        #expect(recognition.plan.identity == export.identity)
        #expect(recognition.plan.dateFormat == export.date)
        #expect(recognition.plan.decimalMark == export.decimalMark)
        #expect(Set(recognition.unused).union(found.values) == Set(recognition.plan.header))
    }
}

/// The table of a text, read as a file would be.
func sample(_ text: String) -> SampleTable {
    SampleTable(parsing: Array(text.utf8), delimiter: Dialect.detect(text.utf8), isWhole: true)
}
