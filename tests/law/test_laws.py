"""The laws of the text model: reading loses nothing, and every address leads to its unit and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amendments.law.edition import child_address, child_addresses
from amendments.law.reader import read
from tests.support.drafts import Draft
from tests.support.laws import SEEDS
from tests.support.profiles import held

_ODD = (
    "\u00a0",
    "\t",
    "\ufeff",
    "\u00ad",
    "\ud800",
    "\x00",
    "\r",
    "\u2028",
    "**",
    "\\",
    "<a id='x'></a>",
    "> ",
    "«",
    "|",
)


@held
@given(SEEDS, st.integers(0, 3), st.integers(0, 4), st.integers(0, 4))
def test_reading_and_writing_keeps_every_character(seed: int, articles: int, edits: int, odd: int) -> None:
    """Any numbering, notes, indents, glued units, mixed letters and line ends; then odd characters anywhere."""
    draft = Draft(seed, articles + 1)
    draft.edit(edits)
    text = draft.text
    for _ in range(odd):
        at = draft.random.randint(0, len(text))
        text = text[:at] + draft.random.choice(_ODD) + text[at + draft.random.randint(0, 2) :]
    edition = read(text, draft.language)
    assert edition.text == text
    assert len(edition.addresses) == len(set(edition.addresses))


@held
@given(
    st.text(alphabet=st.sampled_from('1234). -*#>\n\r \u00a0аБ:;«»"Статья1-бап\ud800'), max_size=80),
    st.sampled_from(["ru", "kk"]),
)
def test_any_characters_at_all_are_kept(text: str, language: str) -> None:
    edition = read(text, language)
    assert edition.text == text
    assert len(edition.addresses) == len(set(edition.addresses))


@held
@given(SEEDS, st.integers(1, 3))
def test_one_child_alone_has_the_address_that_it_has_among_all(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    draft.edit(3)
    left = [(read(draft.text, draft.language).root, "", "")]
    while left:
        parent, base, own = left.pop()
        among_all = list(child_addresses(parent, base, own))
        alone = [child_address(parent, index, base, own) for index in range(len(parent.children))]
        assert alone == [(address, below) for _, address, below in among_all]
        left += [(child, below, address) for child, address, below in among_all]


@held
@given(SEEDS, st.integers(1, 3))
def test_every_address_leads_to_its_unit_and_back(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    draft.edit(2)
    edition = read(draft.text, draft.language)
    for address, unit in edition:
        target = edition.locate(address)
        assert target is not None
        assert target.provision is unit
        assert edition.at(address) is unit
