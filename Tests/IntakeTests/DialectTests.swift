import Intake
import Testing

@Suite("Dialect") struct DialectTests {
    @Test(
        "is judged by rows of one width",
        arguments: [
            ("a,b,c\n1,2,3\n4,5,6\n", ","),
            ("a;b;c\n1;2;3\n", ";"),
            ("a\tb\n1,5\t2,5\n1,5\t2,5\n", "\t"),
            ("a|b|c\n1|2|3\n", "|"),
            // One decimal comma in every row is no second column.
            ("id;kwota\n1;10,50\n2;20,00\n3;30,99\n", ";"),
            ("id;kwota;rabat\n1;10,50;1,00\n2;20,00;0,50\n", ";"),
            ("\"a;x\",\"b;y\"\n\"1;2\",\"3\"\n", ","),
            ("id,note\n1,\"x;y;z\"\n2,\"line\nbreak;\"\n", ","),
            ("id,names\n1,a|b|c\n2,d|e|f\n", ","),
            ("Report;;\n;;\nid;total;date\n1;2,5;3\n2;2,5;3\n", ";"),
            ("sep=;\r\na,x;b\r\n1;2\r\n", ";"),
            ("id\n1\n2\n", ","),
            ("", ","),
            ("id;kwota\n", ";"),
            ("Data;Klient, nazwa;Suma\n2026-01-01;A, B;1,5\n", ";"),
        ])
    func delimiter(text: String, expected: String) {
        #expect(Dialect.detect(text.utf8) == expected.utf8.first)
    }
}

@Suite("Sample table") struct SampleTableTests {
    @Test("splits quotes, doubled quotes and embedded line breaks")
    func quotes() {
        let table = sample("id,note,date\r\n1,\"a \"\"b\"\", c\r\nd\",2026-01-01\r\n\r\n2,,\r\n")
        #expect(table.header == ["id", "note", "date"])
        #expect(table.rows == [["1", "a \"b\", c\r\nd", "2026-01-01"], ["2", "", ""]])
        #expect(table.linesBeforeHeader == 0)
    }

    @Test("drops a last row that is cut off, and keeps it at the end of the file")
    func cut() {
        let bytes = Array("id,total\n1,2\n3,4".utf8)
        #expect(SampleTable(parsing: bytes, delimiter: UInt8(ascii: ",")).rows == [["1", "2"]])
        #expect(
            SampleTable(parsing: bytes, delimiter: UInt8(ascii: ","), isWhole: true).rows == [["1", "2"], ["3", "4"]])
        let open = Array("id,total\n1,2\n3,\"4\n5,6\n".utf8)
        #expect(SampleTable(parsing: open, delimiter: UInt8(ascii: ",")).rows == [["1", "2"]])
    }

    @Test(
        "finds the names below titles and counts the lines above",
        arguments: [
            ("Sales report\n\nOrder ID,Email,Date,Total\n1,a@example.com,2026-01-01,5\n", 2),
            (
                "Raport;;;\nOd;2026-01-01;do;2026-02-01\n;;;\nNumer zamówienia;E-mail;Data;Suma\n1;a@example.com;2026-01-01;5\n",
                3
            ),
            ("sep=;\nOrder ID;Email;Date;Total\n1;a@example.com;2026-01-01;5\n", 1),
            ("\"Two\nlines\"\r\nOrder ID,Email,Date,Total\r\n1,a@example.com,2026-01-01,5\r\n", 2),
            ("Order ID,Email,Date,Total\n1,a@example.com,2026-01-01,5\n", 0),
            ("\u{FEFF}Order ID,Email,Date,Total\n1,a@example.com,2026-01-01,5\n", 0),
            ("foo,bar,baz\na,b,c\n", 0),
        ])
    func titles(text: String, lines: Int) throws {
        let table = sample(text)
        #expect(table.linesBeforeHeader == lines)
        #expect(table.header.count >= 3)
        #expect(table.rows.count == 1)
    }

    @Test("takes no data row for the names, however its words sound")
    func data() {
        let table = sample("A,B,C,D\nPhone,Delivery,City,5\nEmail,Status,Country,6\n")
        #expect(table.header == ["A", "B", "C", "D"])
    }
}
