"""What letters cost, against other ways to print the same letter. Run: python benchmarks/letters.py [pages]

All print the same words, a QR of the letter number and one of the reply code, in one run on one machine; the
seconds are of the processor. What isn't installed is said to be missing (pip install typst).
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from clubdesk import paths
from clubdesk.documents.content import Letterhead, VerificationLetter
from clubdesk.documents.fields import long_date
from clubdesk.documents.letters import KIND, print_letters
from clubdesk.documents.qr import code
from clubdesk.documents.template import load_template

Letters = Sequence[VerificationLetter]

CLUB = Letterhead(
    name="Owners Club Bavaria",
    tagline="Vom Hersteller anerkannt seit April 2020",
    return_line="Owners Club Bavaria · Marienplatz 1 · 80331 München",
    footer="Owners Club Bavaria e. V. · Marienplatz 1 · 80331 München · VR 12345",
    contact_name="Lukas Wagner",
    contact_role="Mitgliederbetreuung",
    phone="+49 89 1234567",
    phone_hours="18–20 Uhr",
    email="verify@ownersclub-bavaria.example",
    privacy_url="ownersclub-bavaria.example/datenschutz",
)
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NAMES = ("Anna Großmüller", "Bjørn Ødegård", "Lukas Wagner", "Ewa Kowalska", "José Núñez", "Mia Schäfer")
_MIXED = (
    "王小明", "Αθηνά Παππά", "محمد عبد الله", "क्षत्रिय श्री", "น้ำผึ้ง รักดี", "Дмитрий Ёлкин", "田中さくら",
    "김민수", "שלום כהן", "Rally 🚗 Ek",
)  # fmt: skip
_FONTS = paths.resources() / "fonts"


def letters(count: int) -> list[VerificationLetter]:
    """Letters that differ in all merge fields; every fifth name is in another script."""
    made = []
    for n in range(count):
        given = _NAMES[n % len(_NAMES)] if n % 5 else _MIXED[n // 5 % len(_MIXED)]
        name = f"{given} {n}"
        symbols = "".join(_SYMBOLS[n * 2654435761 >> shift & 31] for shift in range(0, 50, 5))
        made.append(
            VerificationLetter(
                number=f"L-26-{n % 10000:04}-{n % 10}",
                code=f"{symbols[:3]}-{symbols[3:6]}-{symbols[6:]}",
                name=name,
                address=(name, f"Leopoldstraße {n}", f"{80000 + n % 1000} München"),
                language="de",
                member_number=str(1000 + n),
                chapter="München",
                vehicle="Model 3 Performance",
                vin_tail=f"F{n:06}",
                date=date(2026, 11, 3),
                answer_by=date(2027, 2, 1),
            )
        )
    return made


_KEYS = (
    "panel.caption", "panel.notice_link", "closing", "slip.title_number", "slip.correct", "slip.changed",
    "slip.sold", "slip.remove", "slip.note", "slip.return_by",
)  # fmt: skip


def words(letter: VerificationLetter) -> list[str]:
    """The letter's paragraphs, for peers: the same words that ours has."""
    template = load_template(KIND, "de")

    def fill(key: str) -> str:
        return template.fill(key, letter, CLUB)

    head = [CLUB.name, CLUB.tagline, CLUB.return_line, *letter.address, letter.member_number, letter.chapter]
    head += [
        letter.vehicle,
        f"…{letter.vin_tail}",
        CLUB.contact_name,
        CLUB.phone,
        long_date(letter.date, "de"),
    ]
    body = [fill("subject"), fill("salutation")]
    body += [template.fill_text(text, letter, CLUB) for text in template.paragraphs]
    body += [f"{fill(f'ways.{way}.head')} {fill(f'ways.{way}.text')}" for way in ("slip", "phone", "email")]
    return [*head, *body, letter.code, *map(fill, _KEYS), ", ".join(letter.address), CLUB.footer]


def ours(run: Letters) -> bytes:
    return print_letters(run, CLUB).data


def platypus(run: Letters) -> bytes:
    """ReportLab as its guide shows it: paragraphs, and its QR widget."""
    from io import BytesIO

    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(ttfonts.TTFont("Body", str(_FONTS / "NotoSans-Regular.ttf")))
    style = ParagraphStyle("body", fontName="Body", fontSize=9, leading=11)
    story: list[Any] = []
    for letter in run:
        story += [Paragraph(escape(text), style) for text in words(letter)]
        for payload, size in ((letter.number, 34), (letter.code, 85)):
            drawing = Drawing(size, size)
            drawing.add(QrCodeWidget(payload, barLevel="Q", barWidth=size, barHeight=size))
            story.append(drawing)
        story.append(PageBreak())
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=(595, 842), topMargin=36, bottomMargin=36).build(story)
    return out.getvalue()


def fpdf2(run: Letters) -> bytes:
    """fpdf2 with a cell per paragraph and a rectangle per module."""
    fpdf = import_module("fpdf")
    pdf = fpdf.FPDF(format="A4", unit="pt")
    pdf.add_font("Body", fname=str(_FONTS / "NotoSans-Regular.ttf"))
    pdf.set_font("Body", size=9)
    pdf.set_auto_page_break(False)
    for letter in run:
        pdf.add_page()
        for text in words(letter):
            pdf.multi_cell(520, 11, text, new_x="LMARGIN", new_y="NEXT")
        y = pdf.get_y()
        for payload, size in ((letter.number, 34.0), (letter.code, 85.0)):
            side = size / 21
            for column, row in _modules(payload):
                pdf.rect(36 + column * side, y + row * side, side, side, style="F")
            y += size
    return bytes(pdf.output())


def weasyprint(run: Letters) -> bytes:
    """WeasyPrint, the codes as SVG."""
    weasy = import_module("weasyprint")
    pages = []
    for letter in run:
        text = "".join(f"<p>{escape(text)}</p>" for text in words(letter))
        codes = "".join(_svg(payload, size) for payload, size in ((letter.number, 34), (letter.code, 85)))
        pages.append(f'<section style="page-break-after: always">{text}{codes}</section>')
    style = "<style>@page{size:A4;margin:36pt} p{font:9pt Noto Sans;margin:0 0 2pt}</style>"
    made: bytes = weasy.HTML(string=style + "".join(pages)).write_pdf()
    return made


def _svg(payload: str, size: float) -> str:
    path = "".join(f"M{x} {y}h1v1h-1z" for x, y in _modules(payload))
    box = f'width="{size}pt" height="{size}pt" viewBox="0 0 21 21"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{path}"/></svg>'


def by_typst(run: Letters) -> bytes:
    """Typst, QR codes as one path each: it has none of its own without a download."""
    typst = import_module("typst")
    pages = ['#set text(font: "Noto Sans", size: 9pt)\n#set page(paper: "a4", margin: 36pt)']
    for letter in run:
        pages.append("\n\n".join("#" + _quoted(text) for text in words(letter)))
        pages += [_typst_code(payload, size) for payload, size in ((letter.number, 34), (letter.code, 85))]
        pages.append("#pagebreak(weak: true)")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "letters.typ"
        source.write_text("\n\n".join(pages), "utf-8")
        made: bytes = typst.compile(str(source), font_paths=[str(_FONTS)], ignore_system_fonts=True)
    return made


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _typst_code(payload: str, size: float) -> str:
    side = size / code(payload).modules
    return f"#image(bytes({_quoted(_svg(payload, size))}), width: {side * 21}pt)"


def _modules(payload: str) -> list[tuple[int, int]]:
    made = code(payload)
    digits = len(made.rows) // made.modules
    rows = [int(made.rows[n * digits : (n + 1) * digits], 16) for n in range(made.modules)]
    return [
        (x, y) for y, row in enumerate(rows) for x in range(made.modules) if row >> (digits * 4 - 1 - x) & 1
    ]


def qt(run: Letters) -> bytes:
    """Qt's QPdfWriter with a text layout per paragraph and a rectangle per module."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QRectF, Qt
    from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPageSize, QPainter, QPdfWriter

    app = QGuiApplication.instance() or QGuiApplication([])
    QFontDatabase.addApplicationFont(str(_FONTS / "NotoSans-Regular.ttf"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(72)
    painter = QPainter(writer)
    painter.setFont(QFont("Noto Sans", 9))
    for number, letter in enumerate(run):
        if number:
            writer.newPage()
        y = 0.0
        for text in words(letter):
            room = QRectF(0, y, 520, 800)
            y += painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        for payload, size in ((letter.number, 34.0), (letter.code, 85.0)):
            side = size / 21
            for column, row in _modules(payload):
                painter.fillRect(QRectF(column * side, y + row * side, side, side), QColor("black"))
            y += size
    painter.end()
    del app
    return bytes(buffer.data().data())


def measure(name: str, way: Callable[[Letters], bytes], run: Letters) -> float:
    """Pages per second of the processor, printed; 0 when the way isn't there."""
    try:
        way(run[:3])
    except ImportError as missing:
        print(f"{name:28}  missing: {missing.name}")
        return 0
    start = time.process_time()
    data = way(run)
    rate = len(run) / (time.process_time() - start)
    print(f"{name:28}{rate:9.0f} pages/CPU-s{len(data) / 1024 / len(run):9.2f} KiB/page   ({len(run)} pages)")
    return rate


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    run = letters(count)
    own = measure("clubdesk", ours, run)
    peers = {"ReportLab platypus + QR widget": platypus, "Typst": by_typst, "Qt QPdfWriter": qt}
    peers |= {"fpdf2": fpdf2, "WeasyPrint": weasyprint}
    for name, way in peers.items():
        rate = measure(name, way, run)
        if rate:
            print(f"{'':28}clubdesk is {own / rate:.1f} times as fast")
    again = measure("clubdesk again", ours, [replace(letter, language="zh") for letter in run])
    print(f"in Chinese: {again / own:.2f} of the speed in German")


if __name__ == "__main__":
    main()
