"""Which texts are looked for: by words in either language, state, language and place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gweithdy.domain.choice import labels
from gweithdy.domain.ids import Id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.problem import N_
from gweithdy.domain.text import TRANSLATION_LABELS, Language, Text, Translation
from gweithdy.domain.translating import DONE
from gweithdy.domain.worklist import TO_CHECK, Line
from gweithdy.language.finding import forms, holds, prepared
from gweithdy.ui.translation.plainer import Plainer


class Which(StrEnum):
    """The states that can be looked for: any, those with work in them, or one."""

    ANY = "any"
    TO_DO = "to_do"
    TO_CHECK = "to_check"
    PLAINER = "plainer"


WHICH_LABELS: dict[StrEnum, str] = {
    Which.ANY: N_("All states"),
    Which.TO_DO: N_("Not done yet"),
    Which.TO_CHECK: N_("To check"),
    Which.PLAINER: N_("Could be plainer"),
    **{state: TRANSLATION_LABELS[state] for state in Translation},
}


class Lacking(StrEnum):
    """The language that is looked at."""

    ANY = "any"
    INTO_CY = "into_cy"
    INTO_EN = "into_en"
    NO_CY = "no_cy"
    NO_EN = "no_en"


LACKING_LABELS = labels(
    {
        Lacking.ANY: N_("Both languages"),
        Lacking.INTO_CY: N_("Into Welsh"),
        Lacking.INTO_EN: N_("Into English"),
        Lacking.NO_CY: N_("No Welsh"),
        Lacking.NO_EN: N_("No English"),
    }
)

_FITS: dict[Lacking, Callable[[Line], bool]] = {
    Lacking.INTO_CY: lambda line: line.target is Language.CY,
    Lacking.INTO_EN: lambda line: line.target is Language.EN,
    Lacking.NO_CY: lambda line: line.text.lacks(Language.CY),
    Lacking.NO_EN: lambda line: line.text.lacks(Language.EN),
}


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; an empty one finds everything.

    `place` is the key of a page, or what texts are called there (a catalogue text).
    """

    words: str = ""
    which: StrEnum = Which.ANY
    lacking: StrEnum = Lacking.ANY
    place: str = ""

    def __bool__(self) -> bool:
        return self != Query()


class LineFilter:
    """Finds lines. The words of each are prepared once; `plainer` knows which have hints."""

    def __init__(self, plainer: Plainer) -> None:
        self._plainer = plainer
        self._prepared: dict[Id, tuple[Text, str]] = {}

    def only(self, lines: Iterable[Line], query: Query, besides: set[Id]) -> list[Line]:
        """Those that fit, and those `besides`, in their order."""
        wanted = forms(query.words)
        return [
            line
            for line in lines
            if line.id in besides
            or (
                fits(line, query)
                and (query.which is not Which.PLAINER or self._plainer.has_some(line))
                and (not wanted or holds(self._words_of(line), wanted))
            )
        ]

    def ahead(self, lines: Iterable[Line]) -> Iterator[None]:
        """Prepare all lines, one with each step, for what may be looked for."""
        for line in lines:
            self._words_of(line)
            self._plainer.has_some(line)
            yield

    def _words_of(self, line: Line) -> str:
        known = self._prepared.get(line.id)
        if known and known[0] is line.text:
            return known[1]
        found = prepared(f"{line.cy} {line.en}")
        self._prepared[line.id] = (line.text, found)
        return found


def fits(line: Line, query: Query) -> bool:
    """Whether a line is looked for, but for its words and whether these could be plainer."""
    if query.place and query.place not in (page_of(line), line.declared.label):
        return False
    if query.lacking in _FITS and not _FITS[Lacking(query.lacking)](line):
        return False
    match query.which:
        case Which.ANY | Which.PLAINER:
            return True
        case Which.TO_DO:
            return line.state not in DONE
        case Which.TO_CHECK:
            return line.state in TO_CHECK
    return line.state == query.which


def page_of(line: Line) -> str:
    """The key of the page on which a text stands."""
    return NOUNS[line.noun].noun.page
