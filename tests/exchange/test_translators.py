"""Plug-ins that translate: none by itself, and whatever they do, nothing is lost."""

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from gweithdy.domain.agenda import Block
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Translation, said
from gweithdy.domain.translating import Unit, units
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange import translators
from gweithdy.exchange.translators import (
    Suggestion,
    Translator,
    about,
    fitting,
    loaded,
    remembered,
    suggestions,
)
from gweithdy.language.memory import Memories, Memory, Pair


class Shouting:
    """A plug-in as somebody might write it, with no class of ours."""

    id = "shouting"
    name: Mapping[str, str] = {"cy": "Gweiddi", "en": "Shouting"}
    offline = True

    def pairs(self) -> set[tuple[str, str]]:
        return {("cy", "en")}

    def translate(
        self,
        texts: list[str],
        source: str,
        target: str,
        *,
        glossary: Mapping[str, str] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Suggestion]:
        assert (source, target, glossary, cancelled()) == ("cy", "en", None, False)
        return [Suggestion(f" {text.upper()} ", 0.5) for text in texts]


class Failing(Shouting):
    id = "failing"

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        raise OSError("no network")


class Forgetful(Shouting):
    id = "forgetful"

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        return [Suggestion(text) for text in texts[1:]]


class Strange(Shouting):
    id = "strange"

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        return [Suggestion(None) for _ in texts]  # type: ignore[arg-type]


class Quitting(Shouting):
    id = "quitting"

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        raise SystemExit(3)


class Cautious(Shouting):
    """It has nothing to say of long texts."""

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        return [Suggestion("" if len(text) > 3 else text.upper()) for text in texts]


class NoTranslator:
    id = "no"


def announced(**objects: str) -> EntryPoints:
    return EntryPoints(
        EntryPoint(name, f"{__name__}:{value}", translators.GROUP)
        for name, value in objects.items()
    )


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = announced(shouting="Shouting", no="NoTranslator", gone="Nowhere")
    monkeypatch.setattr(translators, "entry_points", lambda group: points.select(group=group))


@pytest.fixture
def some() -> list[Unit]:
    id = new_id()
    rows = [
        Block(id=new_id(), session=id, title=said(words, "cy"), order=order)
        for order, words in enumerate(("Dŵr", "Egwyl"))
    ]
    return units(Workshop(Session(id=id), rows), Language.EN)


def test_none_is_there_by_itself() -> None:
    assert translators.known() == {}


@pytest.mark.usefixtures("installed")
def test_a_plug_in_is_found_by_the_name_it_was_announced_under() -> None:
    assert set(translators.known()) == {"shouting", "no", "gone"}
    assert isinstance(loaded("shouting"), Translator)
    with pytest.raises(Problem, match="memory, gone, no, shouting"):
        loaded("whispering")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["no", "gone"])
def test_what_is_no_translator_is_told(name: str) -> None:
    with pytest.raises(Problem, match=f"{name} failed"):
        loaded(name)


def test_what_it_suggests_is_a_machines(some: list[Unit]) -> None:
    found = suggestions(Shouting(), some)
    assert [(each.words, each.state) for each in found] == [
        ("DŴR", Translation.MACHINE), ("EGWYL", Translation.MACHINE),
    ]  # fmt: skip
    assert suggestions(Shouting(), []) == []


def test_what_it_leaves_out_is_left(some: list[Unit]) -> None:
    assert [each.unit for each in suggestions(Cautious(), some)] == some[:1]


@pytest.mark.parametrize("translator", [Failing(), Forgetful(), Strange(), Quitting()])
def test_whatever_goes_wrong_in_it_is_told(some: list[Unit], translator: Translator) -> None:
    with pytest.raises(Problem, match=f"{translator.id} failed"):
        suggestions(translator, some)


def test_a_direction_that_it_does_not_know_is_not_asked_of_it() -> None:
    id = new_id()
    rows = [Block(id=new_id(), session=id, title=said("Water", "en"))]
    with pytest.raises(Problem, match="from “en” into “cy”"):
        suggestions(Failing(), units(Workshop(Session(id=id), rows), Language.CY))


def test_the_memory_suggests_drafts_of_the_very_same_words(some: list[Unit]) -> None:
    memory = Memory([Pair("Dŵr", "Water"), Pair("Egwyl!", "Break!")], Language.CY)
    [found] = remembered(Memories({Language.CY: memory}), some)
    assert (found.words, found.state) == ("Water", Translation.DRAFT)


def test_only_texts_without_words_are_given_to_it(some: list[Unit]) -> None:
    assert fitting(some) == some
    filled = Block(id=new_id(), session=new_id(), title=said("Dŵr", "cy").having("en", "Water"))
    [_, *rest] = units(
        Workshop(Session(id=filled.session, title=said("a", "cy")), [filled]), Language.EN
    )
    assert fitting(rest) == []


class Unsure(Shouting):
    offline = "perhaps"  # type: ignore[assignment]


def test_only_who_plainly_says_so_works_offline() -> None:
    assert about(Shouting()) == ({"cy": "Gweiddi", "en": "Shouting"}, True)
    assert about(Unsure()).offline is False


class EnglishOnly(Shouting):
    name: Mapping[str, str] = {"en": "Shouting"}


def test_without_a_name_in_a_language_it_is_called_by_its_id() -> None:
    assert about(EnglishOnly()).name == {"cy": "shouting", "en": "Shouting"}
