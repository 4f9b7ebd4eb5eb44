"""Finding words in what people wrote, whatever their mutations, accents and capitals."""

from functools import lru_cache

from gweithdy.language.mutations import WORD, fold, radicals, words_in

_BEGINNING = 3
"""Letters from which a typed word may begin a longer one."""

_SURE = 4
"""Letters from which a typed word is also taken for a mutated one."""

Forms = list[tuple[str, ...]]


def forms(typed: str) -> Forms:
    """For each typed word the beginnings that count as found, each after a space."""
    found = []
    for word in words_in(typed):
        beginnings = radicals(word) if len(word) >= _SURE else [fold(word)]
        found.append(tuple(f" {form}" for form in beginnings))
    return found


def prepared(text: str) -> str:
    """`text` as `holds` looks through it: every word with all it may be a mutation of."""
    return "".join(map(_indexed, words_in(text)))


def holds(prepared: str, wanted: Forms) -> bool:
    """Whether each of the words that are `wanted` is there."""
    return all(any(form in prepared for form in forms) for forms in wanted)


def places(text: str, typed: str) -> list[tuple[int, int]]:
    """Where the words of `text` are that were found for what was `typed`: from, and up to.

    As the search of the library takes them: the same word in any mutation, or one that begins so.
    """
    wanted = [radicals(word) for word in words_in(typed)]
    return [
        match.span()
        for match in WORD.finditer(text)
        if any(_is_found(radicals(match[0]), each) for each in wanted)
    ]


def _is_found(there: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    first, *others = wanted
    beginnings = [first] if len(first) >= _BEGINNING else []
    beginnings += [other for other in others if len(other) >= _SURE]
    return any(
        word in wanted or any(word.startswith(each) for each in beginnings) for word in there
    )


@lru_cache(maxsize=50_000)
def _indexed(word: str) -> str:
    return "".join(f" {form}" for form in radicals(word))
