"""Make .venv as uv.lock has it, from nothing but a Python of 3.11 or later: what `make` runs before anything else.

`--group NAME` adds a group of dependencies that is not in every environment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
NEEDED = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def python() -> str | None:
    """This Python if it is new enough, else a newer one on PATH."""
    if sys.version_info >= NEEDED:
        return sys.executable or shutil.which("python3")
    return next(filter(None, map(shutil.which, NEWER)), None)


def writable_home(environ: dict[str, str]) -> bool:
    """There is a home to keep uv's cache in."""
    home = environ.get("XDG_CACHE_HOME") or environ.get("HOME")
    return bool(home) and os.access(str(home), os.W_OK)


def main() -> int:
    """Find or fetch uv, and let it make the environment."""
    base = python()
    if base is None:
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"error: tieline needs Python 3.11 or later; python3 here is {found}, and none of "
              f"{', '.join(NEWER)} is on PATH.", file=sys.stderr)  # fmt: skip
        return 1
    if sys.version_info < NEEDED:
        return subprocess.call([base, __file__])  # noqa: S603 -- the newer Python, this script

    from fetch_uv import FetchError, find_uv  # noqa: PLC0415 -- may not parse on an older Python
    from pip_index import pip_index  # noqa: PLC0415

    environ = dict(os.environ)
    try:
        uv = str(find_uv(TOOLS, environ))
    except FetchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    index = pip_index(environ)
    environ.pop("VIRTUAL_ENV", None)
    environ |= {"UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(VENV), "UV_NO_PROGRESS": "1"}
    environ.setdefault("UV_SYSTEM_CERTS", "1")  # trust what this system's pip and urllib trust
    environ.setdefault("UV_NATIVE_TLS", "1")  # the same for a uv on PATH that is older
    environ.setdefault("UV_COMPILE_BYTECODE", "1")  # else the first run pays, and every run where none may be written
    if not writable_home(environ):
        environ.setdefault("UV_CACHE_DIR", str(TOOLS / "uv-cache"))
    if index.cert:
        environ.setdefault("SSL_CERT_FILE", index.cert)
    if index.proxy:
        environ.setdefault("HTTPS_PROXY", index.proxy)
        environ.setdefault("HTTP_PROXY", index.proxy)
    if index.trusted_hosts:
        environ.setdefault("UV_INSECURE_HOST", " ".join(index.trusted_hosts))
    if not index.is_default:
        environ.setdefault("UV_DEFAULT_INDEX", index.url)

    groups = sys.argv[1:]

    def run(*words: str) -> None:
        subprocess.run([uv, *words], cwd=ROOT, env=environ, check=True)  # noqa: S603 -- uv, our own words

    try:
        if "UV_DEFAULT_INDEX" not in environ:
            run("sync", "--quiet", "--frozen", "--python", base, *groups)
        else:  # the lock names the public index's files: from a mirror, install by its versions and hashes
            wanted = TOOLS / "requirements.txt"
            TOOLS.mkdir(exist_ok=True)
            run("export", "--quiet", "--frozen", "--no-emit-project", *groups, "--output-file", str(wanted))
            run("venv", "--quiet", "--allow-existing", "--python", base, str(VENV))
            run("pip", "sync", "--quiet", "--python", str(VENV), "--require-hashes", str(wanted))
            run("pip", "install", "--quiet", "--python", str(VENV), "--no-deps", "--editable", str(ROOT))
    except subprocess.CalledProcessError as error:
        print("error: the environment could not be made; what uv said stands above.", file=sys.stderr)
        return error.returncode or 1
    subprocess.call([VENV / "bin" / "python", "-m", "compileall", "-q", ROOT / "src"])  # noqa: S603 -- ours
    return 0


if __name__ == "__main__":
    sys.exit(main())
