import Domain
import Report

struct JSONReport { init(_ c: ReportContent) {}; func text() -> String { "" } }
struct TerminalReport {
    init(_ c: ReportContent) {}; func text(width: Int, colour: Bool, language: Language) -> String { "" }
}
struct CustomersFile { init(_ c: ReportContent) {}; func write(_ sink: ([UInt8]) -> Void) {} }
