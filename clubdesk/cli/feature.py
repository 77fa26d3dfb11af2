"""How every module of the command line makes its commands; light, so that the window starts quickly."""

import typer


def feature(help_text: str = "") -> typer.Typer:
    """A module's commands; `help_text` makes them a group: clubdesk letters print."""
    return typer.Typer(
        help=help_text or None,
        no_args_is_help=bool(help_text),
        add_completion=False,
        rich_markup_mode=None,
    )
