"""For all tests: no network, not even from programs that they start, and no settings of the one who runs them."""

import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OFFLINE = HERE / "offline"
DEAD_PROXY = "http://127.0.0.1:9"  # the port of the discard service, which nobody serves

_spec = spec_from_file_location("tieline_offline", OFFLINE / "sitecustomize.py")
_spec.loader.exec_module(module_from_spec(_spec))  # an audit hook: it holds until the test run ends


@pytest.fixture(autouse=True, scope="session")
def _offline():
    """Programs that the tests start get the same guard, and other languages a proxy that is not there."""
    patch = pytest.MonkeyPatch()
    path = os.environ.get("PYTHONPATH")
    patch.setenv("PYTHONPATH", os.pathsep.join([str(OFFLINE), *([path] if path else [])]))
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        patch.setenv(name, DEAD_PROXY)
        patch.setenv(name.upper(), DEAD_PROXY)
    for name in ("no_proxy", "NO_PROXY"):
        patch.setenv(name, "127.0.0.1,localhost")
    for name in ("TIELINE_LEDGER", "FORCE_COLOR", "NO_COLOR"):
        patch.delenv(name, raising=False)
    yield
    patch.undo()


@pytest.fixture
def tieline(tmp_path, monkeypatch):
    """Call the command line in this process, in an empty folder: `tieline("read", "story.txt")` gives its outcome."""
    from click.testing import CliRunner  # noqa: PLC0415

    from tieline.cli.main import cli  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)

    def call(*arguments, stdin=None):
        return CliRunner().invoke(cli, [str(a) for a in arguments], input=stdin, prog_name="tieline")

    return call


@pytest.fixture(scope="session")
def read_set():
    """What the reader prints for the stories of a set, read once in a session: `read_set("dev", stories)`."""
    from tieline.read import read_documents  # noqa: PLC0415

    known = {}

    def read(name, stories):
        if name not in known:
            documents = [story.document for story in stories if story.document is not None]
            known[name] = [claim.to_json() for result in read_documents(documents) for claim in result.claims]
        return known[name]

    return read
