"""Boards as Markdown: headings for lanes and themes, a list of cards under each."""

import re
from collections.abc import Iterable, Iterator

from gweithdy.language.words import Words
from gweithdy.pack.board_file.contents import Column, Name, Said, Sheet

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~])")
"""What would be taken for markup anywhere in a line."""
_BEGINS = re.compile(r"^(\s*)(#|>|[-+=]|\d+[.)])")
"""What would be taken for markup where a line begins."""
DEEPEST = 6


def markdown(boards: Iterable[Sheet]) -> bytes:
    """The bytes of the file; people's words stay words, whatever signs are in them."""
    blocks = [line for board in boards for line in _board(board)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _board(board: Sheet) -> Iterator[str]:
    words = Words(board.language)
    yield f"# {plain(board.title)}"
    for column in board.columns:
        yield from _column(column, words)


def _column(column: Column, words: Words) -> Iterator[str]:
    yield f"## {plain(column.title) or words.tr('Cards')}"
    if not column.heaps:
        yield words.tr("No cards.")
    shown: tuple[Name, ...] = ()
    for heap in column.heaps:
        for deep, theme in enumerate(heap.themes):
            if heap.themes[: deep + 1] != shown[: deep + 1]:
                yield f"{'#' * min(DEEPEST, 3 + deep)} {plain(theme.whole)}"
        if shown and not heap.themes:
            yield f"### {words.tr('Cards without a theme')}"
        shown = heap.themes
        yield "\n".join(map(_card, heap.cards))


def _card(card: Said) -> str:
    # A line of its own for each line, still inside the item.
    said = "  \n  ".join(plain(line) for line in card.words.split("\n") if line.strip())
    return f"- {said} ({plain(card.facts)})" if card.facts else f"- {said}"


def plain(words: str) -> str:
    """`words` on one line, so that Markdown shows them as they are."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(words.split())).replace("&", "&amp;")
    return _BEGINS.sub(_escaped, escaped)


def _escaped(begin: re.Match[str]) -> str:
    sign = begin[2]
    return f"{begin[1]}{sign[:-1]}\\{sign[-1]}"
