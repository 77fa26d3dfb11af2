"""clubdesk: the desktop program with which the officers of owners clubs run their club.

    __main__ -> cli -> app -> ui -> services -> storage | documents -> model -> settings logs -> i18n
                words  wires  Qt    what an     keeps it  prints it   what a    used by all above
                       it           officer can                       club is   -> errors paths

Read ``->`` as "may use". A lower layer never knows a higher one; ``storage`` and ``documents`` don't know
each other. A feature has the same name in every layer: ``model/letters.py``, ``services/letters/``,
``documents/letters.py``, ``ui/letters/``, ``cli/letters.py``.
"""

__version__ = "0.1.0"
