"""One member of the staff at work with a browser's means: a session, pages, forms with their hidden fields."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import quote, urlencode, urlsplit

from bench.scene import BILL, PASSWORD, Scene, main_pages

TIMEOUT = 60
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_VERSION = re.compile(r'name="version" value="(\d+)"')
_DECISIONS = ("accepted", "rejected", "postponed", "accepted_in_part")
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and after how many milliseconds to its last byte. Status 0: the connection failed."""

    kind: str
    status: int
    body: str
    took: float
    bytes: int = 0
    location: str = ""

    @property
    def failed(self) -> bool:
        """True for everything but a page, a redirect, or the page that says that somebody was quicker."""
        return not (200 <= self.status < 400 or self.status == 409)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that the service acknowledged: about which version of which amendment, and its own words."""

    amendment: int
    version: int
    state: str
    reason: str
    login: str


@dataclass
class Done:
    """What a person did: answers, decisions and comments that were acknowledged."""

    answers: list[Answer] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)


class Member:
    """A member of the staff who is signed in, or signs in."""

    def __init__(self, scene: Scene, login: str, seed: int, language: str = "ru") -> None:
        self.scene = scene
        self.login = login
        self.random = Random(seed)
        self.language = language
        self.done = Done()
        self._cookies: dict[str, str] = {}
        self._turn = 0

    def sign_in(self) -> None:
        """Sign in by the form. Raises RuntimeError when that does not work."""
        page = self.get("sign-in", "/sign-in")
        answer = self._send(
            "sign-in", "/sign-in", {"login": self.login, "password": PASSWORD, "csrf_token": _token(page)}
        )
        if answer.status != 302:
            raise RuntimeError(f"{self.login} cannot sign in: {answer.status}")

    def pages(self) -> dict[str, str]:
        """Kind of page → an address of it, an amendment drawn by lot."""
        return main_pages(self.scene, self._drawn()) | {"powers": "/powers/"}

    def read(self, kind: str) -> Answer:
        """Open a page of a kind."""
        return self.get(kind, self.pages()[kind])

    def decide(self) -> Answer:
        """Open an amendment and decide on what is seen there."""
        number = self._drawn()
        page = self.get("amendment", f"/bills/{quote(BILL)}/{number}/")
        if page.status != 200:
            return page
        version, state = int(_VERSION.findall(page.body)[0]), self.random.choice(_DECISIONS)
        words = self._words("решение")
        sent = {"version": version, "state": state, "reason": words, "csrf_token": _token(page)}
        answer = self._send("decide", f"/bills/{quote(BILL)}/{number}/decision", sent)
        if answer.status == 302:
            self.done.decided.append(Decided(number, version, state, words, self.login))
        return answer

    def comment(self) -> Answer:
        """Open an amendment and say something about it."""
        number = self._drawn()
        page = self.get("amendment", f"/bills/{quote(BILL)}/{number}/")
        if page.status != 200:
            return page
        words = self._words("замечание")
        answer = self._send(
            "comment", f"/bills/{quote(BILL)}/{number}/comments", {"text": words, "csrf_token": _token(page)}
        )
        if answer.status == 302:
            self.done.said.append((number, words))
        return answer

    def work(self, until: float, pause: float) -> None:
        """Read, decide and comment by lot until a moment of `time.monotonic`, each step after a pause of that mean."""
        for step in self.steps():
            time.sleep(self.random.uniform(0.5, 1.5) * pause)
            if time.monotonic() > until:
                return
            self.do(step)

    def do(self, step: str) -> Answer:
        """One step: decide, comment, or read a page of a kind."""
        if step == "decide":
            return self.decide()
        return self.comment() if step == "comment" else self.read(step)

    def steps(self) -> Iterator[str]:
        """A working day: mostly reading, amendments most of all; every fourth step writes."""
        steps = ("home", "bill", "bill", "amendment", "amendment", "amendment", "comparison", "edition", "clarity",
                 "powers", "powers", "comparison", "decide", "decide", "decide", "comment")  # fmt: skip
        while True:
            yield self.random.choice(steps)

    def get(self, kind: str, path: str) -> Answer:
        """Open an address below the language."""
        return self._ask(kind, "GET", path)

    def _send(self, kind: str, path: str, fields: dict[str, object]) -> Answer:
        """Send a form and, as a browser does, open the page that the answer leads to."""
        answer = self._ask(kind, "POST", path, urlencode(fields))
        if answer.status == 302:
            following = urlsplit(answer.location).path.removeprefix(f"/{self.language}")
            self.get("amendment" if following.startswith("/bills/") else "home", following)
        return answer

    def _ask(self, kind: str, method: str, path: str, body: str | None = None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        headers |= {"Accept-Encoding": "gzip"} | (_FORM if body else {})
        connection = HTTPConnection(urlsplit(self.scene.address).netloc, timeout=TIMEOUT)
        begun = time.perf_counter()
        try:
            connection.request(method, f"/{self.language}{path}", body, headers)
            response = connection.getresponse()
            data = response.read()
        except OSError as error:
            answer = Answer(kind, 0, repr(error), 1000 * (time.perf_counter() - begun))
        else:
            took = 1000 * (time.perf_counter() - begun)
            for header in response.headers.get_all("Set-Cookie") or ():
                self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
            text = unpacked(data, response.headers.get("Content-Encoding", ""))
            answer = Answer(kind, response.status, text, took, len(data), response.headers.get("Location", ""))
        finally:
            connection.close()
        self.done.answers.append(answer)
        return answer

    def _drawn(self) -> int:
        return self.random.randint(1, self.scene.amendments)

    def _words(self, what: str) -> str:
        self._turn += 1
        return f"{what} {self._turn} от {self.login}, по порядку"


def unpacked(data: bytes, encoding: str) -> str:
    """The text of an answer."""

    return (gzip.decompress(data) if encoding == "gzip" else data).decode()


def _token(page: Answer) -> str:
    found = _TOKEN.search(page.body)
    if found is None:
        raise RuntimeError(f"the page «{page.kind}» has no form token")
    return found[1]
