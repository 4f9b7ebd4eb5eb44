"""Translators: plug-ins that suggest translations. None is used unless somebody asks for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple, Protocol, cast, runtime_checkable

from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import Asked
from gweithdy.domain.text import Language, Translation, tidy
from gweithdy.domain.translating import Unit
from gweithdy.edits.translations import Accepted
from gweithdy.language.memory import Memories

GROUP = "gweithdy.translators"
"""The group of entry points in which a package announces a translator."""

OWN = "memory"
"""Under this name the library's own memory is asked instead of a plug-in; see `remembered`."""


class Suggestion(NamedTuple):
    """What a translator makes of a text, "" for nothing; `score` from 0 to 1, None if unknown."""

    text: str
    score: float | None = None


@runtime_checkable
class Translator(Protocol):
    """What a plug-in is."""

    @property
    def id(self) -> str:
        """What it is called on the command line."""

    @property
    def name(self) -> Mapping[str, str]:
        """What people call it, by language: "cy" and "en"."""

    @property
    def offline(self) -> bool:
        """Whether nothing leaves the computer."""

    def pairs(self) -> set[tuple[str, str]]:
        """The directions it knows: ("cy", "en")."""

    def translate(
        self,
        texts: list[str],
        source: str,
        target: str,
        *,
        glossary: Mapping[str, str] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Suggestion]:
        """A suggestion for each of `texts`, in their order.

        `glossary` holds words with their translations; none is given yet. Once `cancelled` says so,
        what comes back is no longer used.
        """


def known() -> dict[str, EntryPoint]:
    """The plug-ins that are installed, by the name they were announced under; none is loaded."""
    return {point.name: point for point in entry_points(group=GROUP)}


def loaded(name: str) -> Translator:
    """The plug-in of this name; Problem if there is none, or it cannot be loaded."""
    points = known()
    if name not in points:
        raise Problem(
            N_("No translator is called {name}. There are: {names}"),
            name=name,
            names=", ".join([OWN, *sorted(points)]),
        )
    with _told(name):
        made = points[name].load()
        translator = made() if isinstance(made, type) else made
        is_one = isinstance(translator, Translator)
    if not is_one:
        raise _failed(name, "Translator?")
    return cast("Translator", translator)


class About(NamedTuple):
    """What a plug-in says of itself: what people call it, by language, and if nothing leaves."""

    name: dict[Language, str]
    offline: bool


def about(translator: Translator) -> About:
    """What `translator` says of itself; Problem if it fails."""
    with _told(translator.id):
        said = translator.name
        name = {each: str(said.get(str(each)) or translator.id) for each in Language}
        # Only a plain True: who is not sure lets words out.
        return About(name, translator.offline is True)


def fitting(units: Iterable[Unit]) -> list[Unit]:
    """The texts for which a suggestion helps: those without words."""
    return [unit for unit in units if not unit.words]


def remembered(memories: Memories, units: Iterable[Unit]) -> list[Accepted]:
    """How the very same words were translated before, as drafts.

    Only what is the same to the letter: near matches are for a person to look at.
    """
    pairs = ((unit, memories.exact(unit.original, unit.source)) for unit in units)
    return [Accepted(unit, words, Translation.DRAFT) for unit, words in pairs if words]


def suggestions(
    translator: Translator, units: Sequence[Unit], stopped: Asked | None = None
) -> list[Accepted]:
    """What a translator suggests for texts of one direction; Problem if it fails.

    It comes in as a machine's. This is the moment in which the words leave the computer, unless
    the translator is `offline`.
    """
    if not units:
        return []
    source, target = str(units[0].source), str(units[0].target)
    with _told(translator.id):
        knows = (source, target) in translator.pairs()
    if not knows:
        raise Problem(
            N_("{name} does not translate from “{source}” into “{target}”."),
            name=translator.id,
            source=source,
            target=target,
        )
    texts = [unit.original for unit in units]
    with _told(translator.id):
        found = translator.translate(texts, source, target, cancelled=stopped or (lambda: False))
        made: list[object] = [each.text for each in found]
    words = [tidy(each) for each in made if isinstance(each, str)]
    if not len(words) == len(made) == len(units):
        raise _failed(translator.id, f"{len(words)} / {len(units)}")
    pairs = zip(units, words, strict=True)
    return [Accepted(unit, said, Translation.MACHINE) for unit, said in pairs if said]


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Around calls into somebody else's program, and nothing of ours.

    Whatever goes wrong there is told, and stops nothing of ours.
    """
    try:
        yield
    # What other people's code raises nobody here can list; it may also want to end the program.
    except (Exception, SystemExit) as error:
        raise _failed(name, f"{type(error).__name__}: {error}") from error


def _failed(name: str, reason: str) -> Problem:
    return Problem(
        N_("The translator {name} failed: {reason}. Nothing was changed."),
        name=name,
        reason=reason,
    )
