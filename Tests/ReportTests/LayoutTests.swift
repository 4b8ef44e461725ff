import Domain
import Testing

@Suite("Words in charts") struct LayoutTests {
    @Test("never touch each other and never leave the drawing", arguments: Language.allCases)
    func apart(language: Language) {
        for (name, page) in SampleShop.pages[language] ?? [] {
            for chart in ChartText.all(in: page) {
                for (index, box) in chart.boxes.enumerated() {
                    #expect(
                        box.left >= -1 && box.right <= chart.width + 1.5 && box.top >= -1
                            && box.bottom <= chart.height + 1,
                        "“\(box.text)” of “\(chart.label)” (\(name))")
                    for other in chart.boxes[(index + 1)...] where box.overlaps(other) {
                        Issue.record("“\(box.text)” and “\(other.text)” of “\(chart.label)” (\(name))")
                    }
                }
            }
        }
    }

    @Test("a chart's numbers are numbers, whatever the data", arguments: Language.allCases)
    func finite(language: Language) {
        for (name, page) in SampleShop.pages[language] ?? [] {
            for wrong in ["NaN", "∞", "=\"nan", "nan,", ",nan", "=\"inf"] { #expect(!page.contains(wrong), "\(name)") }
        }
    }
}
