"""Pages of reports: self-contained HTML files that run nothing and fetch nothing."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

import tieline

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Content-Security-Policy of the file: whatever a story holds, nothing runs and nothing is fetched."""


@cache
def _style() -> str:
    return (files("tieline.report") / "article_style.css").read_text(encoding="utf-8")


def page_html(title: str, body: str) -> str:
    """One self-contained HTML file round a body."""
    told = escape(" ".join(title.split()))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="tieline {escape(tieline.__version__)}">\n'
        f"<title>Checked: {told}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
