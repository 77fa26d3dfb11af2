"""The fields a column can be mapped to, with the words officers see for them."""

from clubdesk.i18n import N_

FIELDS = {
    "number": N_("member number"),
    "title": N_("title"),
    "given": N_("given name"),
    "given2": N_("second given name"),
    "prefix": N_("prefix of the surname"),
    "surname": N_("surname"),
    "surname2": N_("second surname"),
    "native_name": N_("name in own script"),
    "name": N_("whole name"),
    "printed_name": N_("name as printed"),
    "language": N_("language"),
    "birth": N_("date of birth"),
    "birth_day": N_("day of birth"),
    "birth_month": N_("month of birth"),
    "birth_year": N_("year of birth"),
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "mobile": N_("mobile phone"),
    "street": N_("street"),
    "street2": N_("address, second line"),
    "postcode": N_("post code"),
    "city": N_("town"),
    "region": N_("region"),
    "country": N_("country"),
    "chapter": N_("chapter"),
    "membership_kind": N_("kind of membership"),
    "joined": N_("joined on"),
    "left": N_("left on"),
    "make": N_("make of the car"),
    "model": N_("model of the car"),
    "variant": N_("variant of the car"),
    "year": N_("model year"),
    "colour": N_("colour of the car"),
    "plate": N_("number plate"),
    "vin": N_("vehicle identification number"),
    "household": N_("household"),
    "tags": N_("tags"),
    "notes": N_("notes"),
}
ADDRESS = ("street", "street2", "postcode", "city", "region", "country")
NAMES = ("name", "given", "surname", "printed_name", "native_name")
DATES = ("birth", "joined", "left")
