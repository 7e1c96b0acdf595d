"""The page that lists checked stories: each with its headline, what came of its claims, and a link to its marked-up article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tieline.model.documents import Document
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import VerdictWord
from tieline.report.article import DOT, about_html, headline_of, key_html, tally_html
from tieline.report.findings import Claim, Finding, findings, most_important, summary
from tieline.report.pages import page_html
from tieline.report.wording import STYLES, plural

_GRAVEST: tuple[VerdictWord, ...] = ("contradicted", "sources-disagree", "imprecise", "supported-with-context")


@dataclass(frozen=True, slots=True)
class Story:
    """A checked document, and the address of its article from the page that lists it."""

    href: str
    document: Document
    claims: Sequence[Claim]
    verdicts: Sequence[Verdict]


def stories_html(stories: Sequence[Story]) -> str:
    """The page as one HTML file; stories with the gravest findings first, else in the order given."""
    found = [(story, *findings(story.claims, story.verdicts)) for story in stories]
    found.sort(key=lambda each: [-sum(f.verdict == word for f in each[1]) for word in _GRAVEST])
    noted = [finding for _, own, _ in found for finding in own]
    words = [finding.verdict for finding in noted]
    told = ", ".join(f"{words.count(word)} {style.label.lower()}" for word, style in STYLES.items() if word in words)
    stories_told = "1 story" if len(stories) == 1 else f"{len(stories)} stories"
    counted = f"{stories_told}, {plural(len(noted), 'claim')}{f': {told}' if told else ''}."
    body = (
        '<div class="page">\n<header class="masthead">\n<p class="kicker">Claims held against the figures</p>\n'
        f"<h1>Checked stories</h1>\n</header>\n"
        f'<section class="overview"><p class="sum">{escape(counted)}</p></section>\n'
        f'<ol class="stories">\n{"".join(_story(*each) for each in found)}</ol>\n</div>'
    )
    return page_html("stories", body)


def _story(story: Story, noted: Sequence[Finding], acts: Sequence[Finding]) -> str:
    document = story.document
    title = headline_of(document) or document.id
    about = about_html(document) + ([f"<code>{escape(document.id)}</code>"] if title != document.id else [])
    keys = "".join(key_html(group, story.href) for group in most_important(noted, 1))
    key = f'<ul class="key">{keys}</ul>' if keys else ""
    return (
        f'<li><h2 dir="auto"><a href="{escape(story.href)}">{escape(title)}</a></h2>\n'
        f'<p class="byline">{DOT.join(about)}</p>\n<p class="told">{escape(summary(noted, acts))}</p>{tally_html(noted, story.href)}{key}</li>\n'
    )
