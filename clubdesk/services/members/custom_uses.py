"""Where the club's own fields are used by name: saved lists and letters. Renaming one mends them."""

import re
from collections.abc import Callable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, _
from clubdesk.model.conditions import Condition, Group, Node, parse, write
from clubdesk.model.lists import SavedList
from clubdesk.model.templates import OwnTemplate
from clubdesk.services.conditions import conditions_in
from clubdesk.services.templates import TEMPLATE_KINDS

WHERE = "where"  # the conditions in what a list keeps of its search


def uses_of(session: Session, key: str) -> list[str]:
    """The lists and templates that name a field, as an officer calls them."""
    listed = [_("the list “{name}”").format(name=one.name) for one, _node in _lists_with(session, key)]
    return listed + [
        _("“{template}” in {language}").format(
            template=_(TEMPLATE_KINDS.get(one.kind, one.kind)), language=_(LANGUAGES[one.language])
        )
        for one in _templates_with(session, key)
    ]


def rename_in_uses(session: Session, before: str, after: str) -> None:
    """Let lists and templates call a field by its new key."""
    for one, node in _lists_with(session, before):
        one.search = one.search | {WHERE: write(_renamed(node, before, after))}
    for template in _templates_with(session, before):
        template.text = _merged(before).sub(lambda found: found[0].replace(before, after), template.text)


def _lists_with(session: Session, key: str) -> Iterator[tuple[SavedList, Node]]:
    for one in session.scalars(select(SavedList).order_by(SavedList.position)):
        try:
            node = parse(one.search[WHERE]) if one.search.get(WHERE) else None
        except Problem:  # told when the list is opened
            continue
        if node and any(condition.field == key for condition in conditions_in(node)):
            yield one, node


def _renamed(node: Node, before: str, after: str) -> Node:
    if isinstance(node, Group):
        return Group(node.mode, tuple(_renamed(part, before, after) for part in node.parts))
    return Condition(after, node.op, node.values) if node.field == before else node


def _templates_with(session: Session, key: str) -> list[OwnTemplate]:
    names: Callable[[str], object] = _merged(key).search
    rows = session.scalars(select(OwnTemplate).order_by(OwnTemplate.kind, OwnTemplate.language))
    return [row for row in rows if names(row.text)]


def _merged(key: str) -> re.Pattern[str]:
    return re.compile(rf"\{{(?:if (?:not )?)?{re.escape(key)}\}}")
