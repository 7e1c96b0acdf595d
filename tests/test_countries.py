"""Countries: every name and code that the press and statistics give them leads to the one that is meant."""

import csv
import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.model.countries import (
    UnknownCountryError,
    countries,
    country,
    decoys,
    display,
    lookup,
    members,
    possessive,
    resolve,
    search,
    surface_forms,
)
from tieline.model.errors import MissingDataError

REPO = Path(__file__).resolve().parents[1]
REPORTERS = REPO.parent / "shared" / "data" / "trade" / "codes" / "un_reporters.csv"

NAMES = {
    "USA": "U.S.|US|USA|U.S.A.|America|American|Americans|the United States|Washington|White House|Pentagon|State Department",
    "GBR": "U.K.|UK|Britain|Great Britain|British|Briton|Britons|Downing Street|Whitehall|England|Northern Ireland",
    "PRK": "North Korea|N. Korea|NKorea|DPRK|Democratic People's Republic of Korea|North Koreans|Pyongyang|PYONGYANG",
    "KOR": "South Korea|S. Korea|ROK|Republic of Korea|South Korean|Seoul|Blue House|Cheong Wa Dae|Busan|Pusan",
    "RUS": "Russia|Russian Federation|Russian|Russians|Moscow|the Kremlin|Vladivostok|Khasan",
    "CHN": "China|PRC|mainland China|People's Republic of China|Chinese|Beijing|Peking|Zhongnanhai|Dandong|Shanghai",
    "TWN": "Taiwan|Republic of China|Taiwanese|Taipei|Formosa",
    "IRN": "Iran|Islamic Republic of Iran|Iranians|Tehran|Teheran",
    "ARE": "UAE|U.A.E.|Emirates|United Arab Emirates|Emirati|Abu Dhabi|Dubai",
    "SAU": "Saudi|Saudis|Saudi Arabia|Kingdom of Saudi Arabia|Riyadh",
    "NLD": "Holland|the Netherlands|Dutch|Dutchman|Amsterdam|The Hague",
    "TUR": "Turkey|Türkiye|Turkiye|Turk|Turks|Turkish|Ankara",
    "CZE": "Czechia|Czech Republic|the Czech Republic|Czech|Czechs|Prague",
    "COD": "DRC|DR Congo|Congo-Kinshasa|Zaire|Democratic Republic of the Congo|Kinshasa",
    "COG": "Congo-Brazzaville|Republic of the Congo|Brazzaville",
    "CIV": "Ivory Coast|Côte d'Ivoire|Côte d’Ivoire|Cote d'Ivoire|Ivorians|Abidjan",
    "MMR": "Myanmar|Burma|Burmese|Naypyidaw|Rangoon|Yangon",
    "KAZ": "Kazakhstan|Kazakh|Kazakhs|Astana|Nur-Sultan|Almaty",
    "DEU": "Germany|West Germany|Federal Republic of Germany|Germans|Berlin|Bonn|Bundestag",
    "FRA": "France|French|Frenchman|Paris|Elysee|Élysée|Quai d'Orsay|Strasbourg",
    "ISR": "Israel|Israelis|Tel Aviv|Knesset",
    "UKR": "Ukraine|Kiev|Kyiv|Ukrainians",
    "YEM": "Yemen|North Yemen|Sanaa|Sana'a|Aden",
    "LCA": "St. Lucia|Saint Lucia|St Lucia",
    "NAM": "NA|Namibia|Namibians",
    "EU": "EU|the European Union|EC|EEC|European Community|European Commission",
    "UN": "U.N.|UN|United Nations",
    "GCC": "GCC|Gulf Cooperation Council",
    "AFRICANUNION": "AU|African Union",
    "ICC": "ICC|International Criminal Court",
    "WTO": "WTO|World Trade Organization|World Trade Organisation",
    "SUN": "Soviet Union|the USSR|Soviet|Soviets",
    "DNK": "Dane|Danish|Kingdom of Denmark",
    "PHL": "Filipino|Filipinos|the Philippines",
    "SWZ": "Swaziland|Eswatini",
    "CPV": "Cape Verde|Cabo Verde",
    "MKD": "Macedonia|North Macedonia",
    "TLS": "East Timor|Timor-Leste",
    "BFA": "Upper Volta|Burkina Faso",
    "ZWE": "Rhodesia|Zimbabwe|Harare",
    "LKA": "Ceylon|Sri Lanka|Colombo",
    "NER": "Niger|Nigerien",
    "NGA": "Nigeria|Nigerian",
    "NZL": "New Zealander|Wellington",
    "CHE": "Swiss|Geneva|Bern",
    "WLD": "World|the world",
}


@pytest.mark.parametrize(("name", "code"), [(name, code) for code, names in NAMES.items() for name in names.split("|")])
def test_a_name_means_its_country(name, code):
    assert resolve(name) == (code,)


@pytest.mark.parametrize(
    "name", ["us", "in", "un", "who", "au", "is", "", " ", "'s", "the ", "Atlantis", "842", "XX", "XXX"]
)
def test_a_word_that_is_no_name(name):
    assert resolve(name) == ()
    assert lookup(name) is None


@pytest.mark.parametrize(
    ("name", "candidates", "context", "chosen"),
    [
        ("Korea", ("KOR", "PRK"), {"PRK", "RUS"}, ("PRK",)),
        ("Korean", ("KOR", "PRK"), {"KOR", "PRK"}, ("KOR", "PRK")),
        ("Congo", ("COD", "COG"), {"COG"}, ("COG",)),
        ("Congolese", ("COD", "COG"), {"FRA"}, ("COD", "COG")),
        ("Guinea", ("GIN", "GNB", "GNQ"), ["GNB"], ("GNB",)),
        ("Georgia", ("GEO", "USA"), ("GEO", "RUS"), ("GEO",)),
        ("Georgian", ("GEO", "USA"), {"USA"}, ("USA",)),
        ("Dominican", ("DMA", "DOM"), {"DOM"}, ("DOM",)),
        ("Brussels", ("BEL", "EU"), {"EU", "CHN"}, ("EU",)),
    ],
)
def test_an_ambiguous_name_is_decided_by_its_text(name, candidates, context, chosen):
    assert resolve(name) == candidates
    assert surface_forms()[name].candidates == candidates
    assert resolve(name, context=context) == chosen


@pytest.mark.parametrize(
    ("name", "on", "codes"),
    [
        ("Soviet Union", "1987-04-01", ("SUN",)),
        ("Soviet Union", "2015-03-17", ("SUN",)),
        ("Russia", "1987-04-01", ("RUS",)),
        ("Moscow", "1991-12-26", ("SUN",)),
        ("Moscow", "1991-12-27", ("RUS",)),
        ("Germany", "1987-04-01", ("DEU",)),
        ("East Germany", "1987-04-01", ("DDR",)),
        ("Sudan", "1999-01-01", ("SDN",)),
        ("Aden", "1985-01-01", ("YMD",)),
        ("Aden", "2015-01-01", ("YEM",)),
        ("Prague", "1992-12-31", ("CSK",)),
        ("Prague", "1993-01-01", ("CZE",)),
        ("Yugoslavia", "1992-04-26", ("YUG",)),
        ("Yugoslavia", "1992-04-27", ("SCG",)),
        ("Yugoslavia", "2015-01-01", ("SCG", "YUG")),
        ("Belgrade", "2006-06-04", ("SCG",)),
        ("Belgrade", "2006-06-05", ("SRB",)),
        ("Hanoi", "1972-01-01", ("VDR",)),
    ],
)
def test_the_day_decides_between_a_state_and_its_successor(name, on, codes):
    assert resolve(name, on=date.fromisoformat(on)) == codes


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Russia", "name"),
        ("Russian Federation", "official"),
        ("U.S.", "abbreviation"),
        ("RUS", "code"),
        ("Russian", "adjective"),
        ("Russians", "demonym"),
        ("Moscow", "capital"),
        ("Kremlin", "seat"),
        ("Brussels", "seat"),
        ("Vladivostok", "city"),
        ("Geneva", "city"),
    ],
)
def test_the_use_of_a_name(name, use):
    assert lookup(name).use == use


def test_names_of_persons_are_marked():
    marked = {name for name, match in surface_forms().items() if match.also_person}
    assert {"Jordan", "Chad", "Israel", "Georgia", "Washington"} <= marked
    assert not {"Russia", "China", "Jordanian", "North Korea"} & marked
    assert lookup("JORDAN's").also_person


def test_forms_for_a_matcher_hold_names_only():
    forms = surface_forms()
    assert not {"IN", "RU", "NA", "RUS", "643", "world", "bunkers"} & set(forms)
    assert {"US", "UAE", "Côte d’Ivoire", "Korean"} <= set(forms)
    assert not decoys() & set(forms)
    assert all(resolve(form) == match.candidates for form, match in forms.items())


CODES = "842 USA,840 USA,841 USA,251 FRA,250 FRA,490 TWN,158 TWN,381 ITA,579 NOR,699 IND,356 IND,757 CHE,58 BLX,711 SACU,736 SDN"
CODES += (
    ",729 SDN,810 SUN,890 YUG,891 SCG,200 CSK,278 DDR,280 DEU,886 YEM,887 YEM,720 YMD,97 EU,0 WLD,899 NES,4 AFG,004 AFG"
)
CODES += ",NA NAM,na NAM,UK GBR,EL GRC,ROM ROU,ZAR COD,BLX BLX,XK XKX,AU AUS,EC ECU,eu EU,WLD WLD,rus RUS"


@pytest.mark.parametrize(("given", "code"), [pair.split() for pair in CODES.split(",")])
def test_codes_of_other_tables(given, code):
    assert country(given).code == code


def test_iso_3166_1_is_whole_and_goes_round():
    iso = [each for each in countries() if each.kind in {"state", "territory"} and each.code != "XKX"]
    assert len(iso) == 249
    assert sum(each.kind == "state" for each in countries()) == 197
    for each in iso:
        assert country(each.iso2) is country(each.m49) is country(str(int(each.m49))) is country(each.code) is each
    for each in countries():
        assert country(each.code) is each
        if each.kind not in {"area", "world"}:
            assert each.code in resolve(each.name)
        assert each.successor is None or country(each.successor)
    assert {each.code for each in countries()} >= {"XKX", "TWN", "HKG", "MAC", "PSE", "ANT", "BLX"}


def test_every_state_has_a_capital_and_an_adjective():
    states = [each for each in countries() if each.kind == "state"]
    assert [each.code for each in states if not each.capital] == ["PSE"]
    assert all(each.adjective and resolve(each.adjective) for each in states)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("XX", "'XX'.*tieline countries"),
        ("RUX", "near it:.*RUS"),
        ("Rusia", "near it: Russia"),
        ("Russia", "is a name, not a code: use 'RUS'"),
        ("Korea", "several countries: use one of KOR, PRK"),
        ("", "unknown country code ''"),
    ],
)
def test_an_unknown_code_says_what_to_do(given, words):
    with pytest.raises(UnknownCountryError, match=words) as error:
        country(given)
    assert isinstance(error.value, ValueError)


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("1957-12-31", 0), ("1958-01-01", 6), ("1972-12-31", 6), ("1973-01-01", 9), ("1980-12-31", 9), ("1981-01-01", 10),
        ("1985-12-31", 10), ("1986-01-01", 12), ("1994-12-31", 12), ("1995-01-01", 15), ("2004-04-30", 15),
        ("2004-05-01", 25), ("2006-12-31", 25), ("2007-01-01", 27), ("2013-06-30", 27), ("2013-07-01", 28),
        ("2020-01-31", 28), ("2020-02-01", 27),
    ],
)  # fmt: skip
def test_the_european_union_by_day(on, count):
    assert len(members("EU", date.fromisoformat(on))) == count


@pytest.mark.parametrize(
    ("code", "count", "without"),
    [("EU27_2020", 27, "GBR"), ("EU28", 28, ""), ("EU27_2007", 27, "HRV"), ("EU15", 15, "POL"), ("EU6_1958", 6, "GBR")],
)
def test_a_fixed_composition_has_the_same_members_at_any_time(code, count, without):
    first, last = (members(code, date(year, 6, 1)) for year in (1970, 2024))
    assert first == last
    assert len(first) == count
    assert without not in first


@pytest.mark.parametrize(
    ("code", "of", "on", "member"),
    [
        ("DEU", "NATO", "1955-05-05", False),
        ("DE", "NATO", "1955-05-06", True),
        ("SWE", "NATO", "2024-03-07", True),
        ("VNM", "ASEAN", "1995-07-27", False),
        ("SAU", "GCC", "1990-01-01", True),
        ("KGZ", "EAEU", "2015-08-11", False),
        ("VEN", "MERCOSUR", "2015-01-01", True),
        ("VEN", "MERCOSUR", "2018-01-01", False),
        ("NAM", "SACU", "2000-01-01", True),
    ],
)
def test_other_memberships(code, of, on, member):
    assert (country(code).code in members(of, date.fromisoformat(on))) is member


def test_no_list_of_members_is_said():
    with pytest.raises(MissingDataError, match="no list of members for RUS"):
        members("RUS", date(2015, 1, 1))


def test_names_for_sentences():
    assert [display(code, article=True) for code in ("USA", "PHL", "PRK", "EU", "WLD")] == [
        "the United States", "the Philippines", "North Korea", "the European Union", "the world",
    ]  # fmt: skip
    assert [possessive(code) for code in ("RUS", "NLD", "LAO")] == ["Russia's", "the Netherlands'", "Laos'"]


def test_search_finds_by_part_and_by_code():
    assert {found.code for found, _, _ in search("korea")} == {"KOR", "PRK"}
    assert search("642")[0][0].code == "ROU"
    assert search("guinea-b")[0][0].code == "GNB"
    assert search("") == search("qqqq") == []


@settings(deadline=None)  # the first example pays for the tables
@given(st.text(), st.none() | st.dates())
def test_resolving_never_raises(text, on):
    assert isinstance(resolve(text, on=on, context={text}), tuple)
    assert lookup(text) is None or lookup(text).candidates
    search(text)


@pytest.mark.skipif(not REPORTERS.exists(), reason="the table of reporters is not here")
def test_m49_and_iso3_agree_with_the_table_of_reporters():
    with REPORTERS.open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["id"], row["iso_3"].strip()) for row in csv.DictReader(file)]
    ours = {"58": "BLX", "97": "EU", "490": "TWN", "711": "SACU", "975": "ASEAN"}
    assert len(rows) > 200
    iso = {number: iso3 for number, iso3 in rows if len(iso3) == 3 and iso3.isalpha()}
    assert {number: country(number).code for number in {**iso, **ours}} == {**iso, **ours}


def test_the_tables_are_what_the_builder_makes():
    babel = pytest.importorskip("babel")
    committed = (REPO / "src" / "tieline" / "model" / "countries.json").read_text(encoding="utf-8")
    if f"babel {babel.__version__} " not in json.loads(committed)["source"]:
        pytest.skip("another edition of CLDR than the one in the file")
    spec = importlib.util.spec_from_file_location("build_countries", REPO / "tools" / "build_countries.py")
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    assert builder.dump(builder.build()) == committed
    assert len(committed.encode()) < 300_000
