"""What officers see and press, in Qt. One folder per feature; what they share lies in common.

PySide reads the source of every module imported after it, to see whether it asks for other spellings of Qt's
names (`from __feature__ import snake_case`). Nobody here does, and that reading would take a tenth of the
time to the first paint and a fifth of that to the first rows. So imports go past it.
"""

import builtins

import PySide6.QtCore  # noqa: F401  (puts its inspection into the import)

setattr(builtins, "__import__", getattr(builtins, "__orig_import__", builtins.__import__))  # noqa: B010
