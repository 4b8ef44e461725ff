#!/usr/bin/env python3
"""Makes the spreadsheets that the tests read, and what Python reads from the code pages.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 XlsxWriter==3.2.5 && venv/bin/python make_fixtures.py

The two libraries write the same things differently (shared or inline strings, references or none), which is why both
are used. Running it again makes files of the same content.
"""

import datetime
import pathlib
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import numbers

HERE = pathlib.Path(__file__).parent
MADE = datetime.datetime(2026, 3, 1, 12, 0, 0)

HEADER = ["Numer", "Klient", "Data", "Kwota", "Opłacone", "Uwagi"]
ROWS = [
    [4006381333931, "Łucja Źdźbło", datetime.datetime(2026, 3, 1, 10, 20, 30), 12.9, True, "kurier, „pilne”"],
    [4006381333932, "Пётр Щукин", datetime.datetime(2026, 3, 2), 1290, False, 'мёд "Липовый"'],
    [4006381333933, "Anna", datetime.datetime(2026, 3, 2, 23, 59, 59), -0.07, True, "wiersz\ndrugi"],
]


def orders_xlsxwriter(name, **options):
    book = xlsxwriter.Workbook(HERE / name, options)
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Zamówienia")
    date = book.add_format({"num_format": "dd.mm.yyyy hh:mm:ss"})
    money = book.add_format({"num_format": '#,##0.00 "zł"'})
    sheet.write_row(0, 0, HEADER)
    for number, row in enumerate(ROWS, start=1):
        sheet.write_number(number, 0, row[0])
        sheet.write_string(number, 1, row[1])
        sheet.write_datetime(number, 2, row[2], date)
        sheet.write_number(number, 3, row[3], money)
        sheet.write_boolean(number, 4, row[4])
        sheet.write_string(number, 5, row[5])
    book.close()


def orders_openpyxl(name):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = "Zamówienia"
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
        sheet.cell(sheet.max_row, 4).number_format = numbers.FORMAT_NUMBER_COMMA_SEPARATED1
    book.save(HERE / name)


MONEY_HEADER = ["Numer", "Klient", "Data", "Sztuk", "Kwota"]
# The codes as Excel, LibreOffice and Google Sheets write them.
ZLOTY = [
    '#,##0.00 "zł"', '#,##0.00\\ "zł"', '#,##0.00\\ "zł";[Red]\\-#,##0.00\\ "zł"', '[$PLN] #,##0.00',
    '_-* #,##0.00\\ "zł"_-;\\-* #,##0.00\\ "zł"_-;_-* "-"??\\ "zł"_-;_-@_-',
    '#,##0.00\\ [$zł-415];(#,##0.00\\ [$zł-415])',
]
EURO = [
    '[$€-407]\\ #,##0.00', '#,##0.00\\ [$€-1]', '_-[$€-2]\\ * #,##0.00_-', '[$EUR] #,##0.00', '#,##0.00 €',
    '"€"#,##0.00',
]
AMOUNTS = [12.9, 1290, 1290.5, 0.07, 20.25, -0.07]


def money_rows(codes):
    for place, (amount, code) in enumerate(zip(AMOUNTS, codes)):
        yield 1001 + place, f"k{place % 4}", datetime.datetime(2026, 3, 1 + place), place + 1, amount, code


MONEY_SHEETS = {
    "PLN": ZLOTY, "EUR": EURO, "Mixed": ZLOTY[:3] + EURO[3:], "Some": ZLOTY[:3] + ["0.00", "General", "0.00"],
}


def money_openpyxl(name):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    book.remove(book.active)
    for title, codes in MONEY_SHEETS.items():
        sheet = book.create_sheet(title)
        sheet.append(MONEY_HEADER)
        for row in money_rows(codes):
            sheet.append(row[:5])
            # The whole row has been given the format, but for its day.
            for column in [1, 4, 5]:
                sheet.cell(sheet.max_row, column).number_format = row[5]
    book.save(HERE / name)


def money_xlsxwriter(name):
    book = xlsxwriter.Workbook(HERE / name)
    book.set_properties({"created": MADE})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for title, codes in MONEY_SHEETS.items():
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, MONEY_HEADER)
        for place, (number, customer, date, pieces, amount, code) in enumerate(money_rows(codes), start=1):
            money = book.add_format({"num_format": code})
            sheet.write_number(place, 0, number, money)
            sheet.write_string(place, 1, customer, money)
            sheet.write_datetime(place, 2, date, day)
            sheet.write_number(place, 3, pieces, money)
            sheet.write_number(place, 4, amount, money)
    book.close()


def dates(name, is_1904):
    book = xlsxwriter.Workbook(HERE / name, {"date_1904": is_1904})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Dates")
    day = datetime.datetime(2024, 2, 29, 18, 5, 9)
    formats = [
        "yyyy-mm-dd", "d mmm yy", "[$-415]d mmmm yyyy;@", "dd.mm.yyyy hh:mm", 14, 22, "mmm yyyy", "yyyy\\-mm\\-dd",
        "h:mm:ss.000", "[h]:mm", 20, '"dnia" 0', "#,##0.00 [$USD]", 'm/d/yy h:mm AM/PM', "[Red]0.00", "@",
    ]
    for row, code in enumerate(formats):
        cell = book.add_format({"num_format": code})
        sheet.write_string(row, 0, str(code))
        sheet.write_datetime(row, 1, day, cell)
        sheet.write_datetime(row, 2, day.replace(hour=0, minute=0, second=0), cell)
    book.close()


def sparse(name):
    book = xlsxwriter.Workbook(HERE / name)
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Sparse")
    bold = book.add_format({"bold": True})
    sheet.write_string("B2", "id")
    sheet.write_string("D2", "sum")
    sheet.write_number("B5", 1)
    sheet.write_number("D5", 0.1 + 0.2)
    sheet.write_blank("F5", None, bold)
    sheet.write_blank("A6", None, bold)
    sheet.write_number("B7", 2)
    sheet.write_formula("D7", "=1/0", None, "#DIV/0!")
    sheet.write_number("AB8", 12345678901234567)
    sheet.write_formula("B9", '="a"&"b"', None, "ab")
    sheet.write_rich_string("D9", "zło", bold, "ty", " & <lis>")
    book.close()


def sheets(name):
    book = xlsxwriter.Workbook(HERE / name)
    book.set_properties({"created": MADE})
    hidden = book.add_worksheet("Ukryty")
    hidden.write_string(0, 0, "hidden")
    chart = book.add_chartsheet("Wykres")
    first = book.add_worksheet("Zamówienia & zwroty")
    first.write_string(0, 0, "first")
    second = book.add_worksheet("Клиенты")
    second.write_string(0, 0, "second")
    made = book.add_chart({"type": "line"})
    made.add_series({"values": "='Клиенты'!$A$1:$A$1"})
    chart.set_chart(made)
    first.activate()
    first.set_first_sheet()
    hidden.hide()
    book.close()


def archive(name, parts):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as made:
        for part, text in parts.items():
            made.writestr(zipfile.ZipInfo(part, (2026, 3, 1, 12, 0, 0)), text)


def other_archives():
    archive("archive.zip", {"orders.csv": "id;sum\n1;2\n"})
    archive("sheet.ods", {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>",
        "META-INF/manifest.xml": "<x/>"})
    archive("binary.xlsb", {"[Content_Types].xml": "<x/>", "xl/workbook.bin": "x"})
    archive("letter.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})
    archive("pages.numbers", {"Index/Document.iwa": "x"})


def code_pages():
    lines = []
    for encoding in ["cp1250", "cp1251", "iso8859_2"]:
        lines.append(bytes(range(128, 256)).decode(encoding, errors="replace"))
    (HERE / "code-pages.txt").write_bytes("\x00".join(lines).encode("utf-8"))


if __name__ == "__main__":
    orders_xlsxwriter("orders-xlsxwriter.xlsx")
    orders_xlsxwriter("orders-inline.xlsx", constant_memory=True)
    orders_openpyxl("orders-openpyxl.xlsx")
    money_openpyxl("money-openpyxl.xlsx")
    money_xlsxwriter("money-xlsxwriter.xlsx")
    dates("dates-1900.xlsx", False)
    dates("dates-1904.xlsx", True)
    sparse("sparse.xlsx")
    sheets("sheets.xlsx")
    other_archives()
    code_pages()
