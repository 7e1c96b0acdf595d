"""The layouts of event files, told apart by their first line, and the SELECT that reads each.

A layout's query gives the file's texts under common names: `day`, `source`, `target` (a country by name or code),
`source_actor`, `target_actor`, `cameo`, `plover`, `mode`, `goldstein`, `number` (the publisher's own id), `place`, `url`.
Columns follow the publishers' documentation as far as it could be read here: ICEWS by its files; GDELT by its codebooks'
order of columns (58 in 1.0, 61 in 2.0); POLECAT and Phoenix by first lines and lists of columns that public programs quote from those
files (no file was at hand): POLECAT's 40 headings, the 26 columns of Phoenix' daily files, which have no headings, and the 25 headings of
the historical Phoenix files by newspaper. Days as 2018-01-01, countries parted by `;` and `None` for nothing are what those programs reckon with.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Literal

from tieline.model import lazy_re as re

GDELT_1, GDELT_2, PHOENIX = 58, 61, 26


@dataclass(frozen=True, slots=True)
class EventLayout:
    """A layout of events.

    Attributes:
        required: Headings that its first line has, in any order, without case; none for a file without headings.
        fields: Common name -> SQL over the file's columns, quoted as given; without headings they are `column00`, ...
        machine: Coded by a program.
        columns: How many columns a file without headings has.
        counts: Channel -> the column that has its value of a year.
        unit: What those values are.
        symmetric: A row stands for both directions.
        several: A cell may name several countries, parted by semicolons or bars: each of the one side with each of the other, or
            where the other side is empty, among themselves.
        begin: The first year that its publisher covers; 0 where that is not known.
        kind: What a row is: an act, values of a year, a country's vote, a roll call.
    """

    name: str
    about: str
    dataset: str
    required: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)
    machine: bool = True
    columns: tuple[int, ...] = ()
    counts: dict[str, str] = field(default_factory=dict)
    unit: str = "count"
    symmetric: bool = False
    several: bool = False
    begin: int = 0
    kind: Literal["acts", "counts", "votes", "calls"] = "acts"

    def lacking(self, headings: Collection[str]) -> dict[str, str]:
        """The fields whose column a file has not, each with the first heading that is missing.

        >>> layout_named("icews-named").lacking(["date", "source", "target", "cameo", "source_country", "target_country"])
        {'goldstein': 'goldstein'}
        """
        there = {name.casefold() for name in headings}
        if self.columns or self.name == "plover":
            return {}
        missing = {
            name: [each for each in re.findall(r'"([^"]+)"', sql) if each.casefold() not in there]
            for name, sql in self.fields.items()
        }
        return {name: headings[0] for name, headings in missing.items() if headings}


def _gdelt(columns: int) -> dict[str, str]:
    action = 49 if columns == GDELT_1 else 51
    return {
        "day": "coalesce(try_strptime(column01, '%Y%m%d')::DATE::VARCHAR, column01)",
        "source": "column07",
        "target": "column17",
        "source_actor": "column06",
        "target_actor": "column16",
        "cameo": "column26",
        "goldstein": "column30",
        "number": "column00",
        "place": f"column{action + 1:02d}",
        "url": f"column{columns - 1:02d}",
    }


_GDELT_NAMES = (
    "SQLDATE", "Actor1CountryCode", "Actor2CountryCode", "EventCode", "Actor1Code", "Actor2Code", "GoldsteinScale", "GLOBALEVENTID", "ActionGeo_FullName", "SOURCEURL",
)  # fmt: skip


def _headed() -> dict[str, str]:
    """The same columns by the codebooks' names, of which a table may lack those behind the fourth. A day may be written with dashes."""
    day, *named = (f'"{name}"' for name in _GDELT_NAMES)
    names = ("source", "target", "cameo", "source_actor", "target_actor", "goldstein", "number", "place", "url")
    return {
        "day": f"coalesce(try_strptime({day}, '%Y%m%d')::DATE::VARCHAR, {day})",
        **dict(zip(names, named, strict=True)),
    }


def _standing(
    name: str, about: str, required: tuple[str, ...], value: str, *, symmetric: bool = True
) -> EventLayout:  # fmt: skip
    """A table of ties that are there in a year, or not."""
    one, other, year = (f'"{each}"' for each in required[:3])
    fields = {"source": one, "target": other, "year": year}
    return EventLayout(
        name, about, name, required, fields, machine=False, counts={"formal-ties": value}, unit="standing", symmetric=symmetric,
        kind="counts",
    )  # fmt: skip


def _disputes(name: str, required: tuple[str, ...]) -> EventLayout:
    """Militarized disputes, a row for each dispute, pair and year: their number a year is in the channel blows."""
    number, one, other, year = (f'"{each}"' for each in required)
    about = "Militarized interstate disputes by pair and year (columns not checked against a file)"
    return EventLayout(
        name, about, "mids", required, {"number": number, "source": one, "target": other, "year": year}, machine=False, counts={"blows": "1"},
        symmetric=True, kind="counts",
    )  # fmt: skip


EVENT_LAYOUTS: tuple[EventLayout, ...] = (
    EventLayout(
        "icews",
        "ICEWS events, 20 columns, parted by tabs",
        "icews",
        ("Event ID", "Event Date", "Source Name", "Source Country", "CAMEO Code", "Target Name", "Target Country"),
        {
            "day": '"Event Date"', "source": '"Source Country"', "target": '"Target Country"', "source_actor": '"Source Name"',
            "target_actor": '"Target Name"', "cameo": '"CAMEO Code"', "goldstein": '"Intensity"', "number": '"Event ID"', "place": '"City"',
        },
        begin=1995,
    ),
    EventLayout(
        "icews-named",
        "ICEWS events between countries, by names",
        "icews",
        ("date", "source", "target", "cameo", "source_country", "target_country"),
        {
            "day": '"date"', "source": '"source_country"', "target": '"target_country"', "source_actor": '"source"',
            "target_actor": '"target"', "cameo": '"cameo"', "goldstein": '"goldstein"',
        },
        begin=1995,
    ),
    EventLayout("gdelt-1", "GDELT 1.0 events, 58 columns", "gdelt", (), _gdelt(GDELT_1), columns=(GDELT_1, 57), begin=1979),
    EventLayout("gdelt-2", "GDELT 2.0 events, 61 columns", "gdelt", (), _gdelt(GDELT_2), columns=(GDELT_2,), begin=1979),
    EventLayout("gdelt-headed", "GDELT events with headings, as databases and statistics programs write them", "gdelt", tuple(_GDELT_NAMES[:4]), _headed(), begin=1979),
    EventLayout(
        "polecat",
        "POLECAT events, parted by tabs",
        "polecat",
        ("Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country"),
        {
            "day": '"Event Date"', "source": '"Actor Country"', "target": '"Recipient Country"', "source_actor": "nullif(\"Actor Name\", 'None')",
            "target_actor": "nullif(\"Recipient Name\", 'None')", "plover": "nullif(\"Event Type\", 'None')", "mode": "nullif(\"Event Mode\", 'None')", "number": '"Event ID"',
        },
        several=True,
        begin=2018,
    ),
    EventLayout(
        "phoenix",
        "Phoenix events with headings",
        "phoenix",
        ("EventID", "Date", "SourceActorEntity", "TargetActorEntity", "EventCode"),
        {
            "day": "coalesce(try_strptime(\"Date\", '%Y%m%d')::DATE::VARCHAR, \"Date\")", "source": '"SourceActorEntity"', "target": '"TargetActorEntity"',
            "source_actor": '"SourceActorFull"', "target_actor": '"TargetActorFull"', "cameo": '"EventCode"', "number": '"EventID"',
        },
    ),
    EventLayout(
        "phoenix-daily",
        "daily files of the Phoenix pipeline, 26 columns",
        "phoenix",
        (),
        {
            "day": "coalesce(try_strptime(column01, '%Y%m%d')::DATE::VARCHAR, column01)", "source": "column06", "target": "column10", "source_actor": "column05",
            "target_actor": "column09", "cameo": "column13", "goldstein": "column16", "number": "column00", "place": "column20", "url": "column24",
        },
        columns=(PHOENIX,),
    ),
    EventLayout(
        "phoenix-historical",
        "historical Phoenix events by newspaper",
        "phoenix-historical",
        ("eid", "story_date", "source_root", "target_root", "code", "root_code"),
        {
            "day": "coalesce(try_strptime(\"story_date\", ['%m/%d/%Y', '%Y-%m-%d', '%Y%m%d'])::DATE::VARCHAR, \"story_date\")",
            "source": '"source_root"', "target": '"target_root"', "source_actor": '"source"', "target_actor": '"target"',
            "cameo": "CASE WHEN starts_with(\"code\", lpad(\"root_code\", 2, '0')) THEN \"code\" ELSE '0' || \"code\" END",
            "goldstein": '"goldstein"', "number": '"eid"', "place": '"placename"',
        },
        begin=1945,
    ),
    EventLayout(
        "plover",
        "PLOVER records, one JSON object a line",
        "plover",
        ("date", "event", "source", "target"),
        {
            "day": '"date"', "source": "source_code", "target": "target_code", "source_actor": "source_text", "target_actor": "target_text",
            "plover": '"event"', "mode": '"mode"', "number": '"id"',
        },
        machine=False,
    ),
    EventLayout(
        "icews-years",
        "ICEWS counts by pair of countries and year",
        "icews-years",
        ("i_iso3c", "j_iso3c", "year", "verbCoop", "matlCoop", "verbConf", "matlConf"),
        {"source": '"i_iso3c"', "target": '"j_iso3c"', "year": '"year"'},
        counts={
            "contact": '"verbCoop"', "deeds": '"matlCoop"', "friction": '"verbConf"', "blows": '"matlConf"',
        },
        kind="counts",
    ),
    _standing(
        "atop", "ATOP alliances by pair of states and year",
        ("ccode1", "ccode2", "year", "atop_defense", "atop_nonagg", "atop_consul"),
        "greatest(" + ", ".join(f'try_cast("atop_{kind}" AS DOUBLE)' for kind in ("defense", "offense", "neutral", "nonagg", "consul")) + ")",
    ),
    replace(_standing(
        "atop-dyads", "ATOP's own dyad-year table, a row for each pair of allies and year (columns not checked against a file)",
        ("mem1", "mem2", "year", "atopally", "defense", "nonagg", "consul"), 'try_cast("atopally" AS DOUBLE)',
    ), dataset="atop"),
    _standing(
        "cow-alliances", "Correlates of War alliances by dyad and year (columns not checked against a file)",
        ("ccode1", "ccode2", "year", "defense", "neutrality", "nonaggression", "entente"),
        "greatest(" + ", ".join(f'try_cast("{kind}" AS DOUBLE)' for kind in ("defense", "neutrality", "nonaggression", "entente")) + ")",
    ),
    _standing(
        "cow-embassies", "Correlates of War Diplomatic Exchange: envoys either way (columns not checked against a file)",
        ("ccode1", "ccode2", "year", "DE"), 'try_cast("DE" AS DOUBLE)',
    ),
    _disputes("mids", ("dispnum", "ccode1", "ccode2", "year")),
    _disputes("dyadic-mids", ("disno", "statea", "stateb", "year")),
    _standing("treaties", "treaties in force by pair and year, a table of one's own", ("source", "target", "year", "treaty"), "1"),
    EventLayout(
        "un-votes", "votes in the UN General Assembly, one a row", "un-votes", ("rcid", "country", "country_code", "vote"),
        {"number": '"rcid"', "source": "coalesce(nullif(\"country_code\", 'NA'), \"country\")", "source_actor": '"country"', "vote": '"vote"'}, machine=False, kind="votes",
    ),
    EventLayout(
        "un-roll-calls", "roll calls of the UN General Assembly, one a row", "un-votes", ("rcid", "session", "date", "short"),
        {"number": '"rcid"', "day": '"date"', "session": '"session"', "title": '"short"'}, machine=False, kind="calls",
    ),
)  # fmt: skip
"""The more particular before the more general."""


def layout_named(name: str) -> EventLayout | None:
    """The layout of a name; None if there is none.

    >>> layout_named("polecat").about, layout_named("baci") is None
    ('POLECAT events, parted by tabs', True)
    """
    return next((layout for layout in EVENT_LAYOUTS if layout.name == name), None)
