"""What a VIN tells: who made the car, of which model year it is, and whether it was perhaps mistyped.

The check digit is a North American rule that makers elsewhere don't follow, so it only warns where it is
law: for cars made in North America.
"""

from dataclasses import dataclass

from clubdesk.services.checks import VIN
from clubdesk.services.today import today

NORTH_AMERICA = "12345"  # the first symbol of a VIN
#: Makers as the library has them that no badge on a car says.
UNTOLD = ("General Motors", "Replica/Kit Makes", "AM")
#: Makers as the library has them -> as their cars say.
BADGES = {
    "Chevrolet USA": "Chevrolet",
    "DaimlerChrysler AG/Daimler AG": "Mercedes-Benz",
    "Fiat Automobiles": "Fiat",
    "Ford of Europe": "Ford",
    "Opel/Vauxhall": "Opel",
    "Renault Dacia": "Dacia",
    "Volkswagen Commercial Vehicles": "Volkswagen",
    "Volvo Trucks": "Volvo",
}
#: Makers outside North America whose tenth symbol is the model year there too.
TELLS_YEAR = ("LRW", "TMB", "TRU", "VSS", "WAU", "WUA", "WV", "XP7", "YS3", "YV")
#: Not in the library; Volkswagen group's cars of other factories.
MORE = {"AAV": "Volkswagen", "WUA": "Audi"}


@dataclass(frozen=True, slots=True)
class VinFacts:
    """What is known from a VIN alone; "" and None where it doesn't tell."""

    make: str
    year: int | None
    mistyped: bool  # the check digit of a North American VIN doesn't fit


def vin_facts(vin: str) -> VinFacts:
    """The facts of a VIN; nothing is known of what is no VIN."""
    if not VIN.fullmatch(vin):
        return VinFacts("", None, mistyped=False)
    american = vin[0] in NORTH_AMERICA
    return VinFacts(_maker(vin), _year(vin), mistyped=american and not _checks(vin))


def _maker(vin: str) -> str:
    from vininfo.dicts import WMI  # with its tables only where a VIN is looked at

    for code in (vin[:3], vin[:2]):
        if found := MORE.get(code) or WMI.get(code):
            maker = found if isinstance(found, str) else found.manufacturer
            return "" if maker in UNTOLD else BADGES.get(maker, str(maker))
    return ""


_YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789"  # from 1980, and from 2010 again


def _year(vin: str) -> int | None:
    """The model year, of the two it could be; None where the tenth symbol means something else.

    By the North American rule the seventh symbol decides: a letter since 2010. Else it is the later year
    that isn't still to come.
    """
    place = _YEARS.find(vin[9])
    by_rule = vin[0] in NORTH_AMERICA or _checks(vin)
    if place < 0 or not (by_rule or vin.startswith(TELLS_YEAR)):
        return None
    later, earlier = 2010 + place, 1980 + place
    is_later = later <= today().year + 1 and (vin[6].isalpha() or not by_rule)
    return later if is_later else earlier


_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = dict(
    zip(
        "0123456789ABCDEFGHJKLMNPRSTUVWXYZ",
        [*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)],
        strict=True,
    )
)


def _checks(vin: str) -> bool:
    total = sum(weight * _VALUES[symbol] for weight, symbol in zip(_WEIGHTS, vin, strict=True)) % 11
    return vin[8] == ("X" if total == 10 else str(total))
