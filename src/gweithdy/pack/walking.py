"""Going through a document tree: every block, every run, and the same tree with others."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar

from gweithdy.pack.document import Block, Blocks, Part, SectionBlock
from gweithdy.pack.runs import Run, Thing

T = TypeVar("T")


def blocks_in(piece: object) -> Iterator[Block]:
    """Every block inside a document, part or block, itself too, in reading order."""
    return (each for each in _inside(piece) if isinstance(each, Block))


def runs_in(piece: object) -> Iterator[Run]:
    """Every run of words inside a document, part or block, in reading order."""
    return (each for each in _inside(piece) if isinstance(each, Run))


def runs_of_things(piece: object, thing: Thing | None = None) -> Iterator[tuple[Run, Thing | None]]:
    """As `runs_in`, each run with the thing to which it belongs."""
    if isinstance(piece, Run):
        yield piece, thing
    elif isinstance(piece, tuple):
        for each in piece:
            yield from runs_of_things(each, thing)
    elif is_dataclass(piece) and not isinstance(piece, type):
        thing = getattr(piece, "thing", None) or thing
        for name in _names(type(piece)):
            yield from runs_of_things(getattr(piece, name), thing)


def with_runs(
    piece: T, change: Callable[[Run, Thing | None], Run], thing: Thing | None = None
) -> T:
    """`piece` with what `change` makes of each run and the thing to which it belongs."""
    new: object = piece
    if isinstance(piece, Run):
        new = change(piece, thing)
    elif isinstance(piece, tuple):
        new = tuple(with_runs(each, change, thing) for each in piece)
    elif is_dataclass(piece) and not isinstance(piece, type):
        thing = getattr(piece, "thing", None) or thing
        inside = {name: getattr(piece, name) for name in _names(type(piece))}
        made = {name: with_runs(value, change, thing) for name, value in inside.items()}
        changed = {name: value for name, value in made.items() if value != inside[name]}
        new = replace(piece, **changed) if changed else piece
    return new  # type: ignore[return-value]


def with_blocks(part: Part, change: Callable[[Block], Blocks]) -> Part:
    """`part` with what `change` makes of each block of its sections, one after another."""
    summary = _with_blocks(part.summary, change) if part.summary else None
    sections = tuple(_with_blocks(section, change) for section in part.sections)
    return replace(part, summary=summary, sections=sections)


def _with_blocks(section: SectionBlock, change: Callable[[Block], Blocks]) -> SectionBlock:
    made: list[Block] = []
    for block in section.blocks:
        if isinstance(block, SectionBlock):
            made.append(_with_blocks(block, change))
        else:
            made += change(block)
    return replace(section, blocks=tuple(made))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _inside(piece: object) -> Iterator[object]:
    if isinstance(piece, tuple):
        for each in piece:
            yield from _inside(each)
    elif is_dataclass(piece) and not isinstance(piece, type):
        yield piece
        for name in _names(type(piece)):
            yield from _inside(getattr(piece, name))
