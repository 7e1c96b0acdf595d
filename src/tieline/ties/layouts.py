"""The layouts of event files, told apart by their first line, and the SELECT that reads each.

A layout's query gives the file's texts under common names: `day`, `source`, `target` (a country by name or code),
`source_actor`, `target_actor`, `cameo`, `plover`, `mode`, `goldstein`, `number` (the publisher's own id), `place`, `url`.
Columns follow the publishers' documentation as far as it could be read here: ICEWS by its files; GDELT by its codebooks'
order of columns (58 in 1.0, 61 in 2.0); POLECAT and Phoenix are marked "not checked".
"""

from __future__ import annotations

from dataclasses import dataclass, field

GDELT_1, GDELT_2 = 58, 61


@dataclass(frozen=True, slots=True)
class EventLayout:
    """A layout of events.

    Attributes:
        required: Headings that its first line has, in any order, without case; none for a file without headings.
        fields: Common name -> SQL over the file's columns, quoted as given; without headings they are `column00`, ...
        machine: Coded by a program.
        columns: How many columns a file without headings has.
    """

    name: str
    about: str
    dataset: str
    required: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)
    machine: bool = True
    columns: tuple[int, ...] = ()
    counts: dict[str, str] = field(default_factory=dict)


def _gdelt(columns: int) -> dict[str, str]:
    action = 49 if columns == GDELT_1 else 51
    return {
        "day": "try_strptime(column01, '%Y%m%d')::DATE::VARCHAR",
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
    ),
    EventLayout("gdelt-1", "GDELT 1.0 events, 58 columns", "gdelt", (), _gdelt(GDELT_1), columns=(GDELT_1, 57)),
    EventLayout("gdelt-2", "GDELT 2.0 events, 61 columns", "gdelt", (), _gdelt(GDELT_2), columns=(GDELT_2,)),
    EventLayout(
        "polecat",
        "POLECAT events (columns not checked against a file)",
        "polecat",
        ("Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country"),
        {
            "day": '"Event Date"', "source": '"Actor Country"', "target": '"Recipient Country"', "source_actor": '"Actor Name"',
            "target_actor": '"Recipient Name"', "plover": '"Event Type"', "mode": '"Event Mode"', "number": '"Event ID"',
        },
    ),
    EventLayout(
        "phoenix",
        "Phoenix events (columns not checked against a file)",
        "phoenix",
        ("EventID", "Date", "SourceActorEntity", "TargetActorEntity", "EventCode"),
        {
            "day": "try_strptime(\"Date\", '%Y%m%d')::DATE::VARCHAR", "source": '"SourceActorEntity"', "target": '"TargetActorEntity"',
            "source_actor": '"SourceActorFull"', "target_actor": '"TargetActorFull"', "cameo": '"EventCode"', "number": '"EventID"',
        },
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
    ),
    EventLayout(
        "atop",
        "ATOP alliances by pair of states and year",
        "atop",
        ("ccode1", "ccode2", "year", "atop_defense", "atop_nonagg", "atop_consul"),
        {"source": '"ccode1"', "target": '"ccode2"', "year": '"year"'},
        machine=False,
        counts={"formal-ties": (
            'greatest(try_cast("atop_defense" AS DOUBLE), try_cast("atop_offense" AS DOUBLE), try_cast("atop_neutral" AS DOUBLE), try_cast("atop_nonagg" AS DOUBLE), try_cast("atop_consul" AS DOUBLE))'
        )},
    ),
)  # fmt: skip
"""The more particular before the more general. `counts`: channel -> the column that has its count of a year."""


def event_layout_of(first_line: str) -> EventLayout | None:
    """The layout whose headings the first line of a file has; None if it is none of them.

    >>> event_layout_of("date,source,relation,target,cameo,goldstein,quad,source_country,target_country").name
    'icews-named'
    >>> event_layout_of("a,b,c") is None
    True
    """
    cells = split_heading(first_line)
    found = {cell.casefold() for cell in cells}
    for layout in EVENT_LAYOUTS:
        if layout.columns:
            fits = len(cells) in layout.columns and len(cells) > 1 and cells[0].isdigit() and _is_day(cells[1])
        elif layout.name == "plover":
            fits = first_line.lstrip("\ufeff [").startswith("{") and all(
                f'"{name}"' in first_line for name in layout.required
            )
        else:
            fits = {name.casefold() for name in layout.required} <= found
        if fits:
            return layout
    return None


def split_heading(line: str) -> list[str]:
    """The cells of a heading, parted by tabs, else by semicolons or commas."""
    plain = line.lstrip("\ufeff").rstrip("\r\n")
    mark = delimiter_of(plain)
    return [cell.strip().strip('"') for cell in plain.split(mark)]


def delimiter_of(line: str) -> str:
    """What parts the cells of a line."""
    return "\t" if "\t" in line else ";" if line.count(";") > line.count(",") else ","


def _is_day(text: str) -> bool:
    return len(text) == len("20140317") and text.isdigit()
