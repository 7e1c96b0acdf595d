"""Make `src/tieline/model/countries.json` from the CLDR names in babel and from `countries_additions.json`.

Run it after an edit of the additions: `python tools/build_countries.py`. The result depends on those two alone, so the
file is the same wherever it is made. What contradicts itself stops the run: a code of two countries, a name of two
countries that the additions do not list under "shared".

The additions hold, by hand:

- `countries`: what CLDR lacks, and whole rows for dissolved states, organisations and areas of statistics. The first
  official name, capital and adjective are the ones to show. `name` overrides the English name of CLDR.
- `codes`: other codes in use (Comtrade's numbers, withdrawn ISO codes, those of WITS and Eurostat).
- `shared`: names of several countries, by use. `persons`: names that people and other places bear too.
- `decoys`: phrases in which a country's name means no country. `keep_accents`: not spelled without them.
- `members`: the day of joining, and the last day of those that left; of a fixed composition, as statistics offices make
  them, the day on which it was that of the organisation (`of`, `on`).
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import babel
from babel.core import get_global

HERE = Path(__file__).resolve().parent
ADDITIONS = HERE / "countries_additions.json"
TARGET = HERE.parent / "src" / "tieline" / "model" / "countries.json"

NO_ISO_TERRITORY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})
"""Codes that CLDR names and ISO 3166-1 has not officially assigned."""

USES = {
    "names": "name",
    "official": "official",
    "abbreviations": "abbreviation",
    "adjectives": "adjective",
    "demonyms": "demonym",
    "capitals": "capital",
    "seats": "seat",
    "cities": "city",
}

Row = dict[str, Any]


class BuildError(Exception):
    """The additions contradict themselves or CLDR."""


def build() -> Row:
    """The tables, ready to be written; raises BuildError for what contradicts itself."""
    additions = json.loads(ADDITIONS.read_text(encoding="utf-8"))
    extra: dict[str, Row] = additions["countries"]
    codes = {_numeric(code): target for code, target in additions["codes"].items()}
    rows: dict[str, Row] = {}
    for iso2, (iso3, m49, name) in _cldr(codes, extra).items():
        rows[iso3] = _row(extra.get(iso3, {}), iso2, m49, name, additions["keep_accents"])
    for code, row in extra.items():
        if code not in rows:
            rows[code] = _row(row, row.get("iso2"), row.get("m49"), None, additions["keep_accents"])
    for code, row in rows.items():
        for alias in (row.get("iso2"), row.get("m49")):
            if alias and codes.setdefault(alias, code) != code:
                raise BuildError(f"{alias} is a code of {codes[alias]} and of {code}")
    tables = {
        "source": f"CLDR in babel {babel.__version__} and tools/countries_additions.json",
        "countries": rows,
        "codes": codes,
        "shared": {
            use: {form: sorted(owners) for given, owners in forms.items() for form in _spellings(given, [])}
            for use, forms in additions["shared"].items()
        },
        "members": additions["members"],
        "persons": additions["persons"],
        "decoys": additions["decoys"],
    }
    _check(tables)
    return tables


def dump(tables: Row) -> str:
    """JSON with one country, code list or word list a line, so that a change is one line of a diff."""
    lines = []
    for key, value in tables.items():
        if key in {"countries", "members", "shared"}:
            inner = ",\n".join(f"{_json(name)}:{_json(value[name])}" for name in sorted(value))
            lines.append(f"{_json(key)}:{{\n{inner}\n}}")
        else:
            lines.append(f"{_json(key)}:{_json(dict(sorted(value.items())) if isinstance(value, dict) else value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _numeric(code: str) -> str:
    return code.zfill(3) if code.isdigit() else code


def _cldr(codes: dict[str, str], extra: dict[str, Row]) -> dict[str, tuple[str, str, str]]:
    """ISO 3166-1 as CLDR has it: alpha-2 to alpha-3, M49 and English name."""
    names = {
        code: name
        for code, name in babel.Locale("en").territories.items()
        if not code.isdigit() and code not in NO_ISO_TERRITORY
    }
    found: dict[str, list[str]] = defaultdict(list)
    for alias, targets in get_global("territory_aliases").items():
        old = alias in codes or extra.get(alias, {}).get("kind") == "dissolved"
        if len(alias) == 3 and len(targets) == 1 and targets[0] in names and not old:
            found[targets[0]].append(alias)
    table = {}
    for iso2, aliases in found.items():
        letters = [alias for alias in aliases if alias.isalpha()]
        digits = [alias for alias in aliases if alias.isdigit()]
        if len(letters) != 1 or len(digits) != 1:
            raise BuildError(f"{iso2} has the codes {aliases}: list the withdrawn ones under codes")
        table[iso2] = (letters[0], digits[0], names[iso2])
    if len(table) != len(names):
        raise BuildError(f"no alpha-3 for {sorted(set(names) - set(table))}")
    return dict(sorted(table.items()))


def _row(extra: Row, iso2: str | None, m49: str | None, cldr: str | None, keep: list[str]) -> Row:
    """One country: its facts, then its names by use. Empty fields are left out."""
    name = extra.get("name") or cldr
    spoken = [name, cldr] if cldr and "(" not in cldr and " - " not in cldr and "SAR" not in cldr else [name]
    forms = {**{key: extra.get(key, []) for key in USES}, "names": [*spoken, *extra.get("names", [])]}
    seen: set[str] = set()
    names = {}
    for key, use in USES.items():
        found = dict.fromkeys(spelling for form in forms[key] for spelling in _spellings(form, keep))
        names[use] = [form for form in found if form not in seen]
        seen |= found.keys()
    row = {
        "name": name,
        "kind": extra.get("kind", "state"),
        "iso2": iso2,
        "m49": m49,
        "from": extra.get("valid_from"),
        "to": extra.get("valid_to"),
        "successor": extra.get("successor"),
        "official": next(iter(extra.get("official", [])), None),
        "capital": next(iter(extra.get("capitals", [])), None),
        "adjective": next(iter(extra.get("adjectives", [])), None),
        "article": extra.get("article"),
        "names": {use: found for use, found in names.items() if found},
    }
    return {key: value for key, value in row.items() if value}


def _spellings(form: str, keep: list[str]) -> list[str]:
    """A name as given, and as other desks spell it: without accents, St. or Saint, & or and, -ization or -isation."""
    forms = [form.replace("’", "'")]
    for old, new in (("&", "and"), ("St. ", "Saint "), ("St. ", "St "), ("ization", "isation")):
        forms += [each.replace(old, new) for each in forms if old in each]
    if form not in keep:
        forms += [plain for each in forms if (plain := _plain(each)) != each]
    return forms


def _plain(text: str) -> str:
    """Without accents: Malmö, Malmo."""
    letters = text.translate(str.maketrans("øØłŁđĐıİ", "oOlLdDiI"))
    return "".join(each for each in unicodedata.normalize("NFD", letters) if not unicodedata.combining(each))


def _check(tables: Row) -> None:
    """Hold the references and the names; raises BuildError."""
    rows = tables["countries"]
    named = {*tables["codes"].values(), *(row["successor"] for row in rows.values() if "successor" in row)}
    named |= {code for shared in tables["shared"].values() for each in shared.values() for code in each}
    for table in tables["members"].values():
        named |= {code for joined in table.get("joined", {}).values() for code in joined} | set(
            table.get("last_day", {})
        )
        named |= {table["of"]} if "of" in table else set()
    if unknown := (named | set(tables["members"])) - set(rows):
        raise BuildError(f"no such country: {sorted(unknown)}")
    shared = {form for forms in tables["shared"].values() for form in forms}
    owners: dict[str, set[str]] = defaultdict(set)
    for code, row in rows.items():
        for form in (form for forms in row["names"].values() for form in forms):
            owners[form.casefold()].add(code)
            if form != form.strip() or not form:
                raise BuildError(f"blanks around {form!r} of {code}")
    shared = {form.casefold() for form in shared}
    for form, codes in sorted(owners.items()):
        living = [code for code in codes if "to" not in rows[code]]
        if len(living) > 1 and form not in shared:
            raise BuildError(f"{form!r} is a name of {sorted(living)}: list it under shared, or drop it")
    written = {form for row in rows.values() for forms in row["names"].values() for form in forms}
    written |= {form for forms in tables["shared"].values() for form in forms}
    if stray := set(tables["persons"]) - written:
        raise BuildError(f"listed under persons, but no name of a country: {sorted(stray)}")
    if both := set(tables["decoys"]) & written:
        raise BuildError(f"listed under decoys, but a name of a country: {sorted(both)}")


def main() -> None:
    """Write the tables and say how big they are."""
    text = dump(build())
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(text.encode()) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
