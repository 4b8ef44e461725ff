import Foundation
import Testing

@testable import IntakeFormats

@Suite("A code page") struct CodePageTests {
    @Test("has the characters that Python's codecs have") func characters() throws {
        let text = try String(contentsOfFile: try fixture("code-pages.txt"), encoding: .utf8)
        let pages = text.unicodeScalars.split(separator: "\0").map(Array.init)
        #expect(pages == [CodePage.windows1250, .windows1251, .latin2].map(\.scalars))
    }
}
