"""Put on the path of every Python that the tests start: no connection leaves this machine."""

import sys

LOCAL = ("127.", "::1", "localhost")


def refuse(event, arguments):
    """Raise for a connection, a datagram or a name look-up to another machine."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        remote = isinstance(address, tuple) and not str(address[0]).startswith(LOCAL)
    elif event == "socket.getaddrinfo":
        host = arguments[0]
        address = host.decode() if isinstance(host, bytes) else host
        remote = address is not None and not str(address).startswith(LOCAL)
    else:
        return
    if remote:
        raise PermissionError(f"the tests open no connection, and one to {address!r} was tried")


sys.addaudithook(refuse)
