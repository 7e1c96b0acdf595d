"""Which part each block of a page plays, as far as its place tells: captions that stand twice, lists, menus, headings."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Literal

from tieline.model import lazy_re as re
from tieline.read.pages.noise import is_noise, without_credit
from tieline.read.pages.paragraphs import Span, ends_like_prose

Part = Literal["headline", "deck", "body", "noise"]

_HEADER = re.compile(
    r"^\W*(?:related(?=\W*$| (?:stories|articles|posts|news|content|topics|coverage|links|reading|items))|see also|also read|read (?:more|also|next)|more (?:stories|news|headlines|from [^.]*)|(?:most|popular) (?:read|popular|viewed|shared|now|stories|posts)|trending|recommended|you (?:may|might) (?:also )?like|editor'?s'? picks?|what to read next|up next|don'?t miss|(?:latest|top|other|recent|more) (?:headlines|news|stories|posts|articles)|(?:the )?latest(?=\W*$)|headlines(?=\W*$)|just in(?=\W*$)|in other news|from around the web|in this article|on this page|contents)[\w ]*\W*$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"^\W*(?:\d+ )?(?:reader )?(?:comments?|replies|responses)(?: \(\d+\))?\W*$", re.IGNORECASE)
_LEAVE_ONE = re.compile(r"^\W*(?:leave|post|write|add) (?:a|your) (?:comment|reply|response)\W*$", re.IGNORECASE)
_REPLY = re.compile(
    r"^(?:reply|report|like|share|log in to reply|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago)\W*$|\bsays:\s*$|\breply$",
    re.IGNORECASE,
)
_POSTED = re.compile(r"^\s*[—–-]{1,2}\s*[^\n]{1,60}\(@\w+\)")
_BY = re.compile(r"^\s*by\s+[A-Z]", re.IGNORECASE)
_BYLINE = re.compile(
    r"^\s*(?:by\s+)?[A-Z][\w.'\-]+(?:\s+(?:[A-Z][\w.'\-]*|and|de|van|bin|al)){1,5}(?:\s*,?\s+(?:in\s+[A-Z]\w+|staff\s+\w+|[\w ]{0,40}(?:correspondent|writer|reporter|editor|bureau|desk)))?\s*$"
)
_WORD = re.compile(r"\w+")
_ITEM = re.compile(r"(?:[-–—*•·▪‣●■+]|\d{1,3}[.)]|\(?[a-z0-9]\))\s+\S")
_FIGURE = re.compile(r"\d.*(?:%|percent|per cent|pct|million|billion|bn|mln|tonnes?|[$€£¥])|[$€£¥]\s?\d|\d\s*$")
_ROW = re.compile(
    r"\W{0,3}[A-Z][A-Za-z.'’() -]{1,40}?\s*(?::|=|\s[-–—]|[–—]|\t)\s*(?:[A-Z]{2,3}\s?)?[$€£¥]?\s?\d[\d.,]*\s*(?:%|[a-z]+\b)?(?:\s[a-z]+){0,3}\W{0,2}$"
)
_SPOKEN = re.compile(r"[\"”][,.]?\s+(?:\w+\s+){0,4}(?:said|says|told|added)\b|\b(?:said|says|told|added)\W+[\"“]")
_SHORT = 120
_PARAGRAPH, _LONGEST_CAPTION = 160, 600
_CAPTION = 20
"""A caption is longer than this, and is found again by so many of its first letters."""


class Page:
    """The spans of a text and the part of each, while they are found; its methods are called in their order."""

    def __init__(self, text: str, spans: list[Span]) -> None:
        self.text, self.spans = text, spans
        self.parts: list[Part] = ["noise" if is_noise(text[s:e]) else "body" for s, e in spans]
        self._listed: set[int] = set()
        """Lines that are noise for standing in a list of headlines."""

    def block(self, index: int) -> str:
        """The words of a block."""
        start, end = self.spans[index]
        return self.text[start:end]

    def is_short(self, index: int) -> bool:
        """No sentence: a heading, a byline, another headline, an item of a list."""
        start, end = self.spans[index]
        return end - start < _SHORT and not ends_like_prose(self.text, start, end)

    def mark_captions(self) -> None:
        """A line that stands twice on the page with its credit, or twice in a row, is a caption, not the story.

        Of what stands twice elsewhere the first is kept: a standfirst, a title, a page that holds its story twice.
        """
        folded = [
            without_credit(self.block(i)) if e - s < _LONGEST_CAPTION else "" for i, (s, e) in enumerate(self.spans)
        ]
        counts = Counter(fold for fold in folded if len(fold) > _CAPTION)
        credited = {fold for i, fold in enumerate(folded) if counts[fold] > 1 and self.parts[i] == "noise"}
        first = next((i for i, part in enumerate(self.parts) if part != "noise"), 0)
        kept: set[str] = set()
        for i, fold in enumerate(folded):
            if counts[fold] < 2:
                continue
            in_a_row = i + 1 < len(folded) and folded[i + 1] == fold
            if fold in kept or fold in credited or not (i == first or self._may_be_told(i, fold, in_a_row=in_a_row)):
                self.parts[i] = "noise"
            else:
                kept.add(fold)
        noisy: dict[str, list[str]] = defaultdict(list)
        for fold, part in zip(folded, self.parts, strict=True):
            if part != "noise" or len(fold) <= _CAPTION or fold in kept:
                continue
            for found in _WORD.finditer(fold):
                known = noisy[fold[found.start() : found.start() + _CAPTION]]
                if len(known) < 8:
                    known.append(fold)
        for i, fold in enumerate(folded):
            if len(fold) > _CAPTION and any(fold in other for other in noisy.get(fold[:_CAPTION], ())):
                self.parts[i] = "noise"

    def _may_be_told(self, index: int, fold: str, *, in_a_row: bool) -> bool:
        """What stands twice may be the story's own: a long paragraph, a sentence apart from its copy or with a figure."""
        if len(fold) >= _PARAGRAPH:
            return True
        if not ends_like_prose(self.text, *self.spans[index]):
            return False
        return not in_a_row or _FIGURE.search(self.block(index)) is not None

    def mark_lists_under_headers(self) -> None:
        """The lines under "Related" or "Latest headlines" are other stories, up to the next sentence."""
        under = False
        for i, (start, end) in enumerate(self.spans):
            if end - start < _SHORT and self.text[end - 1] != "." and _HEADER.match(self.block(i)):
                under = True
                self.parts[i] = "noise"
            elif under and not (self.is_short(i) or self._asks(i)):
                under = False
            elif under and self.parts[i] == "body":
                self.parts[i] = "noise"
                self._listed.add(i)

    def _asks(self, index: int) -> bool:
        """A headline that is a question, or is broken off."""
        start, end = self.spans[index]
        return end - start < _SHORT and self.text[start:end].rstrip("\"'”’ ").endswith(("?", "…", "..."))

    def mark_posts_and_comments(self) -> None:
        """The words of an embedded post stand before its author's name; readers' comments run to the end."""
        for i in range(1, len(self.spans)):
            start, end = self.spans[i - 1]
            if self.parts[i] == "noise" and end - start < 300 and _POSTED.match(self.block(i)[:120]):
                self.parts[i - 1] = "noise"
        told = 0
        for i, (start, end) in enumerate(self.spans):
            told += end - start if self.parts[i] == "body" and ends_like_prose(self.text, start, end) else 0
            if end - start < 40 and told and _COMMENTS.match(self.block(i)):
                following = range(i + 1, len(self.spans))
                if any(self.spans[j][1] - self.spans[j][0] < 80 and _REPLY.search(self.block(j)) for j in following):
                    self.parts[i:] = ["noise"] * (len(self.spans) - i)
                return
            if end - start < 40 and _LEAVE_ONE.match(self.block(i)) and told > len(self.text) - end:
                self.parts[i:] = ["noise"] * (len(self.spans) - i)
                return

    def mark_menus(self) -> None:
        """Four short lines and more in a row, without a figure or a full stop among them, are a menu."""
        run: list[int] = []
        for i in range(len(self.spans) + 1):
            if i < len(self.spans) and self._could_be_menu(i):
                run.append(i)
                continue
            if len(run) >= 4:
                for j in run:
                    self.parts[j] = "noise"
            run = []

    def _could_be_menu(self, index: int) -> bool:
        start, end = self.spans[index]
        if end - start > 40 or ends_like_prose(self.text, start, end):
            return False
        block = self.text[start:end]
        return len(block.split()) <= 3 and not any(c.isdigit() for c in block) and not _ITEM.match(block)

    def first_prose(self) -> int:
        """Where the body starts if there is no dateline: the first long block that ends like a sentence."""
        prose = [
            i
            for i, (start, end) in enumerate(self.spans)
            if self.parts[i] == "body" and ends_like_prose(self.text, start, end)
        ]
        long = next((i for i in prose if self.spans[i][1] - self.spans[i][0] > 60), None)
        if long is not None:
            return long
        return prose[0] if prose else next((i for i, part in enumerate(self.parts) if part == "body"), 0)

    def mark_head(self, opening: int) -> None:
        """Above the body: one headline, its decks, and bylines."""
        seen_headline = False
        heads = [i for i in range(opening) if self.parts[i] != "noise"]
        if not heads and opening - 1 in self._listed:
            self.parts[opening - 1] = "body"  # a list at the top of the page runs into the story's own headline
        for i in range(opening):
            if self.parts[i] == "noise":
                continue
            block = self.block(i)
            stops = ends_like_prose(self.text, *self.spans[i])
            if _BY.match(block) or (seen_headline and len(block) < 70 and _BYLINE.match(block)):
                self.parts[i] = "noise"
            elif not seen_headline and not stops:
                self.parts[i], seen_headline = "headline", True
            else:
                self.parts[i] = "deck" if stops or len(_WORD.findall(block)) > 5 else "noise"

    def mark_tail(self, opening: int) -> None:
        """Below the opening: a short block without a full stop is an item of a list, a heading, or another headline."""
        item = False
        for i in range(opening + 1, len(self.spans)):
            if self.parts[i] != "body" or not self.is_short(i):
                item = False
                continue
            block = self.block(i)
            item = self._is_item(i, block, after_item=item)
            if not item and not _SPOKEN.search(block):
                self.parts[i] = "headline" if self._is_heading(i) else "noise"

    def _is_item(self, index: int, block: str, *, after_item: bool) -> bool:
        """An item of a list: with its mark, or with a figure after a colon or another item; a row of a table, and what stands over one."""
        if _ITEM.match(block) or block[-1].isdigit():
            return True
        rows = [self._is_row(i) for i in range(index - 1, index + 3)]
        if (rows[1] and (rows[0] or rows[2])) or (rows[2] and rows[3] and not rows[0]):
            return True
        end = self.spans[index - 1][1]
        return _FIGURE.search(block) is not None and (after_item or self.text[end - 1] in ":;")

    def _is_row(self, index: int) -> bool:
        """As in "Qatar: $120 million": a name and its figure, and nothing else."""
        return 0 <= index < len(self.spans) and _ROW.match(self.block(index)) is not None

    def _is_heading(self, index: int) -> bool:
        """A heading stands over a paragraph of its own, and says what that says, or names it in few words."""
        if index + 1 >= len(self.spans) or self.parts[index + 1] != "body" or self.is_short(index + 1):
            return False
        if index and self.parts[index - 1] == "noise" and self.is_short(index - 1):
            return False
        block = self.block(index)
        if _BY.match(block):
            return False
        words = _WORD.findall(block)
        return len(words) <= 4 or bool(_stems(words) & _stems(_WORD.findall(self.block(index + 1)[:1500])))


def _stems(words: list[str]) -> set[str]:
    return {word[:5].lower() for word in words if len(word) > 3}
