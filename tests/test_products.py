import pytest

from tieline.model.products import product_of


@pytest.mark.parametrize(
    ("words", "hs"),
    [
        ("textiles", ("50-63",)),
        ("cars", ("8703",)),
        ("crude oil", ("2709",)),
        ("oil", ("2709",)),
        ("copper", ("2603", "74")),
        ("machinery", ("84",)),
    ],
)
def test_the_contract_s_examples(words, hs):
    product = product_of(words)
    assert product is not None
    assert product.hs == hs
