"""Reads a tagged PDF as a screen reader does, and checks it as an archive does."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pikepdf

PROGRAMS = ("qpdf", "pdftotext", "pdftoppm")


def failures(data: bytes, *profiles: str) -> list[str]:
    """What is wrong by PDF/A-2u and PDF/UA-1, or by other profiles."""
    limits = page.SafetyLimits(max_reference_depth=100_000)
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in profiles or ("2u", "ua1")
        for failure in page.validate_pdf_bytes(data, profile=profile, limits=limits).failures
    ]


def complaints(data: bytes, folder: Path) -> list[str]:
    """What the programs of a reader say of a file; those that aren't installed are silent."""
    file = folder / "x.pdf"
    file.write_bytes(data)
    said = []
    for program, arguments in (("qpdf", ["--check"]), ("pdftotext", []), ("pdftoppm", ["-r", "30"])):
        if shutil.which(program):
            target = [] if program == "qpdf" else [str(folder / program)]
            run = subprocess.run([program, *arguments, str(file), *target], capture_output=True, text=True)
            said += [run.stderr] if run.stderr or run.returncode else []
    return said


class Heard:
    """The elements of a tagged file in their order: tag, text or alternative, language."""

    def __init__(self, data: bytes) -> None:
        self.file = pikepdf.open(BytesIO(data))
        self._texts = [_marked(sheet) for sheet in self.file.pages]
        self._pages = {sheet.obj.objgen: number for number, sheet in enumerate(self.file.pages)}
        self.parts: list[tuple[str, str]] = []
        self.languages: list[str] = []
        self._hear(self.file.Root.StructTreeRoot.K)

    def texts(self, *tags: str) -> list[str]:
        return [text for tag, text in self.parts if not tags or tag in tags]

    def _hear(self, element: Any) -> None:
        said = str(element.get("/Alt", ""))
        if "/Lang" in element:
            self.languages.append(str(element.Lang))
        place = len(self.parts)
        self.parts.append((str(element.S)[1:], ""))
        for kid in element.get("/K", []) if isinstance(element.get("/K"), pikepdf.Array) else []:
            if isinstance(kid, int):
                said += self._texts[self._pages[element.Pg.objgen]].get(kid, "")
            elif "/MCID" in kid:
                said += self._texts[self._pages[kid.Pg.objgen]].get(int(kid.MCID), "")
            else:
                self._hear(kid)
        self.parts[place] = (self.parts[place][0], said)


def _marked(sheet: Any) -> dict[int, str]:
    """The text of each piece of marked content of a page."""
    meanings = {str(name): _meanings(font) for name, font in sheet.Resources.Font.items()}
    open_marks: list[tuple[int, bool]] = []  # number or -1, whether it says what it means itself
    font, found = "", dict[int, str]()
    for step in pikepdf.parse_content_stream(sheet):
        operands, name = step.operands, str(step.operator)
        if name in ("BDC", "BMC"):
            about = operands[1] if name == "BDC" else {}
            number = int(about.get("/MCID", -1)) if about else -1
            actual = str(about.get("/ActualText", "")) if about else ""
            inside = next((mark for mark, _ in reversed(open_marks) if mark >= 0), -1)
            if actual:
                found[inside] = found.get(inside, "") + actual
            open_marks.append((number, bool(actual)))
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in ("Tj", "TJ"):
            inside = next((mark for mark, _ in reversed(open_marks) if mark >= 0), -1)
            if inside < 0 or any(actual for _, actual in open_marks):
                continue
            strings = [operands[0]] if name == "Tj" else operands[0]
            shown = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
            found[inside] = found.get(inside, "") + _read(shown, meanings[font])
    return found


def _meanings(font: Any) -> dict[bytes, str]:
    said = font.ToUnicode.read_bytes().decode()
    body = said[said.index("endcodespacerange") :]
    pairs = re.findall(r"<([0-9a-fA-F]+)> *<([0-9a-fA-F]+)>", body)
    return {bytes.fromhex(code): bytes.fromhex(meant).decode("utf-16-be") for code, meant in pairs}


def _read(shown: bytes, meanings: dict[bytes, str]) -> str:
    size = len(next(iter(meanings)))
    return "".join(meanings[shown[at : at + size]] for at in range(0, len(shown), size))
