"""Operations as instructions order them, where single formulas do not do: whole articles instead.

`plan` asks `literal_plan` first. An article whose operations no formula orders, or whose outcome the formulas would
not give, is excluded, added or given a new edition as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from amendments.instructions.applying import carry_out
from amendments.instructions.differing import differing
from amendments.instructions.plan import Unwritable, in_order, literal_plan
from amendments.instructions.terms import suspension
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.apply import try_apply
from amendments.operations.model import Insert, Operation, Remove, Renumber, Restate
from amendments.operations.report import affected


def plan(operations: Sequence[Operation], edition: Edition) -> list[Operation]:
    """Operations that formulas order and that change the law as the given ones do, articles in order.

    Operations that formulas order as they are stay as they are; so do those that cannot be applied to the edition.
    Raises Unwritable.
    """
    applied = try_apply(operations, edition)
    if applied.refusals:
        return literal_plan(operations, edition)
    wanted = applied.edition
    try:
        planned = literal_plan(operations, edition)
        wrong = _wrong(planned, edition, wanted)
        problem = None
    except Unwritable as error:
        planned, wrong, problem = [], _articles(error.operation), error
    if not wrong:
        return planned
    return _whole(operations, edition, wanted, wrong, problem)


def _wrong(planned: Sequence[Operation], edition: Edition, wanted: Edition) -> set[str]:
    """Articles for which the plan does not give what is wanted."""
    result, refusals = carry_out(planned, edition)
    wrong = {name for refusal in refusals for name in _articles(planned[refusal.operation])}
    wrong |= {name for operation in planned if "~" in operation.address for name in _articles(operation)}
    return wrong | {_top(address) for address in differing(result, wanted)}


def _whole(
    operations: Sequence[Operation], edition: Edition, wanted: Edition, wrong: set[str], problem: Unwritable | None
) -> list[Operation]:
    """The plan with whole articles in place of the orders on those that went wrong. Raises Unwritable."""
    first = next((operation for operation in operations if _articles(operation) & wrong), operations[0])
    failed = problem or Unwritable(first)
    articles = set(wrong)
    while True:  # orders that concern a wrong article and another one take the other along
        more = {name for operation in operations if _articles(operation) & articles for name in _articles(operation)}
        if more <= articles:
            break
        articles |= more
    if not all(name.startswith("art_") for name in articles) or suspension(operations, articles) is not None:
        raise failed  # a new edition of an article would leave out the day until which a unit is suspended
    rest = literal_plan([one for one in operations if not _articles(one) & articles], edition)
    whole = [order for name in sorted(articles) if (order := _order(name, edition, wanted)) is not None]
    planned = in_order([*rest, *whole])
    if carry_out(planned, edition)[1] or _wrong(planned, edition, wanted):
        raise failed
    return planned


def _order(article: str, edition: Edition, wanted: Edition) -> Operation | None:
    old, new = _in_force(edition, article), _in_force(wanted, article)
    if old is None and new is None:
        return None
    if old is None:
        return Insert(address="", units=(new,)) if new is not None else None
    return Remove(address=article) if new is None else Restate(address=article, new=(new,))


def _in_force(edition: Edition, article: str) -> Provision | None:
    node = edition.at(article)
    return node if node is not None and node.state == "in_force" else None


def _articles(operation: Operation) -> set[str]:
    names = {_top(operation.address), _top(affected(operation))} - {""}
    if isinstance(operation, Renumber) and operation.address.count("/") == 0 and operation.address.startswith("art_"):
        names.add(f"art_{operation.number}")
    articles = {name for name in names if name.startswith("art_")}
    return articles or names


def _top(address: str) -> str:
    return address.split("/")[0].partition("~")[0]
