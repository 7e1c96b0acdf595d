"""The brief: one page on the ties of two countries, as Markdown or HTML. Every sentence has its note: a quote, or rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

_STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}h1{font-size:1.6rem}"
    "h2{font-size:1.1rem;margin-top:1.6rem}sup a{text-decoration:none}ol.notes{font-size:.85rem;color:#444;overflow-wrap:anywhere}"
    "svg{max-width:100%;height:auto}.known{color:#666}"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it stands on."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its sentences; `listed` ones stand in a list."""

    title: str
    sentences: tuple[Sentence, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What is known of two countries' ties.

    Attributes:
        known: On which day, in words.
        chart: SVG, or nothing.
    """

    title: str
    known: str
    sections: tuple[Section, ...]
    chart: str = ""

    def _numbered(self) -> Iterator[tuple[Section, list[tuple[int, Sentence]]]]:
        number = 0
        for section in self.sections:
            told = list(enumerate(section.sentences, start=number + 1))
            number += len(told)
            yield section, told

    def markdown(self) -> str:
        """With footnotes `[^1]`; without the chart."""
        parts, notes = [f"# {_plain(self.title)}", f"*{_plain(self.known)}*"], []
        for section, told in self._numbered():
            lines = [f"{_plain(one.text)}[^{number}]" for number, one in told]
            parts += [
                f"## {section.title}",
                "\n".join(f"- {line}" for line in lines) if section.listed else " ".join(lines),
            ]
            notes += [f"[^{number}]: {_plain(one.note)}" for number, one in told]
        return "\n\n".join([*parts, "\n".join(notes)]) + "\n"

    def json(self) -> str:
        """One JSON object: `title`, `known`, `sections` with `title` and `sentences`, each with `number`, `text` and `note`."""
        sections = [
            {"title": section.title, "sentences": [{"number": number, "text": one.text, "note": one.note} for number, one in told]}
            for section, told in self._numbered()
        ]  # fmt: skip
        return json.dumps({"title": self.title, "known": self.known, "sections": sections}, ensure_ascii=False) + "\n"

    def html(self) -> str:
        """One page that needs nothing else."""
        parts, notes = [f"<h1>{escape(self.title)}</h1>", f'<p class="known">{escape(self.known)}</p>'], []
        for section, told in self._numbered():
            lines = [
                f'{escape(one.text)}<sup id="at{number}"><a href="#note{number}">{number}</a></sup>'
                for number, one in told
            ]
            body = (
                f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
                if section.listed
                else f"<p>{' '.join(lines)}</p>"
            )
            parts += [f"<h2>{escape(section.title)}</h2>", body]
            notes += [
                f'<li id="note{number}">{escape(one.note)} <a href="#at{number}">back</a></li>' for number, one in told
            ]
        head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(self.title)}</title>'
        chart = ["<h2>The channels over time</h2>", self.chart] if self.chart else []
        body = "\n".join([*parts, *chart, "<h2>Notes</h2>", f'<ol class="notes">{"".join(notes)}</ol>'])
        return f'<!doctype html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head><body>\n{body}\n</body></html>\n'


def _plain(text: str) -> str:
    """Text on one line that Markdown and HTML leave as it is."""
    joined = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\*_`[]<>#|" else letter for letter in joined)
