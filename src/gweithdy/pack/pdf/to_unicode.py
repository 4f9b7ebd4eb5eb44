"""Which letter each code of a font stands for, so that words can be read, found and copied."""

from collections.abc import Iterator, Sequence

MOST = 100
"""Letters in one block of such a table."""


def to_unicode(font: str, letters: Sequence[int]) -> str:
    """The table of `font`, whose codes from 0 on are drawn as `letters`; 0 where none is."""
    known = [(code, letter) for code, letter in enumerate(letters) if letter]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font}) /Ordering ({font}) /Supplement 0 >> def",
            f"/CMapName /{font} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(letters) - 1:02X}>",
            "endcodespacerange",
            *_blocks(known),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _blocks(known: list[tuple[int, int]]) -> Iterator[str]:
    for first in range(0, len(known), MOST):
        block = known[first : first + MOST]
        yield f"{len(block)} beginbfchar"
        for code, letter in block:
            yield f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
