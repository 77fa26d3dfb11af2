"""A roster against ReportLab's own Table, and whether time grows with the rows only.

Targets: at 5,000 rows at least 4 times as fast as one Table; a row of 50,000 costs what one of 5,000 does.
Run: python -m benchmarks.rosters
"""

import datetime as dt
import time
from collections.abc import Callable
from io import BytesIO

from clubdesk import paths
from clubdesk.documents.tables import Column, ListHead, print_table

Rows = list[tuple[str, ...]]
NAMES = ("Anna Großmüller", "Bjørn Ødegård", "Lukas Wagner", "王小明", "José Núñez", "Mia Schäfer")
COLUMNS = (("Name", 5), ("Member", 2), ("Vehicle", 3.3), ("Plate", 2.2), ("Group", 2.5))


def rows(count: int) -> Rows:
    return [
        (f"{NAMES[n % len(NAMES)]} {n}", str(1000 + n), "Model 3 Performance", f"M-XY {n}", "Novice")
        for n in range(count)
    ]


def ours(lines: Rows) -> bytes:
    head = ListHead(title="Roster", date=dt.date(2026, 11, 27), club="Owners Club Bavaria")
    return print_table([Column(title=title, share=share) for title, share in COLUMNS], lines, head=head).data


def table(lines: Rows) -> bytes:
    """As ReportLab's guide shows it: one Table over all pages, its head repeated."""
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

    pdfmetrics.registerFont(ttfonts.TTFont("Body", str(paths.resources() / "fonts" / "NotoSans-Regular.ttf")))
    made = Table([[title for title, _share in COLUMNS], *lines], repeatRows=1)
    made.setStyle(
        TableStyle([("FONT", (0, 0), (-1, -1), "Body", 9), ("LINEBELOW", (0, 0), (-1, -1), 0.3, "grey")])
    )
    out = BytesIO()
    SimpleDocTemplate(out).build([made])
    return out.getvalue()


def seconds(way: Callable[[Rows], bytes], lines: Rows) -> float:
    start = time.process_time()
    way(lines)
    return time.process_time() - start


def main() -> None:
    few, many = rows(5_000), rows(50_000)
    ours(few[:50])  # fonts and words are read once
    small, theirs, large = seconds(ours, few), seconds(table, few), seconds(ours, many)
    print(f"5,000 rows: {theirs / small:.1f} times as fast as one Table (target 4)")
    print(f"50,000 rows: a row costs {large / small / 10:.2f} of one among 5,000 (target 1)")


if __name__ == "__main__":
    main()
