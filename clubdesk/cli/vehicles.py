"""Vehicles: find, show and change them, and record that one is sold."""

import datetime as dt
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, On, open_club
from clubdesk.cli.output import print_json, print_json_list, say, show_table
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services.members import set_vehicle
from clubdesk.services.naming import find_person
from clubdesk.services.today import today
from clubdesk.services.vehicles import (
    VehicleCard,
    VehicleSearch,
    find_vehicle,
    find_vehicles,
    sell_vehicle,
    vehicle_card,
    vehicle_rows,
)
from clubdesk.services.workspace import Workspace

app = feature("Vehicles: find, show and change them; record that one is sold.")
Vehicle = Annotated[str, typer.Argument(metavar="VEHICLE", help="Its plate, VIN, the VIN's end, or id.")]


@app.command("list")
def list_vehicles(
    club: Club,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="QUERY", help="Words of model, owner, plate, VIN ...")
    ] = None,
    without_owner: Annotated[bool, typer.Option("--without-owner", help="Only those nobody owns.")] = False,
    as_json: Json = False,
) -> None:
    """Find vehicles: those that have every word, or all of them."""
    with open_club(club) as workspace:
        search = VehicleSearch(" ".join(query or ()), without_owner=without_owner)
        rows = workspace.read(vehicle_rows, workspace.read(find_vehicles, search))
    if as_json:
        print_json_list(rows)
        return
    headers = (_("Vehicle"), _("Year"), _("Plate"), _("VIN"), _("Owner"))
    show_table(headers, [(row.name, row.year, row.plate, row.vin, ", ".join(row.owners)) for row in rows])
    say(ngettext("{count} vehicle", "{count} vehicles", len(rows)) + ".")


@app.command()
def show(club: Club, vehicle: Vehicle, as_json: Json = False) -> None:
    """A vehicle, and who owned it when."""
    with open_club(club) as workspace:
        card = _card(workspace, vehicle)
    if as_json:
        print_json(
            {"vehicle": card.row, "history": card.history, "same_vin": [twin.id for twin in card.twins]}
        )
        return
    row = card.row
    say(" · ".join(filter(None, (row.name, str(row.year or ""), row.colour, row.plate, row.vin))))
    show_table(
        (_("Owner"), _("From"), _("Until")), [(owner.name, owner.start, owner.end) for owner in card.history]
    )
    if not card.owner:
        say(_("Nobody owns it now."))


@app.command("set")
def set_fields(
    club: Club,
    vehicle: Vehicle,
    make: Annotated[str | None, typer.Option(metavar="TEXT", help="Who made it.")] = None,
    model: Annotated[str | None, typer.Option(metavar="TEXT", help="Its model.")] = None,
    variant: Annotated[str | None, typer.Option(metavar="TEXT", help="Performance, Long Range ...")] = None,
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="Its model year.")] = None,
    colour: Annotated[str | None, typer.Option(metavar="TEXT", help="Its colour.")] = None,
    plate: Annotated[str | None, typer.Option(metavar="TEXT", help="Its plate.")] = None,
    vin: Annotated[str | None, typer.Option(metavar="VIN", help="17 letters and digits.")] = None,
    as_json: Json = False,
) -> None:
    """Change what is given of a vehicle; "" empties a field."""
    given = {"make": make, "model": model, "variant": variant, "year": year, "colour": colour, "plate": plate}
    values = {name: value for name, value in {**given, "vin": vin}.items() if value is not None}
    if not values:
        raise Problem(_("Nothing is to be changed."), _("Give --make, --model, --plate or another field."))
    with open_club(club) as workspace:
        found = workspace.read(find_vehicle, vehicle)
        workspace.do(set_vehicle, found, **values)
        card = workspace.read(vehicle_card, found)
    if as_json:
        print_json(card.row)
    else:
        say(_("{vehicle} is changed.").format(vehicle=card.row.name))


@app.command()
def sold(
    club: Club,
    vehicle: Vehicle,
    on: On = None,
    to: Annotated[
        str | None, typer.Option(metavar="PERSON", help="Who has it now: member number, name or id.")
    ] = None,
    new: Annotated[str, typer.Option(metavar="NAME", help="Who has it now, if not in the roster yet.")] = "",
    verify_anew: Annotated[
        bool, typer.Option("--verify-anew", help="End the seller's verification: they get a letter.")
    ] = False,
    as_json: Json = False,
) -> None:
    """The vehicle is sold: its owner of now is it no longer."""
    day: dt.date = on or today()
    with open_club(club) as workspace:
        card = _card(workspace, vehicle)
        if card.owner is None:
            raise Problem(_("Nobody owns {vehicle} now.").format(vehicle=card.row.name))
        buyer = workspace.read(find_person, to) if to else None
        sale = workspace.do(
            sell_vehicle,
            card.owner.ownership,
            on=day,
            new_owner=buyer,
            new_name=new,
            verify_anew=verify_anew,
        )
    if as_json:
        print_json(sale)
        return
    said = _("{name} sold {vehicle} on {day}.")
    say(said.format(name=card.owner.name, vehicle=card.row.name, day=window_texts().short_date(day)))
    if sale.verification_ended:
        say(_("{name} needs a new letter.").format(name=card.owner.name))


def _card(workspace: Workspace, text: str) -> VehicleCard:
    return workspace.read(vehicle_card, workspace.read(find_vehicle, text))
