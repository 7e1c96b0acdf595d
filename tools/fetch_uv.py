"""Fetch a pinned uv into .tools/ with the standard library alone, and print its path.

Where neither uv nor pip is there (stock Debian's Python), uv's wheel is taken from the index that pip is configured
for, held against the SHA-256 written here, and unpacked.  To move to another version: change VERSION and take the
names and digests from https://pypi.org/simple/uv/.
"""

from __future__ import annotations

import base64
import hashlib
import html.parser
import json
import os
import platform
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

from pip_index import PipIndex, pip_index

VERSION = "0.13.9"
OLDEST = (0, 7, 0)  # the oldest uv on PATH that reads this lock file
WHEELS = {
    ("linux", "x86_64", "glibc"): (
        "manylinux_2_17_x86_64.manylinux2014_x86_64",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    ("linux", "aarch64", "glibc"): (
        "manylinux_2_28_aarch64",
        "ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375",
    ),
    ("linux", "x86_64", "musl"): (
        "musllinux_1_1_x86_64",
        "2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25",
    ),
    ("linux", "aarch64", "musl"): (
        "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
        "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    ),
    ("darwin", "x86_64", ""): (
        "macosx_10_12_x86_64",
        "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    ),
    ("darwin", "arm64", ""): (
        "macosx_11_0_arm64",
        "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    ),
}
ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
TIMEOUT = 60


class FetchError(Exception):
    """uv could not be had; the message says why and what to do."""


class _Links(html.parser.HTMLParser):
    """The addresses on a page of the simple index."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what an anchor points to."""
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def wheel_for(system: str, machine: str, libc: str) -> tuple[str, str]:
    """The wheel's file name and SHA-256 for a platform."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine.lower(), machine.lower())
    if system.lower() == "darwin":
        machine, libc = machine.replace("aarch64", "arm64"), ""
    wheel = WHEELS.get((system.lower(), machine, libc))
    if wheel is None:
        known = ", ".join(" ".join(x for x in key if x) for key in WHEELS)
        raise FetchError(
            f"no uv is pinned for this platform ({system} {machine} {libc}); pinned are: {known}. "
            "Install uv yourself (https://docs.astral.sh/uv/) and put it on PATH."
        )
    return f"uv-{VERSION}-py3-none-{wheel[0]}.whl", wheel[1]


def this_platform() -> tuple[str, str, str]:
    """System, machine and C library."""
    libc = ""
    if platform.system() == "Linux":
        libc = "glibc" if platform.libc_ver()[0] == "glibc" else "musl"
    return platform.system(), platform.machine(), libc


def get(address: str, index: PipIndex, accept: str = "*/*") -> tuple[bytes, str, str]:
    """The content of an address, its type, and where it was found in the end."""
    parts = urllib.parse.urlsplit(address)
    headers = {"Accept": accept, "User-Agent": f"fetch-uv/{VERSION}"}
    if parts.username:
        user = urllib.parse.unquote(parts.username)
        word = urllib.parse.unquote(parts.password or "")
        headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{word}".encode()).decode()
        address = urllib.parse.urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    context = ssl.create_default_context(cafile=index.cert) if index.cert else ssl.create_default_context()
    if parts.hostname in index.trusted_hosts or parts.netloc.rpartition("@")[2] in index.trusted_hosts:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # the digest still decides
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
    if index.proxy:
        handlers.append(urllib.request.ProxyHandler({"http": index.proxy, "https": index.proxy}))
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 -- the index may be a folder (file:)
    with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT) as answer:
        return answer.read(), answer.headers.get("Content-Type", ""), answer.url


def find_link(index_url: str, name: str, index: PipIndex) -> str | None:
    """The address of the file `name` in an index's page on uv; None where the page does not have it."""
    page = index_url.rstrip("/") + "/uv/"
    if page.startswith("file:"):
        page += "index.html"
    body, kind, base = get(page, index, ACCEPT)
    if "json" in kind:
        links = [str(item["url"]) for item in json.loads(body)["files"]]
    else:
        parser = _Links()
        parser.feed(body.decode("utf-8", "replace"))
        links = parser.found
    for link in links:
        whole = urllib.parse.urldefrag(urllib.parse.urljoin(base, link)).url
        if urllib.parse.unquote(whole.rpartition("/")[2]) == name:
            old, new = urllib.parse.urlsplit(index_url), urllib.parse.urlsplit(whole)
            if old.username and old.hostname == new.hostname and not new.username:  # a mirror's password, kept to it
                whole = urllib.parse.urlunsplit(new._replace(netloc=old.netloc))
            return whole
    return None


def download(name: str, digest: str, index: PipIndex) -> bytes:
    """The wheel, from the first index that has it, with its digest checked."""
    failures = []
    for url in (index.url, *index.extra):
        shown = urllib.parse.urlsplit(url)
        place = urllib.parse.urlunsplit(shown._replace(netloc=shown.netloc.rpartition("@")[2]))
        try:
            link = find_link(url, name, index)
            if link is None:
                failures.append(f"{place}: has no {name}")
                continue
            body = get(link, index)[0]
        except (OSError, ValueError, KeyError) as error:
            failures.append(f"{place}: {getattr(error, 'reason', None) or error}")
            continue
        found = hashlib.sha256(body).hexdigest()
        if found != digest:
            raise FetchError(
                f"{name} from {place} is not the file that is pinned: SHA-256 {found}, expected {digest}. "
                "Nothing was unpacked."
            )
        return body
    raise FetchError(
        "uv could not be fetched:\n  " + "\n  ".join(failures) + "\n"
        "Needed once: a network, or an index that pip is configured for (PIP_INDEX_URL or pip.conf; certificates: "
        "PIP_CERT or the package ca-certificates). Or install uv yourself and put it on PATH."
    )


def unpack(wheel: bytes, target: Path) -> None:
    """Write the wheel's program to `target`, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        archive = Path(folder) / "uv.whl"
        archive.write_bytes(wheel)
        with zipfile.ZipFile(archive) as files:
            program = files.read(f"uv-{VERSION}.data/scripts/uv")
        fresh = Path(folder) / "uv"
        fresh.write_bytes(program)
        fresh.chmod(0o755)
        fresh.replace(target)


def works(uv: Path) -> bool:
    """It runs, and is no older than this lock file needs."""
    try:
        said = subprocess.run([uv, "--version"], capture_output=True, text=True, timeout=60, check=True)  # noqa: S603
        numbers = said.stdout.split()[1].split("-")[0].split("+")[0]
        return tuple(int(x) for x in numbers.split(".")[:3]) >= OLDEST
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return False


def find_uv(tools: Path, environ: dict[str, str]) -> Path:
    """The uv on PATH, else the one in `tools`, else a fresh one there."""
    on_path = shutil.which("uv", path=environ.get("PATH"))
    if on_path and works(Path(on_path)):
        return Path(on_path)
    own = tools / f"uv-{VERSION}" / "uv"
    if not (own.is_file() and works(own)):
        name, digest = wheel_for(*this_platform())
        print(f"fetching uv {VERSION} into {own.parent} (once)", file=sys.stderr)
        unpack(download(name, digest, pip_index(environ)), own)
        if not works(own):
            raise FetchError(f"{own} does not run on this machine; install uv yourself and put it on PATH.")
    return own


def main() -> int:
    """Print the path of a uv that works."""
    try:
        print(find_uv(Path(__file__).resolve().parent.parent / ".tools", dict(os.environ)))
    except FetchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
