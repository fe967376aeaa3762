"""The program as a process: quick help, the server's start and end, pipes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from service.cli import COMMANDS

PROGRAM = [sys.executable, "-m", "service.cli"]
QUICK = 0.3


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TUZETU_")}
    return kept | {"TUZETU_DATA": str(folder), "PYTHONWARNINGS": "ignore"} | more


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    said = subprocess.run([*PROGRAM, "--help"], capture_output=True, text=True, check=True)
    assert all(f"  {name} " in said.stdout for name in COMMANDS)
    look = "import sys, service.cli; print(sorted({'flask', 'sqlmodel', 'pymorphy3', 'docx'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there(name: str) -> None:
    from service.cli import run

    assert run([name, "--help"], "ru") == 0


def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path) -> None:
    law = tmp_path / "law.md"
    points = "\n\n".join(f"{number}. Дорога номер {number}." for number in range(1, 5_000))
    law.write_text(f"# О дорогах\n\n### Статья 1. Дорога\n\n{points}\n", encoding="utf-8")
    with subprocess.Popen([*PROGRAM, "read", str(law)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) in (0, 1)


def test_the_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    law = tmp_path / "law.md"
    law.write_text("### Статья 1. Ә\n\n1. Ғ.\n", encoding="utf-8")
    said = subprocess.run(
        [*PROGRAM, "read", str(law)],
        capture_output=True,
        check=True,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert "art_1/pt_1  Ғ." in said.stdout.decode()


def wait_for(url: str, running: subprocess.Popen[str], seconds: float = 180) -> bytes:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if running.poll() is not None:
            pytest.fail(f"the server ended: {running.communicate()}")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                body: bytes = answer.read()
                return body
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server does not answer")


def test_serve_answers_says_where_and_ends_cleanly(tmp_path: Path, empty_database_url: str) -> None:
    port = free_port()
    given = environment(tmp_path / "data", PORT=str(port), TUZETU_DATABASE_URL=empty_database_url)
    with subprocess.Popen(
        [*PROGRAM, "serve", "--demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=given,
        cwd=tmp_path,
    ) as running:
        try:
            assert b"ok" in wait_for(f"http://127.0.0.1:{port}/health", running)
            taken = subprocess.run([*PROGRAM, "serve"], capture_output=True, text=True, env=given, check=False)
            assert (taken.returncode, "PORT" in taken.stderr) == (2, True)
        finally:
            running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert running.returncode == 0
    assert f"http://localhost:{port}/" in out
    assert "demo-" in out
    assert "Traceback" not in err
    # nothing is left where it was started but the data it was told to keep
    left = {path.name for path in tmp_path.iterdir()}
    assert {name for name in left if not name.startswith("empty.sqlite3")} == {"data"}
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600
