"""The service as people meet it: the production server on a port of its own, with the demonstration loaded."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 120


@contextmanager
def started(folder: Path, *, demo: bool = True, **variables: str) -> Iterator[str]:
    """Start `tuzetu serve` with its data in `folder`; yields the address. Ctrl-C must end it cleanly.

    `demo` loads the demonstration; `variables` are settings of the service.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {
        "PORT": str(port),
        "TUZETU_DATA": str(folder),
        "TUZETU_RATE_LIMIT": "100000",
        "TUZETU_SIGN_IN_LIMIT": "1000",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TUZETU_")}
    command = [str(Path(sys.executable).parent / "tuzetu"), "serve", *(["--demo"] if demo else [])]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, env=kept | settings | variables, stdout=log, stderr=log) as server,
    ):
        try:
            wait_for(address, server, folder / "log")
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            try:
                code = server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                raise
    if code != 0:
        raise RuntimeError(f"Ctrl-C ended the service with {code}:\n{(folder / 'log').read_text(encoding='utf-8')}")


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the service says that it is well; raises RuntimeError with its log when it ends or is late."""
    late = time.monotonic() + START_SECONDS
    while time.monotonic() < late and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the service did not come up:\n{log.read_text(encoding='utf-8')}")
