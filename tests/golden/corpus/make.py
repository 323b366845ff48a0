"""Writes the workbooks and documents of this folder, and what each of their cells shows (`expected.json`).

Run in this folder: `pip install openpyxl==3.1.5 xlsxwriter==3.3.1 xlwt==1.3.0 odfpy==1.4.1 && python make.py`. Texts are our
own writing. What a cell shows is written here beside the value that is put in, by the rules of the spreadsheet and of
reading: dates as ISO dates, numbers as typed, formats with words as shown. Each case is (value, number format, shown).
"""

import datetime as dt
import json
import random

import openpyxl
import xlsxwriter
import xlwt
from odf.number import Number, NumberStyle, Text as NumberText
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import A, P, S, Span
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

expected = {}


def tell(file, sheet, cells):
    expected.setdefault(file, {})[sheet] = [[row, column, text] for (row, column), text in sorted(cells.items()) if text]


NUMBERS = [
    (5, '"第"0"条"', "第5条"),
    (12, "第0条", "第12条"),
    (3, '"第"General"号"', "第3号"),
    (5, "第000号", "第005号"),
    (5, "第0条の2", "第5条の2"),
    (6353, '#,##0"人"', "6,353人"),
    (1234567, '#,##0,"千円"', "1,235千円"),
    (0.254, '"約"0.0%', "約25.4%"),
    (-5, '0"人";"△"0"人"', "△5人"),
    (-5, '0;"△"0', "-5"),
    (0, '0"件";-0"件";"なし"', "なし"),
    (4, '[>=10]"多数";0"件"', "4件"),
    (40, '[>=10]"多数";0"件"', "多数"),
    (7, "(0)", "(7)"),
    (-7, "#,##0_);(#,##0)", "-7"),
    (1000001, "000-0000", "100-0001"),
    (11002, "000000", "011002"),
    (142000, "#,##0", "142000"),
    (-1500, "¥#,##0;¥-#,##0", "-1500"),
    (0.1 + 0.2, "General", "0.3"),
    (1e20, "General", "100000000000000000000"),
    (0.25, "0%", "0.25"),
    (1.5, "0.00", "1.5"),
    (12, '"第"[DBNum1][$-411]General"条"', "第十二条"),
    (12, '"第"[DBNum1][$-411]0"条"', "第一二条"),
    (12, '[DBNum3][$-411]"第"0"条"', "第１２条"),
    (True, "General", "TRUE"),
    ("3", '"第"@"条"', "第3条"),
    ("本文", "@", "本文"),
]
DATES = [
    (dt.datetime(2024, 4, 1), "yyyy/m/d", "2024-04-01"),
    (dt.datetime(2024, 4, 1), '[$-411]ggge"年"m"月"d"日"', "2024-04-01"),
    (dt.datetime(2024, 4, 1, 9, 30), "yyyy/m/d h:mm", "2024-04-01 09:30"),
    (dt.datetime(2024, 12, 31, 23, 59, 58), "yyyy-mm-dd hh:mm:ss", "2024-12-31 23:59:58"),
    (dt.datetime(2000, 2, 29), "m/d", "2000-02-29"),
]
TEXTS = ["例規名", "　全角　空白　", "改行\nを含む", "髙﨑①㈱", "𠮷野家", "_x0041_", "<b>&amp;</b>", "a" * 300, "人口" * 2200]


def openpyxl_book(file, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "値"
    cells = {}
    for row, (value, form, shown) in enumerate(NUMBERS + DATES, 1):
        sheet.cell(row, 1, value).number_format = form
        cells[row, 1] = shown
    for row, text in enumerate(TEXTS, 1):
        sheet.cell(row, 4, text)
        # openpyxl writes the text as it is; Excel then reads the escape in it.
        cells[row, 4] = "A" if text == "_x0041_" else text
    sheet.cell(12, 31, "遠い列")
    cells[12, 31] = "遠い列"
    sheet.cell(60, 2, CellRichText("第1条　", TextBlock(InlineFont(b=True), "掲示"), "する。"))
    cells[60, 2] = "第1条　掲示する。"
    sheet.cell(61, 2, "#N/A").data_type = "e"
    cells[61, 2] = "#N/A"
    sheet.merge_cells("C3:C5")
    sheet["C3"] = "結合"
    for row in (3, 4, 5):
        cells[row, 3] = "結合"
    tell(file, "値", cells)
    other = book.create_sheet("二枚目")
    other["B2"] = 1
    tell(file, "二枚目", {(2, 2): "1"})
    book.save(file)


def xlsxwriter_book(file):
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("式")
    cells = {}
    for row, (value, form, shown) in enumerate(NUMBERS):
        sheet.write(row, 0, value, book.add_format({"num_format": form}))
        cells[row + 1, 1] = shown
    sheet.write_formula(0, 1, '="第"&1&"条"', None, "第1条")
    sheet.write_formula(1, 1, "=1+2", book.add_format({"num_format": "第0条"}), 3)
    sheet.write_formula(2, 1, "=TRUE()", None, True)
    sheet.write_formula(3, 1, "=NA()", None, "#N/A")
    cells.update({(1, 2): "第1条", (2, 2): "第3条", (3, 2): "TRUE", (4, 2): "#N/A"})
    sheet.write_string(0, 2, "_x000D_")
    sheet.write_rich_string(1, 2, "申請書は", book.add_format({"bold": True}), "書面", "で")
    sheet.write_string(2, 2, "行\r\n替え")
    cells.update({(1, 3): "_x000D_", (2, 3): "申請書は書面で", (3, 3): "行\n替え"})
    tell(file, "式", cells)
    book.close()


def xlwt_book(file, small=False):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("値")
    cells = {}
    if not small:
        for row, (value, form, shown) in enumerate(NUMBERS + DATES):
            sheet.write(row, 0, value, xlwt.easyxf(num_format_str=form))
            cells[row + 1, 1] = shown
        for row, text in enumerate(TEXTS):
            sheet.write(row, 3, text)
            cells[row + 1, 4] = text
        sheet.write_merge(2, 4, 2, 2, "結合")
        cells.update({(row, 3): "結合" for row in (3, 4, 5)})
        letters = random.Random(3)
        for row in range(40):
            text = "".join(letters.choice("町長条例規則第一二三abcxyz　") for _ in range(letters.randrange(60, 200))).strip("　") + "。"
            sheet.write(row, 5, text)
            cells[row + 1, 6] = text
    sheet.write(3, 6, "見本町水道条例")
    sheet.write(3, 7, "検査する。")
    cells.update({(4, 7): "見本町水道条例", (4, 8): "検査する。"})
    tell(file, "値", cells)
    book.save(file)


def odf_book(file):
    book = OpenDocumentSpreadsheet()
    worded = NumberStyle(name="N1")
    worded.addElement(NumberText(text="第"))
    worded.addElement(Number(minintegerdigits="1"))
    worded.addElement(NumberText(text="条"))
    book.automaticstyles.addElement(worded)
    style = Style(name="ce1", family="table-cell", datastylename="N1")
    style.addElement(TableCellProperties())
    book.automaticstyles.addElement(style)
    table = Table(name="値")
    cells = {}
    rows = [
        [("float", "5", "第5条", "第5条"), ("float", "142000", "142,000", "142000"), ("float", "11002", "011002", "011002")],
        [("date", "2024-04-01", "令和6年4月1日", "2024-04-01"), ("date", "2024-04-01T09:30:00", "9:30", "2024-04-01 09:30")],
        [("boolean", "true", "TRUE", "TRUE"), ("percentage", "0.25", "25%", "0.25"), ("currency", "1500", "￥1,500", "1500")],
        [("float", "1000001", "100-0001", "100-0001"), ("float", "-5", "-5", "-5"), ("float", "1E+20", "1E+20", "100000000000000000000")],
    ]
    names = {"float": "value", "percentage": "value", "currency": "value", "date": "datevalue", "boolean": "booleanvalue"}
    for row, values in enumerate(rows, 1):
        line = TableRow()
        for column, (kind, value, text, shown) in enumerate(values, 1):
            cell = TableCell(valuetype=kind, **{names[kind]: value}, stylename="ce1")
            cell.addElement(P(text=text))
            line.addElement(cell)
            cells[row, column] = shown
        table.addElement(line)
    line = TableRow()
    cell = TableCell(valuetype="string", numberrowsspanned="2")
    paragraph = P(text="第1条　")
    paragraph.addElement(Span(text="掲示"))
    paragraph.addElement(S(c=2))
    paragraph.addElement(A(href="http://example.jp/", text="様式"))
    cell.addElement(paragraph)
    cell.addElement(P(text="二行目"))
    line.addElement(cell)
    line.addElement(TableCell(numbercolumnsrepeated="2"))
    right = TableCell(valuetype="string", numbercolumnsrepeated="2")
    right.addElement(P(text="同じ"))
    line.addElement(right)
    table.addElement(line)
    below = TableRow()
    below.addElement(CoveredTableCell())
    table.addElement(below)
    merged = "第1条　掲示  様式\n二行目"
    # The row below holds nothing of its own, so it is no row.
    cells.update({(5, 1): merged, (5, 4): "同じ", (5, 5): "同じ"})
    table.addElement(TableRow(numberrowsrepeated="1000"))
    last = TableRow(numberrowsrepeated="2")
    cell = TableCell(valuetype="string")
    cell.addElement(P(text="末尾"))
    last.addElement(cell)
    table.addElement(last)
    cells.update({(1007, 1): "末尾", (1008, 1): "末尾"})
    book.spreadsheet.addElement(table)
    tell(file, "値", cells)
    book.save(file)


openpyxl_book("openpyxl.xlsx")
openpyxl_book("openpyxl_1904.xlsx", epoch=1904)
xlsxwriter_book("xlsxwriter.xlsx")
xlwt_book("xlwt.xls")
xlwt_book("xlwt_small.xls", small=True)
odf_book("odfpy.ods")
with open("expected.json", "w", encoding="utf-8") as out:
    json.dump(expected, out, ensure_ascii=False, separators=(",", ":"))
    out.write("\n")
