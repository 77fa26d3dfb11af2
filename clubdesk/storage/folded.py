"""Compare text in the database as people read it: without case and accents."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

_ACCENTS = "áàâãäåāăąçćčďéèêëēęěíìîïīľĺñńňóòôõöøőōŕřśšşťúùûüůűūýÿźžżłđð"
_LETTERS = "aaaaaaaaacccdeeeeeeeiiiiillnnnoooooooorrssstuuuuuuuyyzzzldd"


class folded(GenericFunction[str]):  # noqa: N801 - as SQL has it
    """In a club file our own function; on a server its plain functions, for the letters of Europe."""

    type = String()
    inherit_cache = True


@compiles(folded, "postgresql")
def _on_server(element: Any, compiler: Any, **kwargs: Any) -> str:
    text = f"lower({compiler.process(element.clauses, **kwargs)})"
    for letter, spelled in (("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th")):
        text = f"replace({text}, '{letter}', '{spelled}')"
    return f"translate({text}, '{_ACCENTS}', '{_LETTERS}')"
