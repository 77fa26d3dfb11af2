"""The window is painted before anything heavy is loaded."""

import subprocess
import sys

HEAVY = (
    "alembic", "asyncio", "babel", "filelock", "openpyxl", "psycopg", "pypdfium2", "python_calamine",
    "reportlab", "segno", "socket", "sqlalchemy", "sqlcipher3", "tomli_w", "typer", "xlsxwriter",
)  # fmt: skip
LATER = {f"clubdesk.ui.common.{name}" for name in ("desk", "fields", "page", "report", "table_view")}
START = """
import sys
from PySide6.QtWidgets import QApplication
from clubdesk import app, settings
application = QApplication([])
window = app.build(application, settings.Settings(theme="light"))
window.leave_club()
window.show()
application.processEvents()
window.grab()
print(" ".join(sys.modules))
window.close()
"""


def test_nothing_heavy_is_loaded_at_first_paint() -> None:
    run = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(run.stdout.split())
    assert "PySide6" in loaded
    assert {name.partition(".")[0] for name in loaded}.isdisjoint(HEAVY)
    assert loaded.isdisjoint(LATER)
