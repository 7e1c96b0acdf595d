"""What runs in a process of the engine: batches come in, results go out, until the other end closes."""

from __future__ import annotations

import os
import pickle
import signal
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread


def serve(number: int) -> None:
    """Work on what comes through the socket of that number, one batch after the other.

    A thread takes batches in at once, so that neither side ever waits for the other to read; when the socket closes, it
    ends this process, whatever is under way.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(number)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take_in, args=(connection, waiting), daemon=True).start()
    connection.send_bytes(b"ready")
    while True:
        connection.send_bytes(_done(waiting.get()))


def _take_in(connection: Connection, waiting: SimpleQueue[bytes]) -> None:
    try:
        while True:
            waiting.put(connection.recv_bytes())
    except (EOFError, OSError):
        os._exit(0)


def _done(said: bytes) -> bytes:
    """The results of a batch, or what the function raised."""
    try:
        function, items = pickle.loads(said)  # noqa: S301 -- from the process that started this one
        return pickle.dumps((True, function(items)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 -- told to the other side, which raises it
        return _told(error)


def _told(error: Exception) -> bytes:
    try:
        said = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(said)  # noqa: S301 -- an exception may be made so that it can't be read back
    except Exception:  # noqa: BLE001 -- of an exception that can't be sent, its words
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return said
