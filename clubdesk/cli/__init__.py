"""The command line: the same services as the window's, for scripts and for officers of many clubs.

    program.py   finds the command; its module is imported only when it runs
    options.py   what many commands take, output.py what they say, working.py how they take time

All other files hold the commands of one feature. docs/cli.md tells their words and the keys of --json.
"""

from clubdesk.cli.program import main

__all__ = ["main"]
