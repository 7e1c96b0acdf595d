"""Stories that name one country, and another only by its leader or by a group: they are read as well."""

from __future__ import annotations

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("President Bush has threatened further action against Libya.", [("USA", "LBY", "THREATEN")]),
        ("On Monday Putin offered to negotiate with Norway.", [("RUS", "NOR", "AGREE")]),
        ("On Monday Moon Jae-in offered to negotiate with Norway.", [("KOR", "NOR", "AGREE")]),
        ("The Hamas condemned Jordan on Monday.", [("PSE", "JOR", "ACCUSE")]),
        ("The Security Council extended sanctions on Liberia for another year.", [("UN", "LBR", "SANCTION")]),
        ("Carter Stores opened a branch in Libya on Monday and praised its staff.", []),
        ("A bush fire in Kenya was condemned as arson.", []),
    ],
)
def test_a_leader_or_a_group_is_the_other_country(text, acts):
    document = Document("one", text, Period.parse("2003-03-18"), lang="en")
    (result,) = read_documents([document])
    assert [(c.actor, c.target, c.type) for c in result.claims] == acts
