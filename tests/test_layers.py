"""Imports between rooms go one way, `import tieline` stays light, and the guard against connections works."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tieline"
LAYERS = (
    "model", "read", "sources", "ledger", "trade", "ties", "check", "report", "evaluate", "workspace", "cli", "web", "mcp",
)  # fmt: skip
# Rooms within a room, in their order: each imports only from those before it; what lies beside them joins them.
WITHIN = {
    "read": (
        "learned", "words", "pages", "syntax", "when", "numbers", "names", "story", "frames", "measures", "trends", "acts",
    ),
    "trade": ("files", "layouts", "loading", "figures", "indicators", "questions", "mirror"),
}  # fmt: skip
DOORS = {"cli", "web", "mcp"}
STANDARD_LIBRARY_ONLY = "model"
HEAVY = ("spacy", "duckdb", "pyarrow", "deltalake", "trafilatura", "rich", "click", "pandas", "numpy", "lxml")


def imports(path):
    """Every module that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(module):
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "tieline" else None


FILES = sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE)


def test_every_room_has_its_place():
    rooms = {path.relative_to(SOURCE).parts[0] for path in FILES}
    assert rooms <= set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_room_imports_only_from_those_before_it(layer):
    allowed = {*LAYERS[: LAYERS.index(layer)], layer} - (DOORS - {layer})
    if layer in DOORS:
        # doors speak to the workspace; of the rooms behind it they take only words, errors and forms of output
        allowed -= {"ledger", "trade", "ties", "check", "sources"}
    wrong = [
        (path.relative_to(SOURCE).as_posix(), module)
        for path in FILES
        if path.relative_to(SOURCE).parts[0] == layer
        for module in imports(path)
        if room(module) in LAYERS and room(module) not in allowed
    ]
    assert wrong == []


@pytest.mark.parametrize(("layer", "inner"), [(layer, inner) for layer, order in WITHIN.items() for inner in order])
def test_a_room_within_a_room_imports_only_from_those_before_it(layer, inner):
    order = WITHIN[layer]
    assert {path.parent.name for path in (SOURCE / layer).glob("*/*.py")} == set(order)
    allowed = {f"tieline.{layer}.{name}" for name in order[: order.index(inner) + 1]}
    wrong = [
        (path.name, module)
        for path in (SOURCE / layer / inner).glob("*.py")
        for module in imports(path)
        if module.startswith(f"tieline.{layer}.") and ".".join(module.split(".")[:3]) not in allowed
    ]
    assert wrong == []


def test_the_model_needs_the_standard_library_only():
    foreign = {
        module.split(".")[0]
        for path in FILES
        if path.relative_to(SOURCE).parts[0] == STANDARD_LIBRARY_ONLY
        for module in imports(path)
    } - set(sys.stdlib_module_names)
    assert foreign == {"tieline"}


def test_evaluation_knows_the_nouns_alone():
    known = {room(module) for path in (SOURCE / "evaluate").glob("*.py") for module in imports(path)}
    assert known <= {None, "model", "evaluate"}


def test_reading_opens_nothing_and_knows_no_clock():
    banned = {"socket", "urllib.request", "http.client", "requests", "httpx", "time", "duckdb", "deltalake"}
    wrong = [
        (path.name, module) for path in (SOURCE / "read").rglob("*.py") for module in imports(path) if module in banned
    ]
    assert wrong == []


def test_import_loads_nothing_heavy():
    code = f"import sys, tieline; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


ADDRESS = ("192.0.2.1", 80)  # TEST-NET-1 of RFC 5737


def test_no_connection_leaves_the_tests():
    with socket.socket() as one, pytest.raises(PermissionError, match="open no connection"):
        one.connect(ADDRESS)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, pytest.raises(PermissionError):
        one.sendto(b"x", ADDRESS)
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 80)


def test_no_connection_leaves_programs_that_the_tests_start():
    code = f"import socket; socket.socket().connect({ADDRESS!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "open no connection" in done.stderr


def test_a_connection_within_the_machine_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as one:
        assert one.getpeername() == server.getsockname()
