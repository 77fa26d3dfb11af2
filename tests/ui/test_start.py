"""The window is painted before anything heavy is loaded."""

import subprocess
import sys

HEAVY = (
    "alembic", "openpyxl", "psycopg", "pypdfium2", "python_calamine", "reportlab", "segno",
    "sqlalchemy", "sqlcipher3", "xlsxwriter",
)  # fmt: skip
START = """
import sys
from PySide6.QtWidgets import QApplication
from clubdesk import app, settings
application = QApplication([])
window = app.build(application, settings.Settings(theme="light"))
window.show()
application.processEvents()
window.grab()
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
window.close()
"""


def test_nothing_heavy_is_loaded_at_first_paint() -> None:
    run = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(run.stdout.split())
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)
