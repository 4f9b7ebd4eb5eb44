"""Words: the program's own wording in the chosen language, from the one gettext catalogue."""

import gettext
from functools import cache

from gweithdy.domain.problem import CONTEXT_END, NC_, Phrase, Problem
from gweithdy.domain.text import Language, Text
from gweithdy.resources import catalogue_folder


class Words:
    """The wording of one language, which can be switched while the program runs.

    Pass it along; there is no global one, because a pack is written in both languages at once.
    `{name}` places are filled after translation. User text goes after a colon, never into the
    grammar of a sentence: Welsh would mutate it.
    """

    def __init__(self, language: str = Language.CY) -> None:
        self.language = Language(language)

    def switch(self, language: str) -> None:
        """Speak `language` from now on."""
        self.language = Language(language)

    def tr(self, message: str, /, **values: object) -> str:
        """`message` in this language."""
        words = self._found(message) if message else ""
        return words.format(**self._translated(values)) if values else words

    def ctr(self, context: str, message: str, /) -> str:
        """`message` where the same English needs different Welsh by `context`."""
        return self.tr(NC_(context, message))

    def ntr(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form for the number `n`, which fills `{n}`; Welsh has six."""
        words = catalogue(self.language).ngettext(one, many, n)
        return words.format(n=n, **self._translated(values))

    def problem(self, problem: Problem) -> str:
        """What `problem` says to the person, in this language."""
        return self.tr(problem.message, **problem.values)

    def _found(self, message: str) -> str:
        context, _, text = message.rpartition(CONTEXT_END)
        known = catalogue(self.language)
        return known.pgettext(context, text) if context else known.gettext(text)

    def _translated(self, values: dict[str, object]) -> dict[str, object]:
        return {name: self._said(value) for name, value in values.items()}

    def _said(self, value: object) -> object:
        if isinstance(value, Text):
            return value.best(self.language)[0]
        return self.tr(value) if isinstance(value, Phrase) else value


def in_both(message: str, between: str = " / ") -> str:
    """`message` in Welsh and in English, for readers of either; once where it is the same."""
    return between.join(dict.fromkeys(Words(each).tr(message) for each in Language))


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The compiled catalogue; English is the language of the source texts and needs none."""
    if language is Language.EN:
        return gettext.NullTranslations()
    return gettext.translation("gweithdy", catalogue_folder(), [str(language)])
