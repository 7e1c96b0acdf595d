"""The marked-up article: a story with each claim underlined by its verdict, and the evidence beside it.

One self-contained HTML file: no script, no outside resource, legible without colour and in print.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tieline.model.claims import Event
from tieline.model.documents import Document
from tieline.model.verdicts import Verdict
from tieline.report.findings import Claim, Finding, findings, most_important, summary
from tieline.report.marks import Paragraph, Segment, Span, in_lanes, paragraphs, segments
from tieline.report.method import method_html
from tieline.report.notes import act_html, link, note_html
from tieline.report.pages import page_html
from tieline.report.wording import STYLES, UNCHECKED, minus, period_words, series, style_of

LONGEST_HEADLINE = 120
DOT = ' <span aria-hidden="true">·</span> '


def article_html(document: Document, claims: Sequence[Claim], verdicts: Sequence[Verdict]) -> str:
    """The marked-up article of a document as one HTML file.

    Args:
        document: The story, whose text the claims' quotes count in.
        claims: All claims of this document.
        verdicts: Their verdicts, one for each dataset and one with `dataset` None for the outcome.
    """
    own = [c for c in claims if c.document == document.id]
    noted, acts = findings(own, verdicts)
    text = document.text
    parts = paragraphs(text)
    found = [f for f in noted if _stands_in(text, parts, f.claim)]
    lost = [f for f in noted if f not in found]
    spans = in_lanes(Span(f.number, f.claim.quote.start, f.claim.quote.end) for f in found)
    page = _Page(text, parts, spans, {f.number: f for f in noted})
    title = page.headline_text or document.outlet or document.id
    body = "\n".join(
        part
        for part in (
            _masthead(document, page, verdicts),
            _overview(noted, acts),
            _warnings(document, verdicts),
            _mismatches(noted),
            _legend(noted),
            page.story(document.lang or "en"),
            _lost(lost),
            _acts(acts, page),
            method_html(document, noted, verdicts),
        )
        if part
    )
    return page_html(title, f'<a class="skip" href="#story">To the story</a>\n<div class="page">\n{body}\n</div>')


def headline_of(document: Document) -> str | None:
    """A story's own headline; None if it has none."""
    page = _Page(document.text, paragraphs(document.text), [], {})
    return _clean(page.headline_text) if page.headline_text else None


def _stands_in(text: str, parts: Sequence[Paragraph], claim: Claim) -> bool:
    quote = claim.quote
    return text[quote.start : quote.end] == quote.exact and any(p.start <= quote.start < p.end for p in parts)


class _Page:
    """The text in paragraphs, with the claims' marks in them."""

    def __init__(self, text: str, parts: list[Paragraph], spans: list[Span], by_number: dict[int, Finding]) -> None:
        self.text = text
        self.parts = parts
        self.spans = spans
        self.by_number = by_number
        above = next((i for i, p in enumerate(parts) if p.part == "body"), len(parts))
        headings = (i for i, p in enumerate(parts[:above]) if p.part == "headline")
        self.headline = next(headings, self._first_line())

    def _first_line(self) -> int | None:
        """The first line where it is no sentence: what stands above a story without a headline that was recognised."""
        first = self.text[self.parts[0].start : self.parts[0].end] if len(self.parts) > 1 else ""
        return 0 if 0 < len(first) <= LONGEST_HEADLINE and not first.endswith((".", "!", "?", "”", '"')) else None

    @property
    def headline_text(self) -> str | None:
        """The story's own headline."""
        if self.headline is None:
            return None
        part = self.parts[self.headline]
        return self.text[part.start : part.end]

    def headline_html(self) -> str | None:
        """The headline with its marks."""
        return None if self.headline is None else self._marked(self.parts[self.headline])

    def paragraph_of(self, offset: int) -> int | None:
        """The number of the paragraph that an offset lies in."""
        return next((i for i, p in enumerate(self.parts) if p.start <= offset < p.end), None)

    def story(self, lang: str) -> str:
        """All paragraphs but the headline, each followed by its notes."""
        rows = [f'<article class="story" id="story" lang="{escape(lang)}" dir="auto">']
        rows.append('<h2 class="unseen">The story, marked up</h2>')
        if self.headline is not None:
            rows.append(self._notes(self.headline, "the headline"))
        for index, part in enumerate(self.parts):
            if index != self.headline:
                rows += [self._paragraph(index, part), self._notes(index, "this paragraph")]
        return "\n".join([*filter(None, rows), "</article>"])

    def _notes(self, index: int, place: str) -> str:
        """The notes of the claims whose words start in a paragraph."""
        here = sorted(s.number for s in self.spans if self.paragraph_of(s.start) == index)
        notes = "\n".join(note_html(self.by_number[n], marked=True) for n in here)
        return f'<div class="notes" role="group" aria-label="Notes on {place}">\n{notes}\n</div>' if here else ""

    def _paragraph(self, index: int, part: Paragraph) -> str:
        kind = "text" if part.part == "body" else f"text {part.part}"
        said = ' title="page furniture, not read as part of the story"' if part.part == "noise" else ""
        return f'<p class="{kind}" id="p{index}"{said}>{self._marked(part)}</p>'

    def _marked(self, part: Paragraph) -> str:
        inside = [s for s in self.spans if s.start < part.end and part.start < s.end]
        return "".join(self._segment(s, part) for s in segments(part.start, part.end, inside))

    def _segment(self, segment: Segment, part: Paragraph) -> str:
        html = escape(self.text[segment.start : segment.end])
        if not segment.spans:
            return html
        for span in sorted(segment.spans, key=lambda s: s.lane, reverse=True):
            verdict = self.by_number[span.number].verdict or "unchecked"
            html = f'<span class="u u-{verdict} lane{span.lane}">{html}</span>'
        nearest = min(segment.spans, key=lambda s: (s.end - s.start, s.number))
        starts = [s for s in segment.spans if s.start == segment.start]
        anchors = "".join(f'<span id="mark-{s.number}" class="anchor"></span>' for s in starts)
        signs = "".join(
            self._sign(s)
            for s in sorted(segment.spans, key=lambda s: s.number)
            if s.end == segment.end or (segment.end == part.end < s.end)
        )
        return f'{anchors}<a class="q" href="#note-{nearest.number}" tabindex="-1">{html}</a>{signs}'

    def _sign(self, span: Span) -> str:
        verdict = self.by_number[span.number].verdict
        style = style_of(verdict)
        return (
            f'<sup class="ref v-{verdict or "unchecked"}"><a href="#note-{span.number}" '
            f'aria-describedby="verdict-{span.number}" aria-label="Claim {span.number}: {style.label}">'
            f'<span aria-hidden="true">{span.number}\N{WORD JOINER}{style.sign}</span></a></sup>'
        )


def _clean(text: str) -> str:
    return " ".join(text.split())


def about_html(document: Document) -> list[str]:
    """Who brought a story, when and where."""
    said = [f"<b>{escape(document.outlet)}</b>"] if document.outlet else []
    if document.published:
        said.append(f'<time datetime="{document.published.iso}">{escape(document.published.words())}</time>')
    else:
        said.append("date not known")
    return [*said, link(document.url, document.url)] if document.url else said


def _masthead(document: Document, page: _Page, verdicts: Sequence[Verdict]) -> str:
    said = about_html(document)
    recorded = max((v.recorded for v in verdicts if v.recorded), default="")
    if recorded:
        said.append(f"checked {escape(period_words(recorded[:10]))}")
    headline = page.headline_html() or escape(document.outlet or document.id)
    anchor = "" if page.headline is None else f' id="p{page.headline}"'
    return (
        '<header class="masthead">\n<p class="kicker">Claims held against the figures</p>\n'
        f'<h1{anchor} lang="{escape(document.lang or "en")}" dir="auto">{headline}</h1>\n'
        f'<p class="byline">{DOT.join(said)}</p>\n</header>'
    )


def _overview(noted: Sequence[Finding], acts: Sequence[Finding]) -> str:
    rows = [key_html(group) for group in most_important(noted)]
    listed = f'\n<ul class="key">\n{"".join(rows)}\n</ul>' if rows else ""
    chips = tally_html(noted)
    tally = f"\n{chips}" if chips else ""
    return (
        '<section class="overview" aria-labelledby="findings">\n<h2 id="findings" class="unseen">Findings</h2>\n'
        f'<p class="sum">{escape(summary(noted, acts))}</p>{tally}{listed}\n</section>'
    )


def tally_html(noted: Sequence[Finding], at: str = "") -> str:
    """All claims as numbered signs that lead to their notes; `at` as in `key_html`."""
    chips = "".join(
        f'<li><a class="v-{f.verdict or "unchecked"}" href="{escape(at)}#note-{f.number}" '
        f'aria-label="Claim {f.number}: {style_of(f.verdict).label}">'
        f'<span aria-hidden="true">{f.number}<b>{style_of(f.verdict).sign}</b></span></a></li>'
        for f in noted
    )
    return f'<ol class="tally" aria-label="All claims">{chips}</ol>' if chips else ""


def key_html(group: Sequence[Finding], at: str = "") -> str:
    """A sentence on the claims that an editor must know first; all of a group have the same nearest truth.

    Args:
        group: The claims.
        at: The address of the article, where the sentence stands on another page.
    """
    first = group[0].outcome
    style = style_of(group[0].verdict)
    quotes = [
        f'<a class="said" href="{escape(at)}#mark-{f.number}">“{escape(_clean(f.claim.quote.exact))}”</a>'
        for f in group
    ]
    left_out = first.context if first and first.verdict == "supported-with-context" else ()
    told = " ".join(filter(None, (first.nearest or first.found, *left_out))) if first else ""
    return (
        f'<li class="v-{group[0].verdict}"><span class="sign" aria-hidden="true">{style.sign}</span>'
        f'<div>{series(quotes)} <span class="word">{style.label}.</span> {escape(told)}</div></li>'
    )


def _mismatches(noted: Sequence[Finding]) -> str:
    """Where the story's own figures exclude each other, or those of other stories."""
    rows = [
        f'<li><a href="#note-{f.number}">Claim {f.number}</a>: {escape(minus(each.sentence))}</li>'
        for f in noted
        for each in f.mismatches
    ]
    if not rows:
        return ""
    return (
        '<section class="mismatches" aria-labelledby="mismatches">\n<h2 id="mismatches">Figures that don’t fit together</h2>\n'
        f"<ul>\n{''.join(rows)}\n</ul>\n</section>"
    )


def _warnings(document: Document, verdicts: Sequence[Verdict]) -> str:
    said = [escape(w) for w in document.warnings]
    if document.withdrawn and not document.warnings:
        said.append("The text was withdrawn.")
    if any(v.superseded for v in verdicts):
        said.insert(0, "This story has come in again with another text. These verdicts are on the older version below.")
    return f'<p class="warning" role="note">{"<br>".join(said)}</p>' if said else ""


def _legend(noted: Sequence[Finding]) -> str:
    used = {f.verdict for f in noted}
    shown = [(word, style) for word, style in STYLES.items() if word in used]
    items = [
        f'<li class="v-{word}"><span class="sign" aria-hidden="true">{style.sign}</span> '
        f'<span class="u u-{word} lane0">{style.label}</span>: {escape(style.meaning)}</li>'
        for word, style in shown
    ]
    if None in used:
        items.append(
            f'<li class="v-unchecked"><span class="sign" aria-hidden="true">{UNCHECKED.sign}</span> '
            f'<span class="u u-unchecked lane0">{UNCHECKED.label}</span>: {UNCHECKED.meaning}</li>'
        )
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>' if items else ""


def _lost(lost: Sequence[Finding]) -> str:
    if not lost:
        return ""
    notes = "\n".join(note_html(f, marked=False) for f in lost)
    return f'<section class="lost">\n<h2>Claims whose words are not in this text</h2>\n{notes}\n</section>'


def _acts(acts: Sequence[Finding], page: _Page) -> str:
    if not acts:
        return ""
    told = [finding.claim for finding in acts if isinstance(finding.claim, Event)]
    rows = [act_html(act, page.paragraph_of(act.quote.start)) for act in told]
    return (
        '<section class="acts" aria-labelledby="acts">\n<h2 id="acts">Acts told in the story, and found nowhere</h2>\n'
        f"<ul>\n{chr(10).join(rows)}\n</ul>\n</section>"
    )
