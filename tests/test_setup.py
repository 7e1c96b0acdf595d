"""The way from a bare Python to the environment: pip's configuration, the pinned wheel, the clear errors."""

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import fetch_uv  # noqa: E402
from pip_index import DEFAULT, PipIndex, pip_index  # noqa: E402


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A folder that is a package index with one wheel of this platform, its digest pinned."""
    name = fetch_uv.wheel_for(*fetch_uv.this_platform())[0]
    page = tmp_path / "simple" / "uv"
    page.mkdir(parents=True)
    with zipfile.ZipFile(page / name, "w") as wheel:
        wheel.writestr(f"uv-{fetch_uv.VERSION}.data/scripts/uv", f"#!/bin/sh\necho uv {fetch_uv.VERSION}\n")
    (page / "index.html").write_text(f'<a href="other-1.whl">x</a> <a href="{name}#sha256=00">{name}</a>')
    digest = hashlib.sha256((page / name).read_bytes()).hexdigest()
    monkeypatch.setattr(fetch_uv, "wheel_for", lambda *_: (name, digest))
    return PipIndex(url=(tmp_path / "simple").as_uri())


def environ(index: PipIndex) -> dict[str, str]:
    return {"PATH": "/nowhere", "PIP_INDEX_URL": index.url, "PIP_CONFIG_FILE": "/dev/null"}


def test_the_wheel_is_fetched_once_and_runs(tmp_path, index):
    uv = fetch_uv.find_uv(tmp_path / "tools", environ(index))
    assert subprocess.run([uv], capture_output=True, text=True, check=True).stdout == f"uv {fetch_uv.VERSION}\n"
    assert [p.name for p in uv.parent.iterdir()] == ["uv"]
    assert fetch_uv.find_uv(tmp_path / "tools", {"PIP_INDEX_URL": "file:///nowhere"}) == uv


def test_another_file_under_the_pinned_name_is_refused(tmp_path, index, monkeypatch):
    name = fetch_uv.wheel_for()[0]
    monkeypatch.setattr(fetch_uv, "wheel_for", lambda *_: (name, "0" * 64))
    with pytest.raises(fetch_uv.FetchError, match=r"not the file that is pinned: SHA-256 \w{64}, expected 0{64}"):
        fetch_uv.find_uv(tmp_path / "tools", environ(index))
    assert not list((tmp_path / "tools").rglob("uv"))


def test_a_missing_index_or_file_says_what_is_needed(index, tmp_path):
    nowhere = PipIndex(url=(tmp_path / "empty").as_uri(), extra=(index.url,))
    with pytest.raises(fetch_uv.FetchError, match=r"(?s)empty: .*simple: has no uv-9.whl.*PIP_INDEX_URL"):
        fetch_uv.download("uv-9.whl", "0" * 64, nowhere)
    name, digest = fetch_uv.wheel_for()
    assert fetch_uv.download(name, digest, nowhere), "the second index is asked where the first fails"


def test_a_uv_on_path_is_used_if_it_works(tmp_path, index):
    folder = tmp_path / "bin"
    folder.mkdir()
    mine = folder / "uv"
    for version, used in (("0.99.0", True), ("0.1.0", False), ("broken", False)):
        mine.write_text(f"#!/bin/sh\necho uv {version}\n")
        mine.chmod(0o755)
        found = fetch_uv.find_uv(tmp_path / "tools", environ(index) | {"PATH": str(folder)})
        assert (found == mine) is used, version


@pytest.mark.parametrize("platform", fetch_uv.WHEELS)
def test_every_pinned_platform_has_a_name_and_a_digest(platform):
    name, digest = fetch_uv.wheel_for(*platform)
    assert name.startswith("uv-")
    assert len(digest) == 64


def test_an_unknown_platform_is_said():
    with pytest.raises(fetch_uv.FetchError, match="no uv is pinned for this platform"):
        fetch_uv.wheel_for("Linux", "sparc", "glibc")


def test_pips_files_and_variables_are_read_as_pip_reads_them(tmp_path):
    site, user = tmp_path / "xdg" / "pip", tmp_path / "home" / ".config" / "pip"
    for folder, text in (
        (site, "[global]\nindex-url = https://site.example/simple\n"),
        (
            user,
            "[global]\nindex-url = https://user.example/simple\ncert = /u.pem\n[install]\nextra-index-url =\n  a\n  b\n",
        ),
    ):
        folder.mkdir(parents=True)
        (folder / "pip.conf").write_text(text)
    base = {"XDG_CONFIG_DIRS": str(tmp_path / "xdg"), "HOME": str(tmp_path / "home")}
    found = pip_index(base)
    assert (found.url, found.extra, found.cert) == ("https://user.example/simple", ("a", "b"), "/u.pem")
    assert pip_index(base | {"PIP_INDEX_URL": "https://env.example/"}).url == "https://env.example/"
    assert pip_index(base | {"PIP_CONFIG_FILE": "/dev/null"}) == PipIndex(DEFAULT)
