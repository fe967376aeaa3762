"""Operations on units: restate, insert, remove, move, renumber, and the layout around them."""

from __future__ import annotations

from amendments.law.edition import Edition, Path, address_of, node_at
from amendments.law.numbers import sort_key
from amendments.law.provision import EDITORIAL, HEADED, NUMBERED, Provision
from amendments.law.target import Target
from amendments.operations.model import Insert, Layout, Move, Operation, Remove, Renumber, Restate, renumbered
from amendments.operations.touch import Denied, Touch
from amendments.operations.tree import (
    change_at,
    first_clause_end,
    holds,
    insert_at,
    last_paragraph,
    law_end,
    replace_at,
    siblings_before,
    with_layout,
)
from amendments.operations.wording import Result, find_target
from amendments.operations.words import LIST_END, Edit

_MARKERS = {
    "ru": {"article": "исключена", "chapter": "исключена", "clause": "исключена", "": "исключен"},
    "kk": {"": "алып тасталды"},
}


def restate(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """A unit gives way to its new edition."""
    assert isinstance(operation, Restate)  # noqa: S101 - the table of steps says so
    target = find_target(edition, operation.address)
    node = target.provision
    new = operation.new
    if operation.keep_layout:
        return replace_at(edition.root, target.path, new), (Touch(operation.address, "restated"),)
    if node.state == "excluded":
        raise Denied("unit_excluded", operation.address)
    if target.view == "heading":
        root = change_at(edition.root, target.path, lambda old: old.replace(text=new[0].text))
        return root, (Touch(operation.address, "heading", (Edit(0, len(node.text), new[0].text),)),)
    if target.view in ("own", "first_clause"):
        return _restate_first(edition, target, new)
    first, rest = new[0], new[1:]
    first = _as(node, first, operation.address)
    units = (_in_place(node, first), *(with_layout(unit, node, node) for unit in rest))
    return replace_at(edition.root, target.path, units), (Touch(operation.address, "restated"),)


def _as(old: Provision, new: Provision, address: str) -> Provision:
    """The new unit must be the one that is restated; an unnumbered paragraph takes the kind of the old one."""
    if new.kind in ("clause", "indent") and old.kind in ("clause", "indent", "preamble", "quote"):
        return new.replace(kind=old.kind)
    if new.kind in ("clause", "indent") and old.kind in NUMBERED:
        return new.replace(kind=old.kind, number=old.number, label=old.label.lstrip("*_ "))
    if new.kind != old.kind or (new.number and old.number and sort_key(new.number) != sort_key(old.number)):
        raise Denied("wrong_unit", address, found=f"{new.label.strip()} {new.text[:40]}".strip())
    return new


def _in_place(old: Provision, new: Provision) -> Provision:
    """The new unit where the old one stood: its place on the page stays, notes about the old text go."""
    placed = with_layout(new, old, old)
    return placed.replace(lead=old.lead)


def _restate_first(edition: Edition, target: Target, new: tuple[Provision, ...]) -> Result:
    """A first clause or the intro of a list: it shares its paragraph with the unit."""
    node = target.provision
    unit = new[0]
    children = list(node.children)
    if target.view == "first_clause":
        end = next((i for i, child in enumerate(children) if child.kind == "clause"), len(children))
        kept = [child for child in children[:end] if child.kind in EDITORIAL]
        listed = [with_layout(child, None, node) for child in (*unit.children, *new[1:])]
        children[:end] = [*listed, *kept]
    edit = Edit(0, len(node.text), unit.text)
    root = change_at(edition.root, target.path, lambda old: old.replace(text=unit.text, children=tuple(children)))
    return root, (Touch(target.address, "restated", (edit,)),)


def insert(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """New units come in: after a unit, first, or where their numbers put them."""
    assert isinstance(operation, Insert)  # noqa: S101
    target = find_target(edition, operation.address)
    if operation.keep_layout:
        index = _index_after(edition, target.path, operation)
        root = insert_at(edition.root, target.path, index, operation.units)
        touched = address_of(edition.with_root(root), (*target.path, index))
        return root, (Touch(touched, "inserted"),)
    if target.provision.state == "excluded" and target.path:
        raise Denied("unit_excluded", operation.address)
    current = edition
    touches: list[Touch] = []
    last: Path | None = None
    for unit in operation.units:
        current, path, more = _insert_one(current, operation, unit, last, rules)
        last = path
        touches.append(Touch(address_of(current, path), "inserted"))
        touches.extend(more)
    return current.root, tuple(touches)


def _insert_one(
    edition: Edition, operation: Insert, unit: Provision, last: Path | None, rules: frozenset[str]
) -> tuple[Edition, Path, list[Touch]]:
    target = find_target(edition, operation.address)
    _check_free(edition, target, operation.address, unit)
    if last is not None and not unit.number:
        parent, index = last[:-1], last[-1] + 1
    elif operation.after is not None and (last is None or not unit.number):
        parent, index = _after(edition, target, operation)
    else:
        parent, index = _place(edition, target, unit)
    holder = node_at(edition.root, parent)
    sibling = siblings_before(holder, index, unit.kind) or next(
        (child for child in holder.children[index:] if child.kind == unit.kind), None
    )
    placed = with_layout(unit, sibling, holder)
    root = insert_at(edition.root, parent, index, (placed,))
    touches: list[Touch] = []
    if LIST_END in rules and unit.kind in ("subpoint", "indent"):
        root, touches = _list_end(edition.with_root(root), parent, index)
    return edition.with_root(root), (*parent, index), touches


def _check_free(edition: Edition, target: Target, parent: str, unit: Provision) -> None:
    if not unit.number:
        return
    prefix = {"article": "art", "chapter": "ch", "section": "sec", "point": "pt", "subpoint": "sub", "annex": "annex"}
    name = prefix.get(unit.kind)
    if name is None:
        return
    free = unit.kind in ("article", "chapter", "section", "annex")
    address = f"{name}_{unit.number}" if free or not parent else f"{parent}/{name}_{unit.number}"
    if edition.locate(address) is not None:
        raise Denied("unit_exists", address)


def _index_after(edition: Edition, parent: Path, operation: Insert) -> int:
    if operation.after is None:
        return len(node_at(edition.root, parent).children)
    if operation.after == "":
        return 0
    after = edition.locate(operation.after)
    if after is None or after.path[:-1] != parent:
        raise Denied("order_impossible", operation.address, after=operation.after)
    return after.path[-1] + 1


def _after(edition: Edition, target: Target, operation: Insert) -> tuple[Path, int]:
    """Where «after …» is: beside the unit named, or first in the list whose intro it is."""
    if operation.after == "":
        return _list_holder(target), 0
    after = edition.locate(operation.after or "")
    if after is None:
        raise Denied("order_impossible", operation.address, after=operation.after)
    if after.view == "unit":
        return after.path[:-1], after.path[-1] + 1
    node = after.provision
    if after.view == "first_clause":
        return after.path, first_clause_end(node)
    return after.path, 0


def _list_holder(target: Target) -> Path:
    """The provision under which a list of the unit stands: the unit, or the first clause of a headed unit."""
    node = target.provision
    if node.kind in HEADED and target.view == "unit":
        for index, child in enumerate(node.children):
            if child.kind == "clause":
                return (*target.path, index)
    return target.path


def _place(edition: Edition, target: Target, unit: Provision) -> tuple[Path, int]:
    """The place that the number of a unit gives it among its like; unnumbered units come last."""
    best: tuple[Path, int] | None = None
    key = sort_key(unit.number)
    first: tuple[Path, int] | None = None
    if unit.number:
        for path, node in _like(edition.root, target, unit.kind):
            if first is None:
                first = (path[:-1], path[-1])
            if sort_key(node.number) <= key:
                best = (path[:-1], path[-1] + 1)
    if best or first:
        return best or first  # type: ignore[return-value]
    node = target.provision
    if unit.kind == "subpoint" or unit.kind == "indent":
        holder = _list_holder(target)
        return holder, first_clause_end(node_at(edition.root, holder))
    if not holds(node.kind, unit.kind):
        raise Denied("order_impossible", target.address, after=target.address)
    return target.path, law_end(node)


def _like(root: Provision, target: Target, kind: str) -> list[tuple[Path, Provision]]:
    """Units of a kind under a place, not looking inside units of that kind, in document order."""
    found: list[tuple[Path, Provision]] = []

    def visit(path: Path, node: Provision) -> None:
        for index, child in enumerate(node.children):
            here = (*path, index)
            if target.view == "first_clause" and path == target.path and child.kind == "clause":
                return
            if child.kind == kind:
                found.append((here, child))
            elif (child.kind in HEADED and child.kind != "article") or child.kind == "clause":
                visit(here, child)

    visit(target.path, target.provision)
    if kind == "subpoint" and found:
        # one list: the first that the unit holds
        holder = found[0][0][:-1]
        found = [item for item in found if item[0][:-1] == holder]
    return found


def _list_end(edition: Edition, parent: Path, index: int) -> tuple[Provision, list[Touch]]:
    """«.» becomes «;» before a new last item, and the new item closes the list as the old one did."""
    holder = node_at(edition.root, parent)
    kind = holder.children[index].kind
    like = [i for i, child in enumerate(holder.children) if child.kind == kind]
    position = like.index(index)
    root = edition.root
    touches: list[Touch] = []
    if position != len(like) - 1 or position == 0:
        return root, touches
    before = (*parent, like[position - 1])
    mark = _ending(node_at(root, before))
    if mark == "." and _ending(node_at(root, (*parent, index))) in (";", "."):
        for path, wrong, right in ((before, ".", ";"), ((*parent, index), ";", ".")):
            root, touch = _punctuate(edition, root, path, wrong, right)
            touches.extend(touch)
    return root, touches


def _ending(unit: Provision) -> str:
    text = last_paragraph(unit)[1].text.rstrip()
    return text[-1:] if unit.state == "in_force" else ""


def _punctuate(edition: Edition, root: Provision, path: Path, wrong: str, right: str) -> tuple[Provision, list[Touch]]:
    inner, node = last_paragraph(node_at(root, path))
    text = node.text.rstrip()
    if not text.endswith(wrong):
        return root, []
    edit = Edit(len(text) - 1, len(text), right, LIST_END)
    full = (*path, *inner)
    root = change_at(root, full, lambda old: old.replace(text=text[:-1] + right + old.text[len(text) :]))
    return root, [Touch(address_of(edition, full), "words", (edit,))]


def remove(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """A unit goes; a numbered one leaves a marker that keeps its number."""
    assert isinstance(operation, Remove)  # noqa: S101
    target = find_target(edition, operation.address)
    node = target.provision
    touch = Touch(operation.address, "removed")
    if operation.marker is not None:
        return replace_at(edition.root, target.path, (operation.marker,)), (touch,)
    if operation.outright:
        return replace_at(edition.root, target.path, ()), (touch,)
    if node.state == "excluded":
        raise Denied("unit_excluded", operation.address)
    if target.view == "heading":
        root = change_at(edition.root, target.path, lambda old: old.replace(text=""))
        return root, (Touch(operation.address, "heading", (Edit(0, len(node.text), ""),)),)
    if target.view != "unit":
        return _remove_first(edition, target)
    if node.number:
        root = replace_at(edition.root, target.path, (marker_for(node, edition.language),))
        return root, (touch,)
    parent = target.path[:-1]
    root = replace_at(edition.root, target.path, ())
    if LIST_END in rules and node.kind == "indent":
        root, more = _close_list(edition, root, parent, target.path[-1], node)
        return root, (touch, *more)
    return root, (touch,)


def _remove_first(edition: Edition, target: Target) -> Result:
    """The first clause goes: the next one takes its place in the unit's own paragraph."""
    node = target.provision
    index = next((i for i, child in enumerate(node.children) if child.kind == "clause"), None)
    if target.view == "own" or index is None:
        raise Denied("order_impossible", target.address, after=target.address)
    clause = node.children[index]
    kept = [child for child in node.children[:index] if child.kind in EDITORIAL]
    children = (*clause.children, *kept, *node.children[index + 1 :])
    edit = Edit(0, len(node.text), clause.text)
    root = change_at(
        edition.root, target.path, lambda old: old.replace(text=clause.text, after=clause.after, children=children)
    )
    return root, (Touch(target.address, "removed", (edit,)),)


def _close_list(
    edition: Edition, root: Provision, parent: Path, index: int, gone: Provision
) -> tuple[Provision, list[Touch]]:
    """Where the last item of a list went with its full stop, the item before it closes the list."""
    holder = node_at(root, parent)
    if any(child.kind == gone.kind for child in holder.children[index:]) or not gone.text.rstrip().endswith("."):
        return root, []
    like = [i for i, child in enumerate(holder.children[:index]) if child.kind == gone.kind]
    return _punctuate(edition.with_root(root), root, (*parent, like[-1]), ";", ".") if like else (root, [])


def marker_for(unit: Provision, language: str) -> Provision:
    """What is printed in the place of an excluded unit where the edition's own marker is not known yet."""
    words = _MARKERS[language]
    text = words.get(unit.kind, words[""])
    if unit.kind != "subpoint":
        text = text[0].upper() + text[1:]
    end = last_paragraph(unit)[1].text.rstrip()[-1:]
    label = unit.label.rstrip() if unit.kind in HEADED else unit.label
    if unit.kind in HEADED:
        return unit.replace(text=f" {text}" if not label.endswith(" ") else text, label=label, children=(), after="")
    return unit.replace(text=text + (end if end in ".;" else ""), label=label.replace("*", ""), children=(), after="")


def move(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """A unit leaves its place without a marker and arrives at another."""
    assert isinstance(operation, Move)  # noqa: S101
    target = find_target(edition, operation.address)
    node = target.provision
    if operation.number:
        node = renumbered(node, operation.number)
    without = edition.with_root(replace_at(edition.root, target.path, ()))
    arrive = Insert(address=operation.to, units=(node,), after=operation.after, keep_layout=True)
    root, touches = insert(without, arrive, rules)
    return root, (Touch(operation.address, "moved"), *touches)


def renumber(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """A unit gets another number."""
    assert isinstance(operation, Renumber)  # noqa: S101
    target = find_target(edition, operation.address)
    root = change_at(edition.root, target.path, lambda old: renumbered(old, operation.number))
    return root, (Touch(operation.address, "renumbered"),)


def layout(edition: Edition, operation: Operation, rules: frozenset[str]) -> Result:
    """Line breaks, indents and marks around a paragraph change; its words stay."""
    assert isinstance(operation, Layout)  # noqa: S101
    target = find_target(edition, operation.address)
    root = change_at(
        edition.root,
        target.path,
        lambda old: old.replace(
            lead=operation.lead, label=operation.label, after=operation.after, close=operation.close
        ),
    )
    return root, (Touch(operation.address, "layout"),)
