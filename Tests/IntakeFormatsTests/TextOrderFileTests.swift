import Foundation
import Intake
import TestSupport
import Testing

@testable import IntakeFormats

private let polish = "numer;klient;kwota\n1;Łucja Źdźbło;12,90\n2;Michał Śliż;7,50 €\n3;Ewa Mąka;0,99\n"
private let russian = "номер;клиент;сумма\n1;Пётр Щукин;1290\n2;Юлия Ёлкина;75\n"

@Suite("A text file of orders") struct TextOrderFileTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test(
        "reads every encoding without being told, plain and gzip",
        arguments: [
            (TextEncoding.utf8, polish), (.utf8, russian), (.utf16LittleEndian, polish), (.utf16LittleEndian, russian),
            (.utf16BigEndian, polish), (.utf16BigEndian, russian), (.windows1250, polish), (.windows1251, russian),
            (.latin2, polish.replacing("€", with: "z\u{142}")),
        ], [false, true])
    func detected(sample: (encoding: TextEncoding, text: String), isGzip: Bool) throws {
        let bytes = sample.encoding.encoded(sample.text)
        let path = try scratch.file("orders", isGzip ? gzipped(bytes) : bytes)
        let file = try #require(try OrderFiles.open(path) as? TextOrderFile)
        #expect(file.encoding == sample.encoding)
        #expect(file.isGzip == isGzip)
        #expect(try file.text() == sample.text)
        #expect(file.replacedCharacters == 0)
    }

    @Test(
        "leaves out the byte order mark", arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian],
        [false, true])
    func mark(encoding: TextEncoding, isGzip: Bool) throws {
        let bytes = encoding.encoded("\u{FEFF}" + polish)
        let path = try scratch.file("orders", isGzip ? gzipped(bytes) : bytes)
        #expect(try OrderFiles.open(path).text() == polish)
        #expect(try OrderFiles.open(path, encoding: encoding).text() == polish)
    }

    @Test("believes the encoding that is given") func given() throws {
        let path = try scratch.file("orders.csv", TextEncoding.windows1250.encoded(polish))
        let file = try #require(try OrderFiles.open(path, encoding: .windows1251) as? TextOrderFile)
        #expect(try file.text().contains("Јucja"))
        #expect(try !file.reconsiderEncoding())
        #expect(file.encoding == .windows1251)
    }

    @Test("counts what it cannot decode") func replaced() throws {
        let path = try scratch.file("orders.csv", Array("a;b\n".utf8) + [0x81, 0xB3, 0x98, 0x0A])
        let file = try #require(try OrderFiles.open(path, encoding: .windows1250) as? TextOrderFile)
        #expect(try file.text() == "a;b\n\u{FFFD}ł\u{FFFD}\n")
        #expect(file.replacedCharacters == 2)
        let lone = try scratch.file("lone.csv", [0x61, 0, 0x3D, 0xD8, 0x62, 0, 0x00, 0xDC, 0x63])
        let wide = try #require(try OrderFiles.open(lone, encoding: .utf16LittleEndian) as? TextOrderFile)
        #expect(try wide.text() == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
        #expect(wide.replacedCharacters == 3)
    }

    @Test(
        "reconsiders when the first letter comes late", arguments: [TextEncoding.windows1250, .windows1251, .latin2],
        [false, true])
    func late(encoding: TextEncoding, isGzip: Bool) throws {
        let rows = (0..<30_000).map { "\($0);plain;12.90\n" }.joined()
        let text = rows + (encoding == .windows1251 ? russian : polish.replacing("€", with: "EUR"))
        #expect(rows.utf8.count > TextOrderFile.sampleBytes)
        let bytes = encoding.encoded(text)
        let file = try #require(
            try OrderFiles.open(try scratch.file("late", isGzip ? gzipped(bytes) : bytes)) as? TextOrderFile)
        #expect(file.encoding == .utf8)
        #expect(try file.reconsiderEncoding())
        #expect(file.encoding == encoding)
        #expect(try file.text() == text)
        #expect(try !file.reconsiderEncoding())
    }

    @Test("stays with UTF-8 when a damaged byte comes late") func lateDamage() throws {
        var bytes = Array((0..<30_000).map { "\($0);Łódź;12.90\n" }.joined().utf8)
        bytes[bytes.count - 10] = 0xFF
        let file = try OrderFiles.open(try scratch.file("late.csv", bytes))
        #expect(try !file.reconsiderEncoding())
        #expect(try file.bytes() == bytes)
    }

    @Test("gives the same bytes however it is read", arguments: 0..<60)
    func chunks(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let encoding = TextEncoding.allCases.randomElement(using: &random)!
        let unit = encoding == .windows1251 ? russian : encoding == .latin2 ? polish.replacing("€", with: "") : polish
        var text = String(repeating: unit, count: Int.random(in: 1...3_000, using: &random))
        if encoding.isUTF16 { text += "😀" + text }
        let bytes = encoding.encoded(text)
        let path = try scratch.file("orders", Bool.random(using: &random) ? gzipped(bytes) : bytes)
        let file = try OrderFiles.open(path, encoding: encoding)
        let most = [1, 3, 7, 100, 70_000].randomElement(using: &random)!
        let read = try file.bytes { Int.random(in: 1...most, using: &random) }
        #expect(read == Array(text.utf8), "seed \(seed)")
        #expect(try file.bytes() == read, "a second reading, seed \(seed)")
    }

    @Test("tells how far it has come in the raw file") func progress() throws {
        let bytes = gzipped(Array(String(repeating: polish, count: 1_000).utf8))
        let file = try OrderFiles.open(try scratch.file("orders.csv.gz", bytes))
        #expect(file.totalBytes == Int64(bytes.count))
        let source = try file.open()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
        defer { buffer.deallocate() }
        while try source.read(into: buffer) > 0 {}
        #expect(source.consumedBytes == file.totalBytes)
    }

    @Test("notices that it changed while it was read") func changed() throws {
        let path = try scratch.file("orders.csv", polish.utf8)
        let file = try OrderFiles.open(path)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("4;x;1\n".utf8))
        try handle.close()
        #expect(throws: OrderFileError.changedWhileRead(path: path)) { try file.bytes() }
    }
}
