"""The matching has the greatest total that any one-to-one matching has."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tieline.evaluate.assignment import best_matching

TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.dictionaries(st.integers(0, columns - 1), st.integers(1, 9)), max_size=5)
)


def greatest(weights):
    columns = max((column for row in weights for column in row), default=-1) + 1
    places = [*range(columns), *[None] * len(weights)]
    return max(
        sum(row.get(column, 0) for row, column in zip(weights, chosen, strict=True))
        for chosen in set(permutations(places, len(weights)))
    )


@given(TABLES)
def test_no_matching_is_better(weights):
    found = best_matching(weights)
    assert len(set(found.values())) == len(found)
    assert sum(weights[row][column] for row, column in found.items()) == greatest(weights)
