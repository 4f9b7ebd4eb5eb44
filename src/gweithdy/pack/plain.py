"""What the organiser wrote and could say more plainly, in a whole session."""

from gweithdy.domain.text import Language
from gweithdy.domain.worklist import organisers_lines
from gweithdy.domain.workshop import Workshop
from gweithdy.language.plain import Hint, abbreviations_explained, hints


def explained(workshop: Workshop, language: Language) -> frozenset[str]:
    """The abbreviations that the organiser explains somewhere in `language`."""
    texts = (line.text.get(language) for line in organisers_lines(workshop))
    return frozenset().union(*map(abbreviations_explained, texts))


def plain_hints(workshop: Workshop, language: str) -> list[Hint]:
    """All that could be plainer in a language of the pack: "both", "cy" or "en"."""
    wanted = tuple(Language) if language == "both" else (Language(language),)
    found: list[Hint] = []
    for each in wanted:
        known = explained(workshop, each)
        for line in organisers_lines(workshop):
            found += hints(line.text.get(each), each, known)
    return found
