"""Turn annotations that quote a text into annotations by place alone, for texts that may not be passed on.

    python tools/gold_spans.py ANNOTATIONS TEXTS OUT

ANNOTATIONS holds ID.yaml, TEXTS ID.txt; OUT gets ID.yaml with `span`, `sources_spans`, `product_span` and their
alternatives in Unicode code points of the text, its sha256, and none of its words.  A name that is not found in the
text is told and left out.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import yaml

LEFT_OUT = {"quote", "occurrence", "note", "sources", "sources_alt", "product", "product_alt", "digits", "strength"}


def place(text: str, words: str, near: int) -> list[int] | None:
    """Where words stand: the place nearest to an offset, white space folded."""
    found = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    return list(min(found, key=lambda s: abs(s[0] - near))) if found else None


def names(text: str, value: Any, near: int, where: str) -> Any:
    """The places of a name or of a list of names; nothing stays nothing."""
    if value is None:
        return None
    if isinstance(value, list):
        return [found for one in value if (found := names(text, one, near, where)) is not None]
    found = place(text, value, near)
    if found is None:
        print(f"{where}: {value!r} is not in the text; left out", file=sys.stderr)
    return found


def entry_by_place(entry: dict[str, Any], text: str, where: str) -> dict[str, Any]:
    """One annotated entry without the text's words."""
    if entry.get("span"):
        span = list(entry["span"])
    else:
        found = [m.span() for m in re.finditer(r"\s+".join(map(re.escape, entry["quote"].split())), text)]
        if not found:
            raise SystemExit(f"{where}: its quote is not in the text")
        span = list(found[entry.get("occurrence", 1) - 1])
    out: dict[str, Any] = {"span": span}
    out |= {k: v for k, v in entry.items() if k not in LEFT_OUT and k != "span" and v is not None}
    if entry.get("strength"):
        out["strength_span"] = place(text, entry["strength"], span[0])
    if entry.get("sources") is not None and "sources_spans" not in entry:
        out["sources_spans"] = names(text, entry["sources"], span[0], where) or []
    if entry.get("product") and "product_span" not in entry:
        out["product_span"] = names(text, entry["product"], span[0], where)
    for name in ("sources", "product"):
        others = entry.get(f"{name}_alt")
        if f"{name}_alt" in entry:
            others = others if isinstance(others, list) else [others]
            out[f"{name}_alt_spans"] = [None if o is None else names(text, o, span[0], where) for o in others]
            out[f"{name}_alt_spans"] = [
                o for o, given in zip(out[f"{name}_alt_spans"], others, strict=True) if o is not None or given is None
            ]
    return out


def main() -> int:
    """Write every annotation anew."""
    annotations, texts, out = map(Path, sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(annotations.glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = (texts / f"{path.stem}.txt").read_bytes().decode()
        made: dict[str, Any] = {
            "id": gold["id"], "published": gold.get("published"), "outlet": gold.get("outlet"), "lang": gold.get("lang"),
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "events_annotated": bool(gold.get("events_annotated", True)),
        }  # fmt: skip
        for kind in ("measures", "trend_claims", "events"):
            made[kind] = [
                entry_by_place(e, text, f"{path.name}: {kind}[{i}]") for i, e in enumerate(gold.get(kind) or [])
            ]
        made["noise"] = []
        written = yaml.safe_dump(made, sort_keys=False, allow_unicode=True, default_flow_style=None, width=160)
        (out / path.name).write_text(written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
