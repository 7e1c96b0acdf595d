"""Four times the text may cost four times the work, not sixteen: documents, paragraphs, sentences, words of a sentence.

CPU time is compared, the best of two, with a generous ratio and a constant for what does not hang on the length.
"""

import random
import time

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.syntax.sentences import split_sentences

PUBLISHED = Period.parse("2015-03-17")
NAMES = "Fiji Malta Japan Chile Peru France Germany Russia China India".split()
WORDS = (
    "exports imports of wheat from to rose fell by 5 percent and trade with in 2014 said signed met million dollars "
    "minister agreement"
).split()


def figure(n):
    return (
        f"{NAMES[n % 10]}'s exports to {NAMES[(n * 7 + 3) % 10]} rose {n}.{n % 10} percent to ${n} million in "
        f"{1950 + n % 70}."
    )


def act(n):
    return (
        f"{NAMES[n % 10]}'s foreign minister met his counterpart from {NAMES[(n * 3 + 1) % 10]} on March {n % 28 + 1}."
    )


def mixed(count):
    chosen = random.Random(count)  # noqa: S311 (the same words in every run)
    names = (chosen.choice(NAMES) if chosen.random() < 0.25 else chosen.choice(WORDS) for _ in range(count))
    return "The minister said " + " ".join(names) + "."


def person(n):
    return f"President A{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}e Smith of {NAMES[n % 10]} spoke of trade."


TEXTS = {
    "documents": (60, lambda n: [f"{figure(i)} {act(i)}" for i in range(n)]),
    "paragraphs of figures": (200, lambda n: ["\n\n".join(map(figure, range(n)))]),
    "sentences of acts": (200, lambda n: [" ".join(map(act, range(n)))]),
    "people": (200, lambda n: [" ".join(map(person, range(n)))]),
    "the same sentence": (300, lambda n: [f"{figure(3)} " * n]),
    "lines": (1000, lambda n: ["Fiji Malta trade\n" * n]),
    "words of a sentence": (2500, lambda n: [mixed(n)]),
    "countries in a row": (2500, lambda n: ["The minister said trade with " + " and ".join(NAMES * (n // 10)) + "."]),
    "abbreviations": (1000, lambda n: ["U.S. exports to Mr. " * n]),
    "capitals": (2500, lambda n: ["President " + "Foo Bar Malta " * (n // 3) + "rose."]),
    "quotation marks": (500, lambda n: ['"He said trade. ' * n]),
}


def cost(texts):
    spent = []
    for _ in range(2):
        began = time.process_time()
        for _ in read_documents(Document(str(n), text, PUBLISHED) for n, text in enumerate(texts)):
            pass
        spent.append(time.process_time() - began)
    return min(spent)


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_reading_grows_with_the_length(name):
    size, made = TEXTS[name]
    cost(made(20))  # what is loaded once
    assert cost(made(4 * size)) < 8 * cost(made(size)) + 0.3


@pytest.mark.slow
def test_a_sentence_of_five_thousand_words_takes_seconds():
    cost([mixed(20)])
    assert cost([mixed(5000)]) < 4


@pytest.mark.parametrize("block", ["Trade rose. ", "U.S. ", '"No. ', "... ", ".", "a. b"])
def test_sentences_are_found_in_linear_time(block):
    def spent(n):
        text = block * n
        times = []
        for _ in range(3):
            began = time.process_time()
            split_sentences(text, 0, len(text))
            times.append(time.process_time() - began)
        return min(times)

    assert spent(40_000) < 8 * spent(10_000) + 0.2
