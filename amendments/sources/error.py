"""Why a source cannot be read, in a sentence that says what is wrong and what to do, in ru, kk or en."""

from __future__ import annotations

from amendments.sources.messages import LANGUAGE_NAMES, MESSAGES


class SourceError(Exception):
    """Raised by every reader of this package for a source that it cannot read exactly.

    `code` is one of `messages.MESSAGES`; `params` hold what the sentence names (sizes, lines, paths).
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(self.describe("en"))

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (self.code, self.params)

    def describe(self, language: str = "ru") -> str:
        """The sentence in ru, kk or en."""
        values = dict(self.params)
        for name in ("expected", "found"):
            if name in values:
                values[name] = LANGUAGE_NAMES[language].get(str(values[name]), values[name])
        return MESSAGES[self.code][language].format_map(values)


def _restore(code: str, params: dict[str, object]) -> SourceError:
    return SourceError(code, **params)
