"""What day it is where the officer sits."""

import datetime as dt


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()
