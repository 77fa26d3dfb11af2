"""What can go wrong that an officer can act on. Everything else is a bug and keeps its traceback."""


class Problem(Exception):
    """Something the officer can understand and mend.

    `message` says what happened and why, `hint` what to do about it; both are whole, translated sentences.
    The window shows them in the page, the command line prints them and exits with 1.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Conflict(Problem):
    """Somebody else changed the same thing meanwhile."""


class Damaged(Problem):
    """A file is not what its name says: truncated, overwritten or of another program."""


class TooNew(Problem):
    """The club file was written by a newer clubdesk."""


class Cancelled(Exception):
    """The officer pressed Cancel; whatever was under way is rolled back."""
