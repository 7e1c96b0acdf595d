"""Patterns are compiled when they are used: none at import, all of them right, and they answer as the standard ones do."""

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tieline
from tieline.model import lazy_re


def test_no_module_takes_re_from_elsewhere():
    files = [f for f in Path(tieline.__file__).parent.rglob("*.py") if f.name != "lazy_re.py"]
    assert not [
        f for f in files if re.search(r"^\s*(?:import re|from re import .*)$", f.read_text("utf-8"), re.MULTILINE)
    ]


def test_importing_the_reader_compiles_next_to_nothing():
    code = (
        "import tieline.model.lazy_re as lazy\n"
        "compiled, first = [], lazy._Lazy.compiled\n"
        "lazy._Lazy.compiled = lambda self: compiled.append(self.pattern) or first(self)\n"
        "import tieline.read.reader, tieline.read.acts.acts, tieline.cli.main\n"
        "assert len(compiled) < 4, compiled\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_pattern_compiles():
    found = []
    for module in pkgutil.walk_packages(tieline.__path__, "tieline."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                found += [value.flags] if type(value) is type(lazy_re.compile("")) else []
    assert len(found) > 500


@pytest.mark.parametrize(
    "ask",
    [
        lambda p: [m.span() for m in p.finditer("a1 b22")],
        lambda p: p.sub("-", "a1 b22"),
        lambda p: p.split("a1 b22", 1),
        lambda p: p.search("a1 b22", 3).span(),
        lambda p: (p.match("a1"), p.fullmatch("22") is None, p.findall("a1 b22")[1]),
        lambda p: (p.pattern, p.flags, p.groups, dict(p.groupindex), repr(p)),
    ],
)
def test_a_pattern_answers_as_the_standard_one(ask):
    given = r"(?P<number>\d)+", re.IGNORECASE
    lazy = lazy_re.compile(*given)
    assert ask(lazy) == ask(re.compile(*given)) == ask(lazy)


def patterns_of_the_package():
    for module in pkgutil.walk_packages(tieline.__path__, "tieline."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                if type(value) is type(lazy_re.compile("")) and isinstance(value.pattern, str):
                    yield value.pattern, value._flags


def test_patterns_that_look_for_their_words_first_answer_as_the_standard_ones_do():
    dev = Path(__file__).parent / "gold" / "dev"
    lines = [line for file in sorted(dev.glob("*.txt")) for line in file.read_text("utf-8").splitlines()]
    texts = [
        *lines[::9],
        *(line.upper() for line in lines[::60]),
        "EXPORTS OF MILK TO \u0130RAN ro\u017fe, \u212aenya's fell",
    ]
    guarded = 0
    for source, flags in patterns_of_the_package():
        asked, standard = lazy_re.compile(source, flags), re.compile(source, flags)
        for text in [*texts, *texts[-5:]]:
            assert [m.span() for m in asked.finditer(text)] == [m.span() for m in standard.finditer(text)], source
        guarded += asked.search.__name__ == "guarded"
    assert guarded > 300
