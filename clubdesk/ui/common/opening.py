"""Open and make clubs. What is heavy is imported here, in the worker, once the window has been painted."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace
    from clubdesk.ui.common.wishes import ImportList

SUFFIX = ".clubdesk"


def open_club(address: str, *, officer: str) -> "Workspace":
    from clubdesk.services.workspace import Workspace

    return Workspace.open(address, officer=officer)


def new_club(name: str, *, officer: str) -> "Workspace":
    """A new, empty club in the place where clubs live."""
    from clubdesk.services import clubs

    place = clubs.default_place(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    return clubs.create_club(place, name=name, officer=officer)


def club_name(workspace: "Workspace") -> str:
    from clubdesk.services import clubs

    return workspace.read(clubs.club_settings).name


def empty_bin(workspace: "Workspace") -> None:
    """Erase who was deleted longer ago than the bin keeps people."""
    from clubdesk.services.members.erasing import empty_old_bin

    empty_old_bin(workspace)


def short_address(address: str) -> str:
    """A club's address as a list shows it: the name of the file without its folder."""
    return Path(address).stem if address.endswith(SUFFIX) else address


def is_gone(address: str) -> bool:
    """Whether that was a file, and it is no more."""
    return address.endswith(SUFFIX) and not Path(address).exists()


def list_to_import(file: Path) -> "ImportList":
    """What the import page is asked for when a list was dropped or chosen."""
    from clubdesk.ui.common.wishes import ImportList

    return ImportList(file)


def sample_club(*, officer: str) -> "Workspace":
    """A club of made-up people to look around in."""
    from clubdesk.services.sample import open_sample

    return open_sample(officer)
