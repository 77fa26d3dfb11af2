"""How this computer's printer is fitted to each paper: kept in its settings, not in the club."""

from clubdesk.documents.content import Printed
from clubdesk.documents.fitting import Shift, checked_shift, shifted
from clubdesk.services.today import today
from clubdesk.settings import Settings

NO_SHIFT = Shift()
_KEY = "fit."  # in Settings.window, followed by the name of the paper


def kept_shift(settings: Settings, paper: str) -> Shift:
    """How far pages of this paper are moved when they are printed."""
    try:
        right, down = (float(part) for part in settings.window.get(f"{_KEY}{paper}", "").split())
        return checked_shift(right, down)
    except ValueError:
        return Shift()  # nothing was kept


def keep_shift(settings: Settings, paper: str, shift: Shift) -> None:
    settings.window[f"{_KEY}{paper}"] = f"{shift.right:g} {shift.down:g}"


def fitted(settings: Settings, paper: str, pdf: bytes) -> bytes:
    """The PDF as this computer's printer needs it to meet the paper."""
    return shifted(pdf, kept_shift(settings, paper)) if paper else pdf


def print_test_page(paper: str, *, shift: Shift = NO_SHIFT) -> Printed:
    """The test page of a paper, moved as its pages would be."""
    from clubdesk.documents.fitting import print_test_page as print_page

    printed = print_page(paper, date=today())
    return Printed(shifted(printed.data, shift), printed.pages)
