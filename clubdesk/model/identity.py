"""Row ids: 63-bit integers, ordered by time and unique across laptops without asking anyone.

42 bits of milliseconds, 14 bits drawn once per process, 7 bits of counter. They are SQLite rowids and
PostgreSQL bigints, and let two copies of a club be merged.
"""

import datetime as dt
import secrets
import threading
import time

_PROCESS = secrets.randbits(14)
_EPOCH_MS = 1_577_836_800_000  # 2020-01-01 UTC: 42 bits last until 2159
_lock = threading.Lock()
_last_tick = 0


def new_ids(count: int) -> list[int]:
    """`count` new ids in ascending order."""
    global _last_tick
    with _lock:
        first = max(_last_tick + 1, (time.time_ns() // 1_000_000 - _EPOCH_MS) << 7)
        _last_tick = first + count - 1
    return [(tick >> 7) << 21 | _PROCESS << 7 | tick & 127 for tick in range(first, first + count)]


def new_id() -> int:
    return new_ids(1)[0]


def first_id_of(moment: dt.datetime) -> int:
    """The smallest id that can be made at or after that moment: rows can be asked for by when they came."""
    return max(0, round(moment.timestamp() * 1000) - _EPOCH_MS) << 21
