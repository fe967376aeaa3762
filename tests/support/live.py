"""The application served on a free port of this machine, for tests and pictures in a real browser."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from flask import Flask
from werkzeug.serving import make_server

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve `app` for the length of the block; yields its address without a slash at the end."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = make_server("127.0.0.1", 0, whole(app), threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def whole(app: WSGIApplication) -> WSGIApplication:
    """The application with every answer read to its end before any of it is sent.

    The server of tests leaves a file open where a browser goes on in the middle of it (its own reading of what the
    browser still said fails first).
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        parts = app(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            if isinstance(parts, Closable):
                parts.close()

    return answer


@runtime_checkable
class Closable(Protocol):
    """What is to be closed."""

    def close(self) -> None: ...
