"""Start to first paint against a bare QMainWindow. Run: python -m benchmarks.start [ROUNDS]"""

import os
import statistics
import subprocess
import sys
import time

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
"""
OURS = """
from PySide6.QtWidgets import QApplication
from clubdesk import app, settings
application = QApplication([])
window = app.build(application, settings.Settings(theme="light"))
"""
SHOW = """
window.resize(1280, 760)
window.show()
application.processEvents()
window.close()
"""


def seconds(script: str) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script + SHOW], check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    )
    return time.perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    seconds(OURS)  # the first run reads everything from the disk
    bare = statistics.median(seconds(BARE) for _ in range(rounds))
    ours = statistics.median(seconds(OURS) for _ in range(rounds))
    print(f"bare {bare * 1000:.0f} ms, clubdesk {ours * 1000:.0f} ms, {ours / bare:.1f} times")


if __name__ == "__main__":
    main()
