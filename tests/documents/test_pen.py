import datetime as dt

from clubdesk.documents.pen import on, tint
from clubdesk.documents.typesetter import Style
from clubdesk.documents.writer import Book
from tests.documents.reading import Paper


def book() -> Book:
    return Book(width=210, height=297, title="t", author="a", subject="s", date=dt.date(2027, 1, 2))


def test_text_stands_where_it_was_put() -> None:
    made, style = book(), Style(20)
    pen = made.pen()
    pen.text(25, 100, made.typesetter.line("H", style), style)
    made.page(pen)
    ((_, box),) = Paper(made.finish()).places()
    assert abs(box.bottom - 100) < 0.2
    assert 25 <= box.left < 26


def test_a_form_does_not_inherit_thickened_outlines() -> None:
    made, heavy = book(), Style(20, bold=True)
    pen = made.pen()
    pen.text(25, 100, made.typesetter.line("王", heavy), heavy)
    pen.stamp("Other")
    drawn = pen.operators
    assert drawn.index("2 Tr") < drawn.index("0 Tr") < drawn.index("/Other Do")


def test_colours() -> None:
    assert tint("#000000", 0) == "#ffffff"
    assert tint("#0b6bcb", 1) == "#0b6bcb"
    assert on("#ffee00") != on("#0b6bcb")


def test_file_says_when_the_letter_was_written() -> None:
    made = book()
    made.page(made.pen(), outline="Größe (1) \\")
    paper = Paper(made.finish())
    assert paper.about()["CreationDate"].startswith("D:20270102")
    assert paper.outline() == ["Größe (1) \\"]
