"""The past of a folder in a git repository: its commits, the files each had, and their contents.

Only plumbing commands are run, with lists of arguments and without a shell: they start no hooks, filters, pagers or
editors of the repository, and nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from amendments.sources.error import SourceError
from amendments.sources.history import Commit
from amendments.sources.limits import META_BYTES, check_size
from amendments.sources.mirror import META
from service.errors import Invalid, NotFound, TooLarge, UserError
from service.reading import SourceRefused, refusing

MAX_COMMITS = 20_000
MAX_FILES = 5_000
_SECONDS = 120
_SYMLINK = "120000"


class Repository:
    """A git repository on this machine, read only."""

    def __init__(self, path: Path) -> None:
        """Raises UserError("git_missing"), SourceRefused, Invalid("git_not_a_repository")."""
        program = shutil.which("git")
        if program is None:
            raise UserError("git_missing")
        if not path.is_dir():
            raise SourceRefused(SourceError("not_found", path=path), "")
        self.name = path.name
        self._program = program
        self._sizes: dict[str, int] = {}
        self._where: list[str] = ["-C", str(path)]
        answer = self._run("rev-parse", "--absolute-git-dir")
        if answer.returncode:
            raise Invalid("git_not_a_repository", name=path.name, reason=_reason(answer))
        # Paths then count from the top of the repository, wherever in it `path` stands.
        self._where = [f"--git-dir={os.fsdecode(answer.stdout).rstrip(chr(10))}"]

    def states(self, folder: str) -> tuple[int, Iterator[Commit]]:
        """How many commits touched a folder ("." for the whole repository), and their states, oldest first.

        Raises Invalid("git_folder") for a path that leads out of the repository, NotFound("git_nothing"),
        TooLarge("git_too_long") for more than MAX_COMMITS.
        """
        place = _inside(folder)
        limit = f"--max-count={MAX_COMMITS + 1}"
        listed = self._told("rev-list", "--reverse", "--topo-order", limit, "HEAD", "--", *([place] if place else []))
        commits = listed.decode("ascii").split()
        if not commits:
            raise NotFound("git_nothing", folder=folder, name=self.name)
        if len(commits) > MAX_COMMITS:
            raise TooLarge("git_too_long", name=self.name, limit=MAX_COMMITS)
        return len(commits), (self._state(commit, place) for commit in commits)

    def content(self, blob: str, name: str, limit: int) -> bytes:
        """The bytes of a file of a state, by what its `files` name it; SourceRefused over `limit`."""
        with refusing(name):
            check_size(self._sizes[blob], limit)
        return self._told("cat-file", "blob", blob)

    def _state(self, commit: str, place: str) -> Commit:
        listed = self._told("ls-tree", "-r", "-z", "-l", commit, "--", *([f"{place}/"] if place else []))
        files: dict[str, str] = {}
        for entry in listed.split(b"\0")[:-1]:
            about, _, raw = entry.partition(b"\t")
            mode, kind, blob, size = about.decode("ascii").split()
            path = os.fsdecode(raw).removeprefix(f"{place}/" if place else "")
            if kind == "blob" and mode != _SYMLINK:
                files[path] = blob
                self._sizes[blob] = int(size)
        if len(files) > MAX_FILES:
            raise TooLarge("git_too_many_files", name=self.name, limit=MAX_FILES)
        meta = self.content(files[META], META, META_BYTES) if META in files else None
        return Commit(commit, meta, files)

    def _told(self, *arguments: str) -> bytes:
        answer = self._run(*arguments)
        if answer.returncode:
            raise UserError("git_failed", name=self.name, reason=_reason(answer))
        return answer.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [self._program, "--no-replace-objects", "--literal-pathspecs", *self._where, *arguments]
        try:
            return subprocess.run(  # noqa: S603 - a fixed program and a list of arguments, no shell
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=_environment(),
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UserError("git_failed", name=self.name, reason=f"{_SECONDS} s") from error
        except ValueError as error:  # a null byte in an argument
            raise Invalid("git_folder", folder=repr(arguments[-1])) from error


def _inside(folder: str) -> str:
    """The folder's path from the top of the repository, "" for the top itself."""
    path = PurePosixPath(folder)
    if path.is_absolute() or ".." in path.parts or "\0" in folder:
        raise Invalid("git_folder", folder=repr(folder))
    return "" if str(path) == "." else str(path)


def _environment() -> dict[str, str]:
    """The surroundings git runs in: none of ours that would lead it elsewhere, no network, no questions."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _reason(answer: subprocess.CompletedProcess[bytes]) -> str:
    """Git's own first line."""
    lines = answer.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0][:200] if lines else str(answer.returncode)
