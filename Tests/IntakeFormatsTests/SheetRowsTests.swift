import Foundation
import Intake
import TestSupport
import Testing

@testable import IntakeFormats

@Suite("The cells of a sheet") struct SheetRowsTests {
    let scratch: Scratch
    let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.url.appendingPathComponent("a.xlsx").path
    }

    private func text(_ workbook: WorkbookWriter) throws -> String {
        try workbook.write(to: path)
        return try OrderFiles.open(path).text()
    }

    @Test(
        "are read in all forms that writers use",
        arguments: [
            (#"<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>"#, "1,,3\n"),
            ("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>", "1,,3\n4,,\n"),
            (#"<row r="3"><c><v>1</v></c></row>"#, "\n\n1\n"),
            (#"<row r="1"/><row r="2"><c r="B2"><v> 7 </v></c></row>"#, "\n,7\n"),
            (#"<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c></row>"#, "true,false,true\n"),
            (#"<row><c t="e"><v>#N/A</v></c><c><v>1</v></c></row>"#, ",1\n"),
            (#"<row><c t="d"><v>2026-03-01T00:00:00</v></c></row>"#, "2026-03-01T00:00:00\n"),
            (#"<row><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c><f>1+1</f><v>2</v></c></row>"#, "ab,2\n"),
            (#"<row><c t="inlineStr"><is><t>a,b</t></is></c></row>"#, "\"a,b\"\n"),
            (#"<row><c t="inlineStr"><is><r><rPr/><t>a</t></r><r><t> b</t></r></is></c></row>"#, "a b\n"),
            (#"<row><c t="inlineStr"><is><t>東</t><rPh><t>ひがし</t></rPh></is></c></row>"#, "東\n"),
            (#"<row><c t="inlineStr"><is><t>a&#10;b_x000D_&#13;&#xA;c</t></is></c></row>"#, "\"a b  c\"\n"),
            (#"<row><c t="inlineStr"><is><t><![CDATA[<&>]]>]]</t></is></c></row>"#, "<&>]]\n"),
            // A text with a point stands in quotes, a number never does.
            (#"<row><c><v>39.990000000000002</v></c><c t="str"><v>39.99</v></c></row>"#, "39.99,\"39.99\"\n"),
            (#"<row><c t="n"><v>a.b</v></c><c t="b"><v>1</v></c></row>"#, "a.b,true\n"),
            (#"<row><c t="inlineStr"><is><t>"q"&quot;&apos;</t></is></c></row>"#, "\"\"\"q\"\"\"\"'\"\n"),
            ("<row><!-- <c> --><?x y?><c><v>1</v></c></row>", "1\n"),
            ("<x:row xmlns:x='u'><x:c x:r='B1'><x:v>1</x:v></x:c></x:row>", ",1\n"),
            ("<row><c><v>1</v></c><extLst><ext><v>9</v></ext></extLst></row>", "1\n"),
            ("", ""),
        ])
    func forms(cells: String, expected: String) throws {
        #expect(try text(WorkbookWriter(cells: cells)) == expected)
    }

    @Test("take their texts and formats from the workbook's lists") func lists() throws {
        let strings = "<sst><si><t>one</t></si><si/><si><r><t>thr</t></r><r><t>ee</t></r></si></sst>"
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;dnia&quot; yyyy"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>
            """
        let cells = """
            <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>\
            <c s="0"><v>46082</v></c><c s="1"><v>46082</v></c><c s="9"><v>46082</v></c><c s="1"><v>-1</v></c></row>
            """
        let workbook = WorkbookWriter(cells: cells, strings: strings, styles: styles)
        #expect(try text(workbook) == "one,,three,46082,2026-03-01,46082,-1\n")
    }

    @Test("have the currency that their format shows behind the number, whatever column they stand in")
    func currencies() throws {
        let codes = [
            "#,##0.00 &quot;zł&quot;", "[$€-407] #,##0.00", "[$-415]0.00", "0 &quot;szt.&quot;", "d\\ \\z\\ł",
        ]
        let formats = codes.enumerated().map { #"<numFmt numFmtId="\#($0 + 170)" formatCode="\#($1)"/>"# }
        let styles = """
            <styleSheet><numFmts>\(formats.joined())<numFmt numFmtId="44" formatCode="0.00 [$CHF]"/></numFmts>
            <cellXfs><xf numFmtId="0"/>\((170...174).map { #"<xf numFmtId="\#($0)"/>"# }.joined())
            <xf numFmtId="44"/><xf numFmtId="42"/><xf numFmtId="7"/></cellXfs></styleSheet>
            """
        let numbers = (0...9).map { #"<c s="\#($0)"><v>46082.5</v></c>"# }.joined()
        let others = """
            <c s="1"><v>-12.899999999999999</v></c><c s="1"/><c s="1"><v>1E-2</v></c><c s="1" t="str"><v>7</v></c>\
            <c s="1" t="b"><v>1</v></c><c s="1" t="e"><v>#N/A</v></c><c s="1"><v>a.b</v></c>
            """
        let workbook = WorkbookWriter(cells: "<row>\(numbers)</row><row>\(others)</row>", styles: styles)
        #expect(
            try text(workbook)
                == """
                46082.5,46082.5␟zł,46082.5␟€,46082.5,46082.5,2026-03-01T12:00:00,46082.5␟CHF,46082.5,46082.5,46082.5
                -12.9␟zł,,0.01␟zł,7,true,,a.b,,,

                """.replacing("␟", with: "\u{1F}"))
    }

    @Test(
        "that are damaged are an error with their row",
        arguments: [
            (#"<row r="2"/><row r="2"/>"#, 2), (#"<row r="0"/>"#, 0), (#"<row r="x"/>"#, nil),
            (#"<row r="99999999"/>"#, 99_999_999), (#"<row r="99999999999999999999"/>"#, nil),
            (#"<row r="5"><c r="B5"><v>1</v></c><c r="A5"/></row>"#, 5), (#"<row><c r="XFE1"/></row>"#, 1),
            (#"<row><c r="ZZZZZZZZZZZZZZZZZZZZ1"/></row>"#, 1), (#"<row><c r="1"/></row>"#, 1),
            (#"<row><c t="s"><v>0</v></c></row>"#, 1), (#"<row><c t="s"><v>-1</v></c></row>"#, 1),
            (#"<row><c t="s"><v>99999999999999999999</v></c></row>"#, 1), ("<c><v>1</v></c>", nil),
            ("<row><c><v>&unknown;</v></c></row>", 1), ("<row><c><v>&#xD800;</v></c></row>", 1),
            ("<row><c><v>&nnnnnnnnnnnnnnnnnnnnnnnnn;</v></c></row>", 1), ("<row><c><v>1</c></v></row>", 1),
            ("<row><c><c/></c></row>", 1), ("<row><c r=A1/></row>", 1), ("<row><c r='A1/></row>", 1),
            ("<row><c r/></row>", 1), ("<row><c <v/></c></row>", 1), ("<row><![CDATA[x</row>", 1),
            ("<row><!-- x</row>", 1),
            ("<row><c><v>1</v></c>", 1), ("<row/><c><v>1</v></c>", 1), ("<row><row/></row>", 2),
        ] as [(String, Int?)])
    func damaged(cells: String, row: Int?) throws {
        try WorkbookWriter(cells: cells).write(to: path)
        #expect(failure(of: path) == .damagedSpreadsheet(path: path, part: "xl/worksheets/sheet1.xml", row: row))
    }

    @Test(
        "are not read from XML that defines entities or is not whole",
        arguments: [
            #"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>"#,
            "<worksheet><sheetData></worksheet>", "<worksheet/><worksheet/>", "", "   ", "text", "<", "<worksheet",
            "<worksheet>", "</worksheet>", "<worksheet/>text",
            "<worksheet a='" + String(repeating: "x", count: 70_000) + "'/>",
            String(repeating: "<a>", count: 300), "<!", "<?xml", "<>",
        ])
    func notWellFormed(sheet: String) throws {
        try WorkbookWriter(cells: "", sheet: sheet).write(to: path)
        #expect(failure(of: path) == .damagedSpreadsheet(path: path, part: "xl/worksheets/sheet1.xml", row: nil))
    }

    @Test("survive tags, references and sections at any place of the buffer") func borders() throws {
        let row = #"<row><c t="inlineStr"><is><t>&lt;ż&#x142;<![CDATA[a]b]]c]]>&amp;</t></is></c><!-- - --></row>"#
        for shift in 0..<row.utf8.count {
            let workbook = WorkbookWriter(
                cells: "<!--" + String(repeating: " ", count: shift) + "-->" + String(repeating: row, count: 1_500))
            #expect(try text(workbook) == String(repeating: "<żła]b]]c&\n", count: 1_500), "shift \(shift)")
        }
    }

    @Test("far to the right do not widen the rows below beyond measure") func stray() throws {
        let cells = #"<row><c><v>1</v></c></row><row><c r="XFD2"><v>2</v></c></row><row><c><v>3</v></c></row>"#
        let lines = try text(WorkbookWriter(cells: cells)).split(separator: "\n")
        #expect(lines.map(\.utf8.count) == [1, 16_384, 256])
    }

    @Test("any mutation of the XML is read or refused, never a crash", arguments: MutationSeeds.groups)
    func mutations(group: UInt64) throws {
        let strings = "<sst><si><t>one</t></si><si><r><t>t&amp;</t></r><r><t>_x000D_wo</t></r></si></sst>"
        let styles =
            #"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h] &quot;d&quot; yyyy"/>"#
            + #"<numFmt numFmtId="171" formatCode="[$€-2]\ 0.00_-;\z\ł"/></numFmts>"#
            + #"<cellXfs><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/></cellXfs></styleSheet>"#
        let cells =
            #"<row r="2"><c r="B2" s="1"><v>46082.5</v></c><c t="s"><v>1</v></c><!-- x --></row>"#
            + #"<row r="4"><c t="inlineStr"><is><t>a<![CDATA[b]]>&#10;</t></is></c><c s="2"><v>1.5E3</v></c></row>"#
        let original = WorkbookWriter(cells: cells, strings: strings, styles: styles)
        for seed in MutationSeeds.seeds(ofGroup: group) {
            var random = SeededGenerator(seed: seed)
            var workbook = original
            let part = workbook.parts.indices.randomElement(using: &random)!
            workbook.parts[part].bytes = workbook.parts[part].bytes.mutated(using: &random)
            try workbook.write(to: path)
            do {
                _ = try OrderFiles.open(path).bytes()
            } catch {
                #expect(error is OrderFileError, "seed \(seed)")
            }
        }
    }

    @Test("need the parts that the workbook names") func missingParts() throws {
        for (index, part) in ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"].enumerated() {
            var workbook = WorkbookWriter(cells: "")
            workbook.parts.remove(at: index + 1)
            try workbook.write(to: path)
            #expect(failure(of: path) == .damagedSpreadsheet(path: path, part: part, row: nil))
        }
        var bare = WorkbookWriter(cells: "")
        bare.parts[0].bytes = Array("<workbook><sheets/></workbook>".utf8)
        try bare.write(to: path)
        #expect(failure(of: path) == .damagedSpreadsheet(path: path, part: "xl/workbook.xml", row: nil))
        var hidden = WorkbookWriter(cells: "")
        let text = String(decoding: hidden.parts[0].bytes, as: UTF8.self)
        hidden.parts[0].bytes = Array(text.replacing("sheetId", with: "state='veryHidden' sheetId").utf8)
        try hidden.write(to: path)
        #expect(failure(of: path) == .noVisibleSheet(path: path, sheets: ["A"]))
        #expect(failure(of: path, sheet: "a") == nil)
    }

    @Test("of a bomb stop at the limit, whatever the archive claims") func bombs() throws {
        let strings = "<sst><si><t>" + String(repeating: "a", count: 100_000) + "</t></si></sst>"
        let cells = "<row>" + String(repeating: #"<c t="s"><v>0</v></c>"#, count: 1_000) + "</row>"
        try WorkbookWriter(cells: cells, strings: strings).write(to: path)
        #expect(failure(of: path) == .tooLargeUnpacked(path: path, limitBytes: 64 << 20))

        let part = "xl/sharedStrings.xml"
        try WorkbookWriter(cells: "", strings: "<sst><si/><si/><si/></sst>").write(to: path)
        let source = try ZipArchive(InputFile.open(path)).open(part, limit: UnpackingLimit(bytes: 1_000))
        #expect(throws: OrderFileError.tooLargeUnpacked(path: path, limitBytes: 1_000)) {
            try SharedStrings(source, mostStrings: 2)
        }

        try WorkbookWriter(cells: String(repeating: "<row/>", count: 100_000)).write(to: path)
        let file = try InputFile.open(path)
        let limit = UnpackingLimit(bytes: 100_000)
        let opened = try SpreadsheetOrderFile(file, archive: ZipArchive(file), limit: limit, sheet: nil)
        #expect(throws: OrderFileError.tooLargeUnpacked(path: path, limitBytes: 100_000)) { try opened.bytes() }
    }
}
