"""Fit papers to the printer: `clubdesk letters testpage`, and --dx and --dy of what is printed."""

from typing import Annotated

import typer

from clubdesk import settings
from clubdesk.cli.files import new_file
from clubdesk.cli.options import Dx, Dy, Json, Out
from clubdesk.cli.output import print_json, say
from clubdesk.documents.fitting import Shift, checked_shift, shifted
from clubdesk.i18n import _
from clubdesk.services.fitting import kept_shift, print_test_page


def fit(pdf: bytes, paper: str, dx: float | None, dy: float | None) -> bytes:
    """The PDF moved as wished, else as the printer of this computer is fitted to this paper."""
    return shifted(pdf, wanted_shift(paper, dx, dy))


def wanted_shift(paper: str, dx: float | None, dy: float | None) -> Shift:
    kept = kept_shift(settings.load(), paper)
    return checked_shift(kept.right if dx is None else dx, kept.down if dy is None else dy)


def test_page(
    out: Out,
    paper: Annotated[
        str, typer.Option("--paper", metavar="P", help="A letter layout, or a sheet of `clubdesk sheets`.")
    ] = "din-b",
    dx: Dx = None,
    dy: Dy = None,
    as_json: Json = False,
) -> None:
    """Print a page with rulers, to measure how far the printer is off."""
    shift = wanted_shift(paper, dx, dy)
    with new_file(out) as file:
        file.write(print_test_page(paper, shift=shift).data)
    if as_json:
        print_json({"paper": paper, "dx": shift.right, "dy": shift.down})
    else:
        say(_("Measure it, and give the differences as --dx and --dy: {file}").format(file=out))
