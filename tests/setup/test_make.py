"""The Makefile does what the README promises a newcomer. Its tools are stand-ins here: nothing is installed."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.setup.project import ROOT, commands, make_targets, read

STUB = '#!/bin/sh\necho "$(basename "$0") $*" >> "{log}"\n'


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "-C", str(ROOT), "--no-print-directory", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_make_alone_lists_every_target_on_a_line() -> None:
    shown = make().stdout.splitlines()
    assert [line.split()[1] for line in shown] == list(make_targets())
    assert {"setup", "run", "test", "gold", "bench", "screenshots", "lint", "soak", "load"} <= set(make_targets())


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_documents_name_only_targets_that_exist(document: str) -> None:
    named = commands(read(document))
    assert {"run", "test"} <= named
    assert named <= set(make_targets())


def test_a_second_set_up_does_nothing(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    venv = tmp_path / "venv"
    for tool in ("python", "uv"):
        script(venv / "bin" / tool, STUB.format(log=log))
    arguments = ("dev", f"VENV={venv}", "MESSAGES=")

    first = make(*arguments)
    assert first.returncode == 0, first.stderr
    calls = log.read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.lock" in calls
    assert "--require-hashes -r requirements-dev.lock" in calls
    assert "--no-deps --no-build-isolation -e ." in calls

    assert make(*arguments).returncode == 0
    assert log.read_text(encoding="utf-8") == calls


def test_without_uv_the_same_locks_go_through_pip(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    venv = tmp_path / "venv"
    script(venv / "bin" / "python", STUB.format(log=log))

    assert make("setup", f"VENV={venv}", "MESSAGES=").returncode == 0
    assert (
        "python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock"
        in log.read_text(encoding="utf-8")
    )


def test_missing_python3_venv_is_said_in_one_line(tmp_path: Path) -> None:
    python = script(tmp_path / "python3", '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    ran = make("setup", f"VENV={tmp_path / 'venv'}", f"PYTHON={python}")
    assert ran.returncode != 0
    assert len(ran.stdout.splitlines()) == 1
    assert "python3-venv is missing" in ran.stdout


def test_a_python_that_is_too_old_is_said_in_one_line(tmp_path: Path) -> None:
    python = script(tmp_path / "python3", "#!/bin/sh\nexit 1\n")
    ran = make("setup", f"VENV={tmp_path / 'venv'}", f"PYTHON={python}")
    assert ran.returncode != 0
    assert len(ran.stdout.splitlines()) == 1
    assert "Python 3.11 or newer is needed" in ran.stdout


def test_ci_calls_the_test_command_of_the_readme_in_a_fresh_environment() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    lines = read(".ci/run").splitlines()
    assert lines[-1] == "make test"
    assert "rm -rf .venv" in lines
    assert "test" in commands(read("README.md"))
