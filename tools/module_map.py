"""Write docs/modules.md, a line for each module, from their docstrings; `--check` only says whether it is up to date."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "modules.md"
SOURCE = ROOT / "src" / "tieline"
BESIDE = ("tests", "bench", "tools")
HEAD = """# Modules

<!-- Written by `make reference` from the docstrings of the modules; change it there. -->

Every module of the repository with the first words of its docstring, package by package. Which room is what, in what
order its modules are asked and where new code goes is told in its file `AGENTS.md`.
"""


def packages() -> list[Path]:
    """The folders of modules in the source, a room before those within it."""
    return sorted({path.parent for path in SOURCE.rglob("*.py")})


def module_map() -> str:
    """The whole page."""
    return HEAD + "".join(section(folder) for folder in (*packages(), *(ROOT / name for name in BESIDE)))


def section(folder: Path) -> str:
    """One package: what it is, and its modules by name."""
    title = folder.relative_to(ROOT).as_posix()
    lines = [f"\n## {title}/\n"]
    package = folder / "__init__.py"
    if package.exists():
        lines.append(first_words(package) + "\n")
    lines += [f"- `{path.name}`: {first_words(path)}" for path in modules(folder)]
    return "\n".join(lines).rstrip() + "\n"


def modules(folder: Path) -> Iterator[Path]:
    """The modules of a folder, without the package's own."""
    return (path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py")


def first_words(path: Path) -> str:
    """The first paragraph of a module's docstring, with nothing in it that Markdown would take for a mark."""
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    words = " ".join(told.split("\n\n")[0].split())
    code = re.split(r"(`[^`]*`)", words)
    return "".join(part if part.startswith("`") else re.sub(r"([\\*_<\[\]])", r"\\\1", part) for part in code)


def main() -> int:
    """Write the page, or compare it."""
    made = module_map()
    if "--check" in sys.argv[1:]:
        fresh = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
        print("up to date" if fresh else f"{TARGET.name} is stale; run `make reference`")
        return 0 if fresh else 1
    TARGET.write_text(made, encoding="utf-8")
    print(f"written: {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
