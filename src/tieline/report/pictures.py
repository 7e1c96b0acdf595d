"""A chart of `charts` as a picture (PNG), drawn from its own SVG: the same rectangles, lines and words at twice the size.

It knows what these charts are made of and nothing else of SVG. The letters are those that Pillow brings along (Aileron), so that
the same chart is the same picture on every machine; they have no accents, so words lose theirs.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, XMLParser, fromstring

from tieline.model.errors import MissingDataError

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SCALE: Final = 2
_SIZE: Final = 12.0
_HATCHED: Final = "url(#none)"
_GREY: Final = "#bbb"


def png_of(svg: str) -> bytes:
    """A chart as PNG.

    Args:
        svg: As `charts` makes it.

    Raises:
        MissingDataError: what draws pictures is not installed.
    """
    try:
        from PIL import Image, ImageDraw  # noqa: PLC0415
    except ImportError as error:
        raise MissingDataError(
            "nothing that draws pictures is installed; `pip install 'tieline[png]'` adds it, and a chart as .svg needs nothing"
        ) from error
    root = fromstring(svg, parser=XMLParser(encoding="utf-8"))  # noqa: S314 -- our own text
    picture = Image.new(
        "RGB", (round(float(root.get("width", 0)) * SCALE), round(float(root.get("height", 0)) * SCALE)), "#fff"
    )
    draw = ImageDraw.Draw(picture)
    for shape in root:
        drawn = _DRAWN.get(shape.tag.rpartition("}")[2])
        if drawn is not None:
            drawn(draw, shape)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _at(shape: Element, name: str) -> float:
    return float(shape.get(name, 0)) * SCALE


def _rectangle(draw: ImageDraw, shape: Element) -> None:
    left, top, wide, tall = (_at(shape, name) for name in ("x", "y", "width", "height"))
    if wide <= 0 or tall <= 0:
        return
    fill = shape.get("fill", "#000")
    edges = (left, top, max(left + wide - 1, left), max(top + tall - 1, top))
    if fill != _HATCHED:
        draw.rectangle(edges, fill=fill)
        return
    step = 6 * SCALE
    for start in range(
        int(left - tall) // step * step, int(left + wide) + 1, step
    ):  # the part of each slanting line that is inside
        first, last = max(start, left), min(start + tall, left + wide)
        if first < last:
            draw.line((first, top + tall - (first - start), last, top + tall - (last - start)), fill=_GREY, width=SCALE)


def _line(draw: ImageDraw, shape: Element) -> None:
    ends = tuple(_at(shape, name) for name in ("x1", "y1", "x2", "y2"))
    draw.line(ends, fill=shape.get("stroke", "#000"), width=max(round(float(shape.get("stroke-width", 1)) * SCALE), 1))


def _words(draw: ImageDraw, shape: Element) -> None:
    from PIL import ImageFont  # noqa: PLC0415

    font = ImageFont.load_default(float(shape.get("font-size", _SIZE)) * SCALE)
    anchor = {"end": "rs", "middle": "ms"}.get(shape.get("text-anchor", ""), "ls")
    heavy = 0.4 * SCALE if shape.get("font-weight") == "600" else 0
    place = _at(shape, "x"), _at(shape, "y")
    fill = shape.get("fill", "#000")
    draw.text(
        place,
        _plain_letters(shape.text or ""),
        fill=fill,
        font=font,
        anchor=anchor,
        stroke_width=heavy,
        stroke_fill=fill,
    )


def _plain_letters(text: str) -> str:
    """Words without accents.

    >>> _plain_letters("Côte d’Ivoire, Türkiye"), _plain_letters("10–20 €")
    ("Cote d'Ivoire, Turkiye", '10-20 ?')
    """
    parted = unicodedata.normalize(
        "NFKD", text.translate({0x2019: "'", 0x2013: "-", 0x2014: "-", 0x2212: "-", 0x2026: "..."})
    )
    return "".join(each if each.isascii() else "?" for each in parted if not unicodedata.combining(each))


_DRAWN: Final[dict[str, Callable[[ImageDraw, Element], None]]] = {"rect": _rectangle, "line": _line, "text": _words}
