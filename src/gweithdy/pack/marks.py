"""The mark of texts that are only in the other language: what it is, where, and what it means."""

from collections.abc import Iterator
from itertools import pairwise

from gweithdy.domain.text import Language
from gweithdy.language.words import Words
from gweithdy.pack.runs import Run, Thing, Tone
from gweithdy.pack.walking import runs_of_things

# Screen readers say it, every font has it, and no line begins with it.
MARK = "*"


def mark(language: Language) -> Run:
    """What stands in a part in `language` after a text of the other one."""
    return Run(MARK, language, Tone.QUIET)


def marked(piece: object, language: Language) -> Iterator[tuple[Run, Thing | None]]:
    """The texts in `piece` that are followed by the mark, and what they came from."""
    for (run, thing), (after, _) in pairwise(runs_of_things(piece)):
        if after == mark(language):
            yield run, thing


def explained(words: Words, n: int) -> str:
    """What the mark means in a part, for its `n` texts."""
    if words.language is Language.CY:
        return words.ntr(
            "{n} text is not in Welsh yet: it stands here in English, with the mark *.",
            "{n} texts are not in Welsh yet: they stand here in English, with the mark *.",
            n,
        )
    return words.ntr(
        "{n} text is not in English yet: it stands here in Welsh, with the mark *.",
        "{n} texts are not in English yet: they stand here in Welsh, with the mark *.",
        n,
    )
