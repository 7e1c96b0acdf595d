"""The language of the rules of acts: what a row may not say, and that nothing is defined for no row."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from tieline.read.acts.conditions import _ASKED, _WORDS
from tieline.read.words import acts
from tieline.read.words.rule import Flag, Mode, RuleError, rules_of

TABLES = [value for name, value in vars(acts).items() if name.endswith("_ROWS")]
SILENT = {"armed", "crowd", "official"}
"""Nothing is asked by these, but a rule with one asks for more than its verb. (`mutual` is a property of `Rule`.)"""
ACTS = Path(acts.__file__).parents[1] / "acts"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("SANTCION ban | bar | obj", "no type 'SANTCION'"),
        ("SANCTION bann | bar | obj", "no mode 'bann'"),
        ("SANCTION ban | bar | objj", "no slot 'objj'"),
        ("SANCTION ban | bar | obj | @ARM", "no class 'ARM'"),
        ("SANCTION ban | bar | obj | | nmaed", "no flag 'nmaed'"),
        ("SANCTION ban | bar | obj | | +in +out", "no second particle 'out'"),
        ("SANCTION ban | bar block | obj\nSANCTION ban | block | obj", "'block' has this rule already"),
    ],
)
def test_a_row_that_says_what_is_not_known_is_refused(row, told):
    with pytest.raises(RuleError, match=told):
        rules_of(row, acts.CLASSES)


def test_the_tables_are_sound():
    assert len(acts.verb_rules()) > 500
    assert len(acts.noun_rules()) > 50


def test_no_class_flag_or_mode_is_defined_for_no_row():
    assert len(TABLES) == 7
    said = set(re.findall(r"[\w@+-]+", " ".join(TABLES)))
    assert {name for name in acts.CLASSES if f"@{name}" not in said} == set()
    assert {*get_args(Flag), *get_args(Mode)} - said == set()


def _asked() -> set[str]:
    """What the rules' readers look for among flags: `"named" in rule.flags`, `flags & {"toinf", "leave"}`, keys of tables by flag."""
    found = set()
    for path in ACTS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Compare)
                and isinstance(node.ops[0], ast.In | ast.NotIn)
                and _is_flags(node.comparators[0])
            ):
                found |= {node.left.value} if isinstance(node.left, ast.Constant) else set()
            if isinstance(node, ast.BinOp) and _is_flags(node.left) and isinstance(node.right, ast.Set):
                found |= {each.value for each in node.right.elts}
    return found | {*_WORDS, *_ASKED}


def _is_flags(node: ast.expr) -> bool:
    return getattr(node, "id", None) == "flags" or getattr(node, "attr", None) == "flags"


def test_what_is_asked_of_flags_is_a_flag_and_each_flag_is_asked_for():
    assert len(_asked()) > 50
    assert _asked() ^ ({*get_args(Flag)} - SILENT - {"mutual"}) == set()
