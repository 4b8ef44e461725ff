import Foundation
import Testing

@testable import Report

/// WCAG 2.2, success criterion 1.4.3: words stand out from what is behind them by 4.5 to 1.
@Suite("Colours") struct ContrastTests {
    static let pairs: [(String, String)] = {
        var pairs: [(String, String)] = []
        for word in ["ink", "ink-soft", "leaf", "amber", "rust"] { pairs += [(word, "paper"), (word, "sheet")] }
        for level in 0...4 { pairs.append(("ink", "shade-\(level)")) }
        pairs += [
            ("on-dark-shade", "shade-5"), ("on-dark-shade", "shade-6"), ("on-fill", "leaf"), ("on-fill", "amber"),
        ]
        pairs += [("leaf", "leaf-soft"), ("amber", "amber-soft"), ("rust", "rust-soft"), ("ink", "leaf-soft")]
        return pairs + [("ink-soft", "shade-0")]
    }()

    @Test("words are readable on everything they stand on, in light and in dark", arguments: pairs)
    func contrast(word: String, ground: String) throws {
        for tokens in [Stylesheet.lightTokens, Stylesheet.darkTokens] {
            let light = luminance(try #require(tokens[word]))
            let dark = luminance(try #require(tokens[ground]))
            #expect((max(light, dark) + 0.05) / (min(light, dark) + 0.05) >= 4.5, "\(word) on \(ground)")
        }
    }

    @Test("both schemes have the same names") func names() {
        #expect(Set(Stylesheet.lightTokens.keys) == Set(Stylesheet.darkTokens.keys))
    }

    private func luminance(_ hex: String) -> Double {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(value >> shift & 0xFF) / 255
            return part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
