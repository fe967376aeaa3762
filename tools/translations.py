"""Keep the translations complete: `python tools/translations.py update` after words of pages changed.

update   puts new sentences into the .po files (untranslated) and takes out those that no page uses
check    says which are missing, unused or empty; exit code 1 when there are any (a test does the same)
compile  makes the .mo files that the service reads
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "service" / "web"
LANGUAGES = ("ru", "kk")
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {"_": None, "_later": None, "gettext": None, "ngettext": (1, 2)}
HEAD = "# Words of the pages. Message ids are English and shown to developers; people read ru and kk.\n"
Id = str | tuple[str, ...]


def extracted() -> Catalog:
    """Every sentence of templates and code."""
    found = Catalog(charset="utf-8")
    for name, _line, message, _comments, context in extract_from_dir(WEB, METHODS, keywords=KEYWORDS):
        found.add(message, context=context, locations=[(name, 0)])
    return found


def path_of(language: str) -> Path:
    """The .po file of a language."""
    return WEB / "translations" / language / "LC_MESSAGES" / "messages.po"


def stored(language: str) -> Catalog:
    """The sentences of a language as they are stored."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as source:
        return read_po(source, locale=language)


def problems(language: str) -> list[str]:
    """What is missing, unused, empty, unsure, or filled with other names than its message id."""
    wanted, have = extracted(), stored(language)
    keys = {message.id for message in wanted if message.id}
    known = {message.id: message for message in have if message.id}
    found = [f"{language}: missing: {key!r}" for key in keys - known.keys()]
    found += [f"{language}: unused: {key!r}" for key in known.keys() - keys]
    for key, message in known.items():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(forms):
            found.append(f"{language}: not translated: {key!r}")
        if message.fuzzy:
            found.append(f"{language}: unsure: {key!r}")
        found += [f"{language}: {key!r}: {error}" for error in message.check()]
    return sorted(found)


def update(language: str) -> None:
    """Bring a .po file to the sentences that pages use now, in their order."""
    have, fresh = stored(language), Catalog(locale=language, charset="utf-8", header_comment=HEAD, fuzzy=False)
    for message in extracted():
        if message.id:
            known = have.get(message.id)
            string = known.string if known is not None else None
            fresh.add(message.id, string, locations=message.locations)
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    with path_of(language).open("wb") as out:
        write_po(out, fresh, width=0, include_lineno=False, sort_output=True, omit_header=False)
    _without_clock(path_of(language))


def compile_all() -> None:
    """Make the .mo files."""
    for language in LANGUAGES:
        with path_of(language).with_suffix(".mo").open("wb") as out:
            write_mo(out, stored(language))


def _without_clock(path: Path) -> None:
    """The header says no time: the same sentences give the same file."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    dropped = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team', '"Generated-By',
               '"Project-Id-Version', '"Report-Msgid')  # fmt: skip
    path.write_text("".join(line for line in lines if not line.startswith(dropped)), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Do what is asked; the exit code."""
    task = arguments[0] if arguments else "check"
    if task == "update":
        for language in LANGUAGES:
            update(language)
    if task == "compile":
        compile_all()
        return 0
    found = [problem for language in LANGUAGES for problem in problems(language)]
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
