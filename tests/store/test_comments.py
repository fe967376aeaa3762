"""Comments: where they hang, what they may hold, and how talks are listed."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import Session

from service.errors import Invalid, NotFound, TooLarge
from service.store.comments import (
    MAX_TEXT,
    CommentEntry,
    Target,
    create_comment,
    get_comment,
    list_comments,
    recent_comments,
    reply,
    withdraw_comment,
)
from service.store.database import Database, count_queries
from service.store.tables import Account
from tests.support.store import CODE, FIRST, SECOND, actor_of, amendment, bill, person

ON_ACT = Target(act_code=CODE)


def say(
    session: Session, author: Account, target: Target = ON_ACT, text: str = "Согласна", **more: str
) -> CommentEntry:
    """A comment of `author`."""
    fields = {"language": "ru"} | more
    return create_comment(session, actor_of(author), target, author_id=author.id or 0, text=text, **fields)


def test_a_talk(with_act: Database) -> None:
    with with_act.writing() as session:
        aliya, bolat = person(session), person(session, "bolat")
        first = say(session, aliya)
        answer = reply(
            session, actor_of(bolat), first.comment.id or 0, author_id=bolat.id or 0, language="kk", text="Неге?"
        )
        reply(session, actor_of(aliya), answer.comment.id or 0, author_id=aliya.id or 0, language="ru", text="Потому")
        say(session, bolat, text="Другое")
    with with_act.reading() as session:
        page = list_comments(session, ON_ACT)
        assert [(entry.text, entry.author.login) for entry in page.items] == [
            ("Согласна", "aliya"),
            ("Другое", "bolat"),
        ]
        assert [answer.text for answer in page.items[0].replies] == ["Неге?", "Потому"]
        assert page.total == 2
        assert [entry.text for entry in recent_comments(session).items] == ["Другое", "Потому", "Неге?", "Согласна"]


def test_a_comment_hangs_on_words_of_a_provision(with_act: Database) -> None:
    place = Target(act_code=CODE, edition_date=FIRST, address="art_2/pt_1/sub_1")
    with with_act.writing() as session:
        author = person(session)
        say(session, author, place, quote="чистит дорогу")
        with pytest.raises(Invalid, match="do not stand in"):
            say(session, author, place, quote="моет дорогу")
        with pytest.raises(NotFound, match="art_9"):
            say(session, author, Target(act_code=CODE, edition_date=FIRST, address="art_9"))
        with pytest.raises(NotFound, match="no edition of 2024-05-01"):
            say(session, author, Target(act_code=CODE, edition_date=date(2024, 5, 1), address="art_2"))
    with with_act.reading() as session:
        (entry,) = list_comments(session, ON_ACT).items
        assert (entry.comment.address, entry.quote) == ("art_2/pt_1/sub_1", "чистит дорогу")


def test_comments_on_a_place_and_under_it(with_act: Database) -> None:
    places = ("art_2", "art_2/pt_1", "art_2/pt_1/sub_1", "art_1")
    with with_act.writing() as session:
        author = person(session)
        for address in places:
            say(session, author, Target(act_code=CODE, edition_date=SECOND, address=address), text=address)
    with with_act.reading() as session:

        def texts(target: Target) -> list[str]:
            return [entry.text for entry in list_comments(session, target).items]

        assert texts(Target(act_code=CODE, edition_date=SECOND)) == list(places)
        assert texts(Target(act_code=CODE, edition_date=FIRST)) == []
        assert texts(Target(act_code=CODE, edition_date=SECOND, address="art_2")) == list(places[:3])
        assert texts(Target(act_code=CODE, edition_date=SECOND, address="art_2/pt_1/sub_1")) == [places[2]]


def test_an_underscore_in_an_address_is_no_wildcard(with_act: Database) -> None:
    with with_act.writing() as session:
        say(session, person(session), Target(act_code=CODE, edition_date=SECOND, address="art_2/pt_1"))
    with with_act.reading() as session:
        assert list_comments(session, Target(act_code=CODE, address="art+2")).total == 0
        assert list_comments(session, Target(act_code=CODE, address="ar__2")).total == 0


def test_comments_on_an_amendment_may_quote_what_it_brings_and_what_it_takes(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        made = amendment(session, bill(session), author)
        target = Target(amendment_id=made.id, address="art_2/pt_1/sub_1")
        say(session, author, target, quote="ежедневно")
        say(session, author, target, quote="при необходимости")
        say(session, author, Target(amendment_id=made.id))
        with pytest.raises(Invalid, match="do not stand in"):
            say(session, author, target, quote="раз в год")
    with with_act.reading() as session:
        assert list_comments(session, Target(amendment_id=made.id)).total == 3


def test_a_comment_taken_back_leaves_its_place_to_the_answers(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        first = say(session, author).comment.id or 0
        reply(session, actor_of(author), first, author_id=author.id or 0, language="ru", text="Ответ")
        withdraw_comment(session, actor_of(author), first)
        withdraw_comment(session, actor_of(author), first)
    with with_act.reading() as session:
        entry = get_comment(session, first)
        assert (entry.text, entry.comment.withdrawn_at is not None) == ("", True)
        assert [answer.text for answer in entry.replies] == ["Ответ"]
        assert [found.text for found in recent_comments(session).items] == ["Ответ"]


BAD = {
    "empty": ({"text": " \n "}, Invalid, "comment_empty"),
    "a megabyte": ({"text": "я" * 1_000_000}, TooLarge, "field_too_long"),
    "one too long": ({"text": "я" * (MAX_TEXT + 1)}, TooLarge, "field_too_long"),
    "a nul": ({"text": "а\x00"}, Invalid, "field_control_character"),
    "an unknown language": ({"language": "fr"}, Invalid, "unknown_language"),
    "an unknown act": ({"target": Target(act_code="нет")}, NotFound, "act_not_found"),
    "an unknown bill": ({"target": Target(bill_number="нет")}, NotFound, "bill_not_found"),
    "an unknown amendment": ({"target": Target(amendment_id=10**20)}, NotFound, "amendment_not_found"),
    "nothing to speak of": ({"target": Target()}, Invalid, "comment_target"),
    "two things": ({"target": Target(act_code=CODE, bill_number="7")}, Invalid, "comment_target"),
}


@pytest.mark.parametrize("case", BAD)
def test_comments_that_cannot_be(with_act: Database, case: str) -> None:
    fields, kind, code = BAD[case]
    with with_act.writing() as session:
        author = person(session)
        with pytest.raises(kind) as raised:
            say(session, author, **fields)  # type: ignore[arg-type]
    assert raised.value.code == code
    assert raised.value.message("ru") != raised.value.message("kk")
    with with_act.reading() as session:
        assert recent_comments(session).total == 0


def test_the_longest_comment_is_kept_whole(with_act: Database) -> None:
    with with_act.writing() as session:
        say(session, person(session), text="ә" * MAX_TEXT)
    with with_act.reading() as session:
        assert recent_comments(session).items[0].text == "ә" * MAX_TEXT


def test_a_long_talk_costs_no_more_queries(with_act: Database) -> None:
    with with_act.writing() as session:
        author = person(session)
        say(session, author)
    with with_act.reading() as session, count_queries() as few:
        list_comments(session, ON_ACT)
    with with_act.writing() as session:
        for _ in range(30):
            top = say(session, author).comment.id or 0
            reply(session, actor_of(author), top, author_id=author.id or 0, language="ru", text="Да")
    with with_act.reading() as session, count_queries() as many:
        assert list_comments(session, ON_ACT).total == 31
    assert many == few
