"""Who says a claim: rivals in one sentence, who passes on whom, who is cited without a verb, what is only asked. All are invented."""

import pytest

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.reader import read_documents


def told(text):
    (result,) = read_documents([Document("a", text, Period.parse("2030-03-10"))])
    return [c for c in result.claims if not isinstance(c, Event)]


ROSE = "Malta's exports to Tunisia rose 7 percent in 2029"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Malta says its exports to Tunisia rose 7 percent in 2029, while Tunisia says they fell 2 percent.", [("Malta",), ("Tunisia",)]),
        (f"{ROSE}, the central bank said, but the customs office said they fell 3 percent.", [("central bank",), ("customs office",)]),
        (f"The central bank said {ROSE} and the customs office said imports from Tunisia fell 3 percent.", [("The central bank",), ("the customs office",)]),
        (f"The central bank said {ROSE}, while imports fell 3 percent.", [("The central bank",)] * 2),
        (f"{ROSE}, Roe said, according to the Daily Nation.", [("Roe", "Daily Nation")]),
        (f"{ROSE}, Roe told a press conference, the Daily Nation writes with reference to the KBC.", [("Roe", "KBC", "Daily Nation")]),
        (f"{ROSE}, according to figures from the central bank cited by the Daily Nation.", [("figures from the central bank", "Daily Nation")]),
        (f"{ROSE}, as reported by the BBC.", [("BBC",)]),
        (f"{ROSE}, per the IMF.", [("IMF",)]),
        (f"{ROSE} (source: Valletta Chamber).", [("Valletta Chamber",)]),
        (f"{ROSE}, based on figures from the central bank.", [("central bank",)]),
        (f"Roe tweeted that {ROSE}.", [("Roe",)]),
        (f'"Trade is up," said Roe. "{ROSE}."', [("Roe",)]),
        (f"Jane Roe addressed parliament on Monday. She said {ROSE}.", [("Jane Roe",)]),
        (f"{ROSE}, Peter Poe and Jane Roe said.", [("Peter Poe", "Jane Roe")]),
        (f"Roe: {ROSE}\n\nNothing else was told on that day, and rain fell on the harbour and its streets.", [("Roe",)]),
        (f"LIMA, Peru: The Maltese government said {ROSE}.", [("Maltese government",)]),
    ],
)  # fmt: skip
def test_each_claim_has_its_own_speakers(text, sources):
    got = [c.sources for c in told(text)]
    assert [tuple(s.removeprefix("The ").removeprefix("the ") for s in one) for one in got] == [
        tuple(s.removeprefix("The ").removeprefix("the ") for s in one) for one in sources
    ]


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("The central bank estimates Malta's exports to Tunisia at $30 million in 2029.", ["estimate"]),
        (f"Analysts at Roe Capital estimate {ROSE}.", ["estimate"]),
        ("Did Malta's exports to Tunisia really fall by 9 percent in 2029?", []),
        ("Did Malta's exports to Tunisia rise 9 percent in 2029? Yes, the ministry said.", ["actual"]),
        (f"Did you know that {ROSE}?", ["actual"]),
        ("This story was amended on 6 April. It originally stated that Malta's exports to Tunisia were 9 million euros in 2029.", []),
        ("Clarification: the original article stated that Malta's exports to Tunisia were 9 million euros in 2029.", []),
    ],
)  # fmt: skip
def test_what_is_asked_or_withdrawn_is_no_fact(text, modalities):
    assert [c.modality for c in told(text)] == modalities
