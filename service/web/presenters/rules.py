"""Editorial rules in the reader's words."""

from __future__ import annotations

from typing import Final

from flask_babel import lazy_gettext as _

from amendments.operations.words import DOUBLE_SPACE, LIST_END, SPACE_BEFORE_PUNCTUATION

RULES: Final = {
    LIST_END: _("the mark at the end of a list: “.” gives way to “;” before a new last item"),
    SPACE_BEFORE_PUNCTUATION: _("no space before a comma or another mark"),
    DOUBLE_SPACE: _("one space where words were taken out, not two"),
}
"""Editorial rules by name: what each does, in words."""
