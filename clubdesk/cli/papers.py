"""What a command says of paper it made: who is left out, and what to look at before it leaves the house."""

from collections.abc import Sequence

from clubdesk.cli.output import say, show_table
from clubdesk.documents.content import Finding
from clubdesk.i18n import _, ngettext
from clubdesk.services.letters import LeftOut


def show_left_out(left_out: Sequence[LeftOut]) -> None:
    """Who gets none of what was made, and why."""
    if left_out:
        say(ngettext("One person is left out:", "{count} people are left out:", len(left_out)))
        show_table((_("Name"), _("Reason")), [(who.name, who.reason) for who in left_out])


def show_findings(findings: Sequence[Finding]) -> None:
    """What is wrong on the pages."""
    if findings:
        say(ngettext("Look at one place first:", "Look at {count} places first:", len(findings)))
        headers = (_("Name"), _("Place"), _("What is wrong"))
        show_table(headers, [(f.name, f.place, f.text) for f in findings])
