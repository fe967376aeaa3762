"""The powers register: who may do what at which level, read out of the text of a law.

`register(edition)` reads the competence articles of an edition in Russian or Kazakh.
"""

from __future__ import annotations

from amendments.powers.duplicates import Duplicate, duplicates
from amendments.powers.model import Holder, Named, Power, Register, Slot, Unread
from amendments.powers.non_core import NonCore, non_core
from amendments.powers.reading import read as register

__all__ = ["Duplicate", "Holder", "Named", "Power", "Register", "Slot", "Unread", "duplicates", "register"]
