"""Lists are read whatever wrote them: encodings, separators, headers, broken rows."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clubdesk.errors import Problem
from clubdesk.services.exporting import write_csv
from clubdesk.services.importing.delimited import cut_rows, text_lines
from clubdesk.services.importing.encoding import decode
from clubdesk.services.importing.reading import read_list

GERMAN = "Vorname;Nachname;Ort\r\nJürgen;Groß;Köln\r\nØystein;Müller;Ålesund\r\n"
FRENCH = "Prénom;Nom;Ville\rAdèle;Péricourt;Besançon\rFrançois;Lemaître;Orléans\r"
POLISH = "Imię;Nazwisko;Miasto\r\nStanisław;Wałęsa;Łódź\r\nBożena;Dąbrowska;Bolesławiec\r\n"
CZECH = "Jméno;Příjmení;Město\r\nJiří;Dvořák;Plzeň\r\nLucie;Černá;Přerov\r\n"
RUSSIAN = "Имя;Фамилия;Город\r\nИван;Петров;Москва\r\nОльга;Смирнова;Казань\r\n"
GREEK = "Όνομα;Επώνυμο\r\nΓιώργος;Παπαδόπουλος\r\nΕλένη;Νικολάου\r\n"
TURKISH = "Ad;Soyad;Şehir\r\nŞükrü;Çağlar;İzmir\r\nIşıl;Yılmaz;Eskişehir\r\n"
CHINESE = "姓,名,城市\r\n王,伟,北京\r\n张,丽娜,上海\r\n陈,俊年,广州\r\n"
TAIWANESE = "姓,名,城市\r\n張,雅婷,臺北\r\n林,家豪,高雄\r\n陳,怡君,臺中\r\n"
JAPANESE = "姓,名,市区町村\r\n山田,太郎,広島市\r\n佐藤,恵子,東京都\r\nスミス,ジェニファー,大阪市\r\n"
KOREAN = "성,이름,도시\r\n김,민수,서울\r\n이,영희,부산\r\n"

ENCODED = [
    (GERMAN, "cp1252"),
    (GERMAN, "utf-8"),
    (GERMAN, "utf-8-sig"),
    (GERMAN, "utf-16"),
    (GERMAN, "utf-16-le"),
    (GERMAN, "utf-16-be"),
    (GERMAN, "utf-32"),
    (GERMAN, "cp850"),
    (FRENCH, "mac-roman"),
    (FRENCH, "cp1252"),
    (POLISH, "cp1250"),
    (CZECH, "cp1250"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (GREEK, "cp1253"),
    (TURKISH, "cp1254"),
    (CHINESE, "gbk"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (JAPANESE, "shift-jis"),
    (JAPANESE, "euc-jp"),
    (KOREAN, "cp949"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_every_encoding_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_names_and_row_numbers_of_an_old_mac_list(tmp_path: Path) -> None:
    members = read_list(write(tmp_path, FRENCH, "mac-roman"))
    assert members.headers == ("Prénom", "Nom", "Ville")
    assert [row.number for row in members.rows] == [2, 3]
    assert members.rows[1].cells == ("François", "Lemaître", "Orléans")
    assert (members.encoding, members.delimiter, members.header_row) == ("mac-roman", ";", 1)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Name;Town\nBo;Oslo, Norway\nAnna;Ås, Norway\n", ";"),
        ("Name,Town\nBo,Oslo\n", ","),
        ("Name\tTown\nBo\tOslo\n", "\t"),
        ("Name|Town\nBo|Oslo\n", "|"),
        ("sep=;\nName;Town\nBo;Oslo\n", ";"),
        ('"sep=^"\nName^Town\nBo^Oslo\n', "^"),
    ],
)
def test_separators(tmp_path: Path, text: str, delimiter: str) -> None:
    members = read_list(write(tmp_path, text))
    assert members.delimiter == delimiter
    assert members.headers == ("Name", "Town")
    assert members.rows[0].cells[0] == "Bo"


def test_lines_above_the_header_and_comments_are_skipped(tmp_path: Path) -> None:
    text = "Our members;;\n# of today\n\nName;E-mail;Town\nBo;bo@example.org;Oslo\n# x\n;;\nAnna;;Ås\n"
    members = read_list(write(tmp_path, text))
    assert (members.header_row, members.headers) == (4, ("Name", "E-mail", "Town"))
    assert [(row.number, row.cells[0]) for row in members.rows] == [(5, "Bo"), (8, "Anna")]
    assert [remark.row for remark in members.remarks] == [6]


def test_too_long_rows_are_rejected_and_short_ones_filled(tmp_path: Path) -> None:
    members = read_list(write(tmp_path, "Name,Town,E-mail\nBo\nAnna,Oslo,,,\nCarl,Ås,c@x.org,surplus\n"))
    assert [row.cells for row in members.rows] == [("Bo", "", ""), ("Anna", "Oslo", "")]
    (rejected,) = members.malformed
    assert (rejected.row, rejected.column, rejected.cells[-1]) == (4, "Column 4", "surplus")
    assert "4 cells" in rejected.reason


def test_an_open_quotation_mark_costs_only_its_row(tmp_path: Path) -> None:
    text = 'Name,Town\n"Bo ""B"" Berg",Oslo\n"Anna,Ås\nCarl,Bergen\n"Dora\nDahl",Moss\n'
    text += 'Eva,"12" rims"\nFred,Vik\n'
    members = read_list(write(tmp_path, text))
    assert [row.cells[0] for row in members.rows] == ['Bo "B" Berg', "Carl", "Dora\nDahl", "Fred"]
    assert [rejected.row for rejected in members.malformed] == [3, 6]
    assert "never closed" in members.malformed[0].reason


def test_a_cell_of_many_lines_is_pointed_out(tmp_path: Path) -> None:
    members = read_list(write(tmp_path, 'Name,Town\n"a\nb\nc\nd\ne\nf",x\n'))
    assert [(remark.row, remark.column) for remark in members.remarks] == [(2, "Name")]


def test_huge_cells_are_rejected(tmp_path: Path) -> None:
    members = read_list(write(tmp_path, f"Name,Town\nBo,{'x' * 200_000}\nAnna,Oslo\n"))
    assert [row.cells[0] for row in members.rows] == ["Anna"]
    assert members.malformed[0].row == 2


def test_blank_and_repeated_headers_are_reported(tmp_path: Path) -> None:
    members = read_list(write(tmp_path, "id,,Name,Name\n1,x,Bo,Berg\n"))
    assert members.headers == ("id", "Column 2", "Name", "Name")
    assert {remark.column for remark in members.remarks} == {"Column 2", "Name"}


def test_a_list_without_header_is_a_problem_unless_said(tmp_path: Path) -> None:
    path = write(tmp_path, "Bo,Berg,bo@example.org,2001-07-04\nAnna,Dahl,,\n")
    with pytest.raises(Problem, match="row 1 already looks like a member"):
        read_list(path)
    members = read_list(path, header_row=0)
    assert members.headers == ("Column 1", "Column 2", "Column 3", "Column 4")
    assert [row.number for row in members.rows] == [1, 2]


def test_what_the_officer_says_wins(tmp_path: Path) -> None:
    path = write(tmp_path, "Name;Town\nRufname;Ort\nJürgen;Köln\n", "cp1252")
    members = read_list(path, encoding="cp1252", delimiter=";", header_row=2)
    assert members.headers == ("Rufname", "Ort")
    for encoding in ("klingon", "utf-8", "hex", "idna\0"):
        with pytest.raises(Problem, match="encoding"):
            read_list(path, encoding=encoding)
    with pytest.raises(Problem, match="separate"):
        read_list(path, delimiter="ab")
    with pytest.raises(Problem, match="nothing in row 9"):
        read_list(path, header_row=9)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "no text"),
        (b"BEGIN:VCALENDAR\nVERSION:2.0\n", "iCalendar"),
        (b"<html><table>", "HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04garbage", "no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1garbage", "no workbook"),
    ],
)
def test_files_that_are_no_lists(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(Problem, match=words) as caught:
        read_list(path)
    assert caught.value.hint


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no file"):
        read_list(tmp_path / "missing.csv")
    with pytest.raises(Problem, match="is a folder"):
        read_list(tmp_path)


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    text, encoding = decode(("Müller;Groß;Åse;Øystein;Zoë;Čapek;" * 3).encode() + b"\xff")
    assert encoding == "utf-8"
    assert text.startswith("Müller;Groß")


def test_letters_that_cannot_be_read_are_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("\ufeffName;Ort\nMüller;Köln\n".encode() + b"Gro\xdf;Bonn\n")
    members = read_list(path)
    assert [row.cells[1] for row in members.rows] == ["Köln", "Bonn"]
    assert "1 letter can't be read" in members.remarks[0].text


@given(st.binary(max_size=300))
def test_decoding_never_fails_in_other_ways(data: bytes) -> None:
    try:
        text, _encoding = decode(data)
    except Problem:
        return
    list(cut_rows(text_lines(text), ","))


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Cn", "Co")), max_size=12)


@settings(deadline=None)
@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("round") / "x.csv"
    write_csv(path, ["Name", "Town"], rows)
    members = read_list(path, header_row=1)
    assert len(members.malformed) == 0
    assert len(members.rows) == sum(
        bool(a.strip() or b.strip()) and not (a.lstrip().startswith("#") and not b.strip()) for a, b in rows
    )
