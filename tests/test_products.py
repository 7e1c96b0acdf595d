"""Products: words of the press and of tables to codes of the HS, and back."""

import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.hs import covers, expand, same_scope
from tieline.model.product_table import all_products, describe, not_products, surface_forms, weak_forms
from tieline.model.products import hs_codes, product_of, search

CODES = Path(__file__).parents[2] / "shared" / "data" / "trade" / "codes"
OLD = "(older editions)"


@pytest.mark.parametrize(
    ("words", "hs"),
    [
        ("textiles", "50-63"),
        ("cars", "8703"),
        ("crude oil", "2709"),
        ("oil", "2709"),
        ("copper", "2603 74"),
        ("machinery", "84"),
        ("electrical equipment", "85"),
        ("electronics", "85"),
        ("musical instruments", "92"),
        ("optical devices and instruments", "90"),
        ("petroleum products", "2710"),
        ("LNG", "2711"),
        ("liquefied natural gas", "2711"),
        ("petrol", "2710"),
        ("soya beans", "1201"),
        ("maize", "1005"),
        ("prawns", "0306"),
        ("apparel", "61-62"),
        ("microchips", "8541 8542"),
        ("tires", "4011"),
        ("aluminum", "76"),
        ("fertilizer", "31"),
        ("whiskey", "2208"),
        ("smartphones", "8517"),
        ("umbrellas", "6601"),
        # the head of the phrase
        ("North Korean textiles", "50-63"),
        ("high-quality frozen shrimp", "0306"),
        ("Japanese-made cars", "8703"),
        ("cheap used cars", "8703"),
        ("US soybean exports", "1201"),
        ("shipments of Venezuelan crude to China", "2709"),
        ("textile products", "50-63"),
        ("oil tankers", "89"),
        ("car parts", "8708"),
        ("parts for cars", "8708"),
        ("crude palm oil", "1511"),
        # lists
        ("wheat and corn", "1001 1005"),
        ("Chinese steel, aluminium and copper", "72 76 2603 74"),
        ("frozen, dried and chilled beef", "0201 0202"),
        ("coal, iron and steel", "2701 72"),
        ("textiles and knitwear", "50-63"),
    ],
)
def test_words_lead_to_codes(words, hs):
    assert hs_codes(words) == tuple(hs.split())


@pytest.mark.parametrize(
    "words",
    [
        "oil minister", "gold medal", "iron curtain", "tear gas", "white paper", "customs service", "non-oil exports",
        "almond oil", "wheat and friendship", "subsidised goods", "other goods", "economic ties", "goods and cars", "", "-",
    ],
)  # fmt: skip
def test_no_product(words):
    assert product_of(words) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("goods", "generic"),
        ("North Korean goods", "generic"),
        ("all commodities", "generic"),
        ("exported merchandise", "generic"),
        ("services", "service"),
        ("tourism", "service"),
        ("migrant labour", "service"),
        ("goods and services", "service"),
    ],
)
def test_words_for_no_goods_or_for_all(words, kind):
    product = product_of(words)
    assert product is not None
    assert (product.kind, product.hs, product.wider) == (kind, (), ())


@pytest.mark.parametrize(
    "word", ["arms", "chips", "gold", "oil", "iron", "drugs", "lead", "rice", "tankers", "rose", "musk"]
)
def test_words_that_need_a_word_of_trade_beside_them(word):
    assert word in weak_forms() or word not in surface_forms()


@pytest.mark.parametrize(
    "word", ["textiles", "textile", "crude oil", "cars", "shrimps", "soybean", "semi-conductor", "jewelry"]
)
def test_words_that_stand_alone(word):
    assert word in surface_forms()
    assert word not in weak_forms()


def test_every_form_leads_to_its_product():
    forms = surface_forms()
    assert {form for form, product in forms.items() if product_of(form) != product} == set()
    assert {form for form, product in forms.items() if product_of(form.upper()) != product} == set()
    assert not_products().isdisjoint(forms)
    assert weak_forms() <= forms.keys()


def test_each_product_is_sound():
    products = all_products()
    assert len({product.name for product in products}) == len(products)
    for product in products:
        assert (product.kind == "goods") or not product.hs
        for narrow, wide in zip(product.readings, product.readings[1:], strict=False):
            assert all(covers(wide, code) for code in expand(narrow)), product.name
            assert not same_scope(narrow, wide), product.name


def test_every_chapter_is_described():
    chapters = {f"{number:02d}" for number in range(1, 98)} - {"77"}
    assert {code for code in chapters if not describe(code)} == set()
    assert describe("77") is None


@pytest.mark.parametrize(
    ("text", "first"),
    [("8703", "cars"), ("crude", "crude oil"), ("8404", "auxiliary plant for boilers"), ("cashm", "cashmere")],
)
def test_search(text, first):
    assert search(text)[0].name == first


def test_search_finds_nothing_for_nothing():
    assert search(" ") == search("zzzz") == []


# ------------------------------------------------------------------------------------------------- codes

CODE = st.integers(1, 97).map("{:02d}".format) | st.integers(101, 9799).map("{:04d}".format)
RANGE = st.lists(st.integers(1, 97), min_size=2, max_size=2).map(sorted).map(lambda ends: "{:02d}-{:02d}".format(*ends))
LIST = st.lists(CODE | RANGE, max_size=4)


@pytest.mark.parametrize(
    ("codes", "code", "inside"),
    [
        (["50-63"], "6109", True),
        (["50-63"], "64", False),
        (["2709"], "27", False),
        (["27"], "270900", True),
        (["7201-7229"], "7208", True),
        (["7201-7229"], "72", False),
        ([], "27", False),
        (["01-97"], "TOTAL", False),
    ],
)
def test_covers(codes, code, inside):
    assert covers(codes, code) is inside


@given(LIST, CODE)
def test_a_list_covers_what_it_expands_to(codes, code):
    spelt = expand(codes)
    assert covers(codes, code) == (code in spelt or code[:2] in spelt or (code[:2] == "77" and covers(codes, code)))
    assert all(covers(codes, each) for each in spelt)


@given(LIST, LIST)
def test_expand_is_a_union_and_rests(a, b):
    assert expand(a + b) == expand(a) | expand(b)
    assert expand(expand(a)) == expand(a)
    assert same_scope(a, sorted(expand(a)))
    assert same_scope(a, b) == same_scope(b, a)


@pytest.mark.parametrize("code", ["oil", "5", "63-50", "27-2709", "123", "-"])
def test_a_malformed_list_is_refused(code):
    with pytest.raises(ValueError, match="not an HS code"):
        covers([code], "27")
    with pytest.raises(ValueError, match="not an HS code"):
        expand([code])


@given(st.text() | st.lists(st.sampled_from(["oil", "and", ",", "of", "parts", "goods", "frozen", "non-oil", "the", "exports", "to"])).map(" ".join))  # fmt: skip
def test_reading_never_fails(text):
    product = product_of(text)
    assert product is None or product.name
    search(text)


# ----------------------------------------------------------------------------- against the official lists


@pytest.fixture(scope="module")
def official() -> dict[str, set[str]]:
    """The editions that have a code."""
    if not CODES.exists():
        pytest.skip("the official lists of codes are not at hand")
    editions: dict[str, set[str]] = {}
    with gzip.open(CODES / "un_hs_codes_H0_H6.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            editions.setdefault(row["id"], set()).add(row["edition"])
    return editions


CURRENT = {"HS2012", "HS2017", "HS2022"}


def test_every_code_is_official(official):
    for product in all_products():
        for code in {end for reading in product.readings for each in reading for end in each.split("-")}:
            assert code in official, (product.name, code)
            assert official[code] & CURRENT or product.name.endswith(OLD), (product.name, code)


def test_every_current_heading_is_described(official):
    headings = {code for code, editions in official.items() if len(code) in {2, 4} and editions & CURRENT} - {"77"}
    assert {code for code in headings if not describe(code)} == set()
    assert {
        code for code, editions in official.items() if len(code) == 4 and code.isdigit() and not describe(code)
    } == set()


def test_our_wording_is_our_own(official):
    """No longer text of the official list stands in ours."""
    del official
    with (CODES / "datahub_harmonized-system.csv").open(encoding="utf-8-sig") as lines:
        texts = {row["hscode"]: row["description"].lower() for row in csv.DictReader(lines)}
    same = {code for code, text in texts.items() if len(text.split()) > 3 and (describe(code) or "").lower() == text}
    assert same == set()
