"""What became of a stack, in a line. No Qt here."""

from clubdesk.i18n import _, ngettext
from clubdesk.services.letters import StackResult

MOST = 3  # files that are named


def recorded(found: StackResult) -> str:
    if not found.recorded:
        return _("Nothing was recorded.")
    return ngettext("{count} reply recorded.", "{count} replies recorded.", found.recorded)


def told(found: StackResult) -> str:
    """38 replies recorded. 1 recorded before. 2 to look at. scan.txt can't be read ..."""
    parts = [recorded(found)]
    if before := found.count("already-recorded"):
        parts.append(ngettext("{count} recorded before.", "{count} recorded before.", before))
    if doubtful := found.count("doubtful"):
        parts.append(ngettext("{count} to look at.", "{count} to look at.", doubtful))
    if found.unread:
        parts.append(
            ngettext("{count} page without a code.", "{count} pages without a code.", len(found.unread))
        )
    refused = [slip for slip in found.slips if slip.result in ("expired", "unknown-code")]
    parts += [f"{slip.name or slip.code}: {slip.message}" for slip in refused[:MOST]]
    if len(refused) > MOST:
        parts.append(_("And {count} more like these.").format(count=len(refused) - MOST))
    parts += [reason for _file, reason in found.problems[:MOST]]
    if found.stopped:
        parts.append(_("Cancelled: the pages read until then count."))
    return " ".join(parts)
