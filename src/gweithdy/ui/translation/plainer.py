"""Which texts could be plainer: what the organiser wrote, looked at once for the same words."""

from collections.abc import Iterable, Iterator

from gweithdy.domain.ids import Id
from gweithdy.domain.text import Language
from gweithdy.domain.worklist import Line
from gweithdy.language.plain import Hint, HintKind, abbreviations_explained, hints


class Plainer:
    """Gives hints of lines. Tell it of all of them by `look_at`, then of those that change."""

    def __init__(self) -> None:
        self._hints: dict[tuple[str, Language], tuple[Hint, ...]] = {}
        self._in: dict[tuple[Id, Language], frozenset[str]] = {}
        self._explained: dict[Language, frozenset[str]] = dict.fromkeys(Language, frozenset())

    def look_at(self, lines: Iterable[Line]) -> None:
        """Learn which abbreviations are explained somewhere among these, which are all."""
        self._in = {}
        self.take(lines)

    def take(self, changed: Iterable[Line]) -> None:
        """Learn which are explained by now in lines that changed."""
        is_other = not self._in
        for line in changed:
            if line.is_organisers:
                for each in Language:
                    found = abbreviations_explained(line.text.get(each))
                    is_other = is_other or self._in.get((line.id, each)) != found
                    self._in[line.id, each] = found
        if is_other:
            for each in Language:
                some = (found for (_, language), found in self._in.items() if language is each)
                self._explained[each] = frozenset().union(*some)

    def of(self, line: Line) -> dict[Language, tuple[Hint, ...]]:
        """What could be plainer in each language; nothing of what others said."""
        return {each: tuple(self._of(line, each)) for each in Language}

    def has_some(self, line: Line) -> bool:
        """Whether there are hints for a line."""
        return line.is_organisers and any(True for each in Language for _ in self._of(line, each))

    def _of(self, line: Line, language: Language) -> Iterator[Hint]:
        if line.is_organisers:
            explained = self._explained[language]
            for hint in self._all(line.text.get(language), language):
                if hint.kind is not HintKind.ABBREVIATION or hint.words not in explained:
                    yield hint

    def _all(self, words: str, language: Language) -> tuple[Hint, ...]:
        """Also of abbreviations that are explained elsewhere: that may change."""
        known = self._hints.get((words, language))
        if known is None:
            known = self._hints[words, language] = hints(words, language) if words else ()
        return known
