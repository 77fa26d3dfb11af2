"""The window is painted before anything heavy is loaded."""

import os
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "alembic", "asyncio", "babel", "filelock", "openpyxl", "psycopg", "pypdfium2", "python_calamine",
    "reportlab", "segno", "socket", "sqlalchemy", "sqlcipher3", "tomli_w", "typer", "xlsxwriter",
)  # fmt: skip
LATER = {f"clubdesk.ui.common.{name}" for name in ("desk", "fields", "page", "report", "table_view")}
FURNISHED = {"clubdesk.ui.main_window", "clubdesk.ui.common.icons"}
START = """
import sys
from clubdesk import app
furnish = app._furnish
def tell(*args):
    print(" ".join(sys.modules))
    furnish(*args)
app._furnish = tell
application, frame = app.start()
while frame.centralWidget() is None:
    application.processEvents()
frame.grab()
print(" ".join(sys.modules))
frame.close()
"""


def test_nothing_heavy_is_loaded_at_first_paint(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", START],
        capture_output=True, text=True, timeout=60, check=True,
        env=os.environ | dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(tmp_path)),
    )  # fmt: skip
    painted, furnished = (set(line.split()) for line in run.stdout.splitlines())
    assert "PySide6" in painted
    assert painted.isdisjoint(FURNISHED)
    assert furnished > FURNISHED
    assert {name.partition(".")[0] for name in furnished}.isdisjoint(HEAVY)
    assert furnished.isdisjoint(LATER)
