"""The package index that pip is configured for, read as pip reads it, with the standard library alone.

Stock Debian's Python has no pip, but a site's mirror is written down in pip's files and variables all the same.
"""

from __future__ import annotations

import configparser
import os
import sys
from dataclasses import dataclass
from pathlib import Path

DEFAULT = "https://pypi.org/simple"


@dataclass(frozen=True)
class PipIndex:
    """Where packages come from, and how to reach it."""

    url: str = DEFAULT
    extra: tuple[str, ...] = ()
    cert: str | None = None
    proxy: str | None = None
    trusted_hosts: tuple[str, ...] = ()

    @property
    def is_default(self) -> bool:
        """Nobody has configured another index than the public one."""
        return self.url.rstrip("/") == DEFAULT


def config_files(environ: dict[str, str]) -> list[Path]:
    """The files that pip would read, the weakest first."""
    named = environ.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return []
    home = Path(environ["HOME"]) if environ.get("HOME") else None
    roots = [Path(x) / "pip" for x in environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":") if x]
    files = [root / "pip.conf" for root in reversed(roots)] + [Path("/etc/pip.conf")]
    if home:
        user = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
        if sys.platform == "darwin":
            files.append(home / "Library/Application Support/pip/pip.conf")
        files += [home / ".pip/pip.conf", user / "pip/pip.conf"]
    files.append(Path(sys.prefix) / "pip.conf")
    if named:
        files.append(Path(named))
    return files


def pip_index(environ: dict[str, str]) -> PipIndex:
    """Read pip's files, then its variables; the later wins."""
    settings: dict[str, str] = {}
    for path in config_files(environ):
        parser = configparser.RawConfigParser()
        try:
            parser.read(path, encoding="utf-8")
        except (OSError, configparser.Error, UnicodeDecodeError) as error:
            print(f"passed over {path}: {error}", file=sys.stderr)
            continue
        for section in ("global", "download", "install"):
            if parser.has_section(section):
                settings.update({key.replace("_", "-"): value for key, value in parser.items(section)})
    for key, value in environ.items():
        if key.startswith("PIP_") and value:
            settings[key[4:].lower().replace("_", "-")] = value
    return PipIndex(
        url=settings.get("index-url", "").strip() or DEFAULT,
        extra=tuple(settings.get("extra-index-url", "").split()),
        cert=settings.get("cert") or None,
        proxy=settings.get("proxy") or None,
        trusted_hosts=tuple(settings.get("trusted-host", "").split()),
    )
