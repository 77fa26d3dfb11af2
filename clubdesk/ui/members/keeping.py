"""Keep what was typed about one person, unless somebody else changed the same thing meanwhile."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.members import MemberCard, PeriodLine

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

ADDRESS = ("street", "street2", "postcode", "city", "region", "country")
MEMBERSHIP = ("chapter", "start", "end")


def current_period(card: MemberCard) -> PeriodLine | None:
    """The period of membership that is not over."""
    return next((period for period in card.memberships if not period.is_over), None)


def values_of(card: MemberCard) -> dict[str, Any]:
    """What the form shows of a person, by the names of its fields."""
    period = current_period(card)
    return {
        **card.values,
        **{name: card.address[name] for name in ADDRESS},
        "household": card.household,
        "chapter": period.chapter if period else "",
        "start": period.start if period else None,
        "end": period.end if period else None,
    }


def keep(workspace: "Workspace", shown: MemberCard, *, name: str, value: Any) -> None:
    """Set one field; Conflict when it isn't any more what `shown` says, Problem when it can't be right."""
    was = {name: values_of(shown)[name]}
    if name in ADDRESS:
        workspace.do_now(members.set_address, shown.id, was=was, **{name: value})
    elif name in MEMBERSHIP:
        _keep_membership(workspace, shown, {name: value})
    elif name == "household":
        workspace.do_now(members.set_person, shown.id, household=value)
    else:
        workspace.do_now(members.set_person, shown.id, was=was, **{name: value})


def _keep_membership(workspace: "Workspace", card: MemberCard, changed: Mapping[str, Any]) -> None:
    period = current_period(card)
    if period is None and "end" in changed:
        raise Problem(_("There is no membership that could end."), _("Give the day on which it began."))
    before: dict[str, Any] = {"chapter": ""}
    if period:
        before = {name: getattr(period, name) for name in (*MEMBERSHIP, "kind")}
    workspace.do_now(members.set_membership, card.id, **{**before, **changed})
