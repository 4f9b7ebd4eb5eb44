"""Translating from the command line, on a real library file: out, back, and suggestions."""

import csv
from collections.abc import Callable
from functools import partial
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from tests.cli.runs import VISION, Run, opened
from tests.exchange.test_translators import Shouting

from gweithdy.domain.board import Card
from gweithdy.domain.change import Edit
from gweithdy.domain.text import Language, Translation, said
from gweithdy.domain.translating import due, units
from gweithdy.domain.workshop import Workshop
from gweithdy.edits.changes import updated
from gweithdy.exchange import translators
from gweithdy.exchange.translations.files import read_translations
from gweithdy.exchange.translations.tmx import read_tmx, write_tmx
from gweithdy.exchange.translators import Suggestion
from gweithdy.exchange.xml_tree import read_xml
from gweithdy.language.memory import Pair
from gweithdy.storage.library import Library

LEARNING = "learning systems"


@pytest.fixture
def run(gweithdy: Run) -> Run:
    """Run `translate` on a session."""
    return partial(gweithdy, "translate")


def change(path: Path, make: Callable[[Workshop], Edit]) -> None:
    workshop = opened(path)
    library = Library.open(path)
    library.write(make(workshop))
    library.close()


def filled(path: Path, told: Callable[[str], str]) -> int:
    """Let a translator fill in a sheet; how many texts there are."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    for row in rows:
        row[2] = told(row[1])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return len(rows)


def test_a_translator_gets_what_is_due_and_brings_it_back(run: Run, library: Path) -> None:
    before = due(units(opened(library), Language.CY))
    assert "Written: out.csv" in run(VISION, "--out", "out.csv", "--to", "cy").err
    assert filled(Path("out.csv"), lambda words: f"Cymraeg: {words}") == len(before) > 3
    trial = run(VISION, "--from", "out.csv", "--dry-run")
    assert trial.out.count("Taken\t") == len(before)
    assert "trial" in trial.err
    assert due(units(opened(library), Language.CY)) == before
    taken = run(VISION, "--from", "out.csv")
    assert taken.out == trial.out
    assert f"Taken: {len(before)}. Refused: 0. Unchanged: 0." in taken.err
    now = opened(library)
    assert due(units(now, Language.CY)) == []
    for unit in before:
        [after] = [each for each in units(now, Language.CY) if each.id == unit.id]
        assert (after.words, after.state) == (f"Cymraeg: {unit.original}", "translated")
    again = run(VISION, "--from", "out.csv")
    assert again.out == ""
    assert f"Unchanged: {len(before)}" in again.err


@pytest.mark.parametrize("ending", ["xlf", "docx", "csv"])
def test_what_nobody_touched_changes_nothing(run: Run, library: Path, ending: str) -> None:
    before = opened(library).everything()
    run(VISION, "--out", f"out.{ending}", "--to", "en", "--all")
    texts = len(units(opened(library), Language.EN))
    assert (
        f"Taken: 0. Refused: 0. Unchanged: {texts}." in run(VISION, "--from", f"out.{ending}").err
    )
    assert opened(library).everything() == before


def test_what_has_changed_since_is_refused_with_its_reason(run: Run, library: Path) -> None:
    run(VISION, "--out", "out.csv", "--to", "cy")
    filled(Path("out.csv"), lambda words: f"Cymraeg: {words}")
    one, two, *rest = [u for u in due(units(opened(library), Language.CY)) if u.noun == "card"]

    def changed(workshop: Workshop) -> Edit:
        first, second = (workshop.get(Card, unit.thing) for unit in (one, two))
        changes = (
            *updated(first, text=first.text.having("en", "Said otherwise")),
            *updated(second, text=second.text.having("cy", "Teipiwyd")),
        )
        return Edit("Test", changes, workshop.id)

    change(library, changed)
    assert rest
    found = run(VISION, "--from", "out.csv", code=2)
    refused = [line.split("\t") for line in found.out.splitlines() if line.startswith("Refused")]
    assert [cells[3] for cells in refused] == [
        "The original has changed since this was sent.",
        "Other words have been written here since this was sent.",
    ]
    now = opened(library)
    assert now.get(Card, one.thing).text.cy.words == one.words
    assert now.get(Card, two.thing).text.cy.words == "Teipiwyd"
    assert now.get(Card, rest[0].thing).text.cy.words == f"Cymraeg: {rest[0].original}"


def test_the_file_of_another_session_is_refused(run: Run, library: Path) -> None:
    before = opened(library, "learning").everything()
    for ending in ("xlf", "docx", "csv"):
        run(VISION, "--out", f"out.{ending}", "--to", "cy")
        assert "another session" in run(LEARNING, "--from", f"out.{ending}", code=2).err
    assert opened(library, "learning").everything() == before


def test_only_on_demand_a_text_is_marked_as_sent(run: Run, library: Path) -> None:
    before = opened(library).everything()
    run(VISION, "--out", "out.xlf", "--to", "cy")
    assert opened(library).everything() == before
    run(VISION, "--out", "out.xlf", "--to", "cy", "--sent")
    states = {unit.state for unit in due(units(opened(library), Language.CY))}
    assert states == {Translation.SENT}
    # It still comes back, and still goes out.
    assert "Refused: 0" in run(VISION, "--from", "out.xlf").err
    run(VISION, "--out", "out.xlf", "--to", "cy")


def test_a_file_goes_out_while_the_library_is_open(run: Run, library: Path) -> None:
    window = Library.open(library)
    try:
        run(VISION, "--out", "out.csv", "--to", "cy")
        filled(Path("out.csv"), lambda words: f"Cymraeg: {words}")
        run(VISION, "--from", "out.csv", "--dry-run")
        run(VISION, "--from", "out.csv", code=2)
        run(VISION, "--out", "sent.csv", "--to", "cy", "--sent", code=2)
    finally:
        window.close()


def test_the_language_must_be_chosen_where_both_lack_something(run: Run) -> None:
    assert "--to" in run(VISION, "--out", "out.csv", code=2).err
    run(VISION, "--out", "out.csv", "--to", "en")
    filled(Path("out.csv"), lambda words: f"English: {words}")
    run(VISION, "--from", "out.csv")
    run(VISION, "--out", "out.csv")
    assert all(row.id.endswith(".cy") for row in read_translations(Path("out.csv")).rows)
    assert "--all" in run(VISION, "--out", "out.csv", "--to", "en", code=2).err
    assert not run(VISION, "--out", "all.csv", "--to", "en", "--all").out


def test_mistakes_are_told_and_write_nothing(run: Run, tmp_path: Path) -> None:
    for words in (("--out", "out.pdf", "--to", "cy"), ("--out", "no/out.csv", "--to", "cy"),
                  ("--from", "none.xlf"), ("--from", "library.gwdy"), ("--from", "memory.tmx"),
                  ("--out", "out.xlf", "--to", "cy", "--memory", "none.tmx")):  # fmt: skip
        for language in Language:
            assert run(VISION, *words, code=2, language=language).err
    assert "more than one" in run("e", "--out", "out.csv", code=2).err.lower()
    assert all(path.name.startswith("library.gwdy") for path in tmp_path.iterdir())
    with pytest.raises(SystemExit) as caught:
        run(VISION)
    assert caught.value.code == 2


# --- memory and plug-ins ----------------------------------------------------------------------


def test_the_memory_of_a_session_goes_out(run: Run) -> None:
    run(VISION, "--out", "memory.tmx")
    pairs = list(read_tmx(Path("memory.tmx")))
    assert len(pairs) > 100
    assert Pair("Cinio", "Lunch") in pairs


def test_near_matches_stand_in_the_file_on_demand(run: Run, library: Path) -> None:
    unit = due(units(opened(library), Language.CY))[0]
    near = Pair("Rhywbeth tebyg", f"{unit.original}!")
    Path("own.tmx").write_bytes(write_tmx([near]))

    def offered(*more: str) -> list[str]:
        run(VISION, "--out", "out.xlf", "--to", "cy", *more)
        root = read_xml(Path("out.xlf").read_bytes())
        targets = [each.first("target") for each in root.elements() if each.name == "alt-trans"]
        return [str(each.content[0]) for each in targets if each]

    assert offered() == []
    assert near.cy not in offered("--memory")
    assert near.cy in offered("--memory", "own.tmx")
    some = due(units(opened(library), Language.CY))
    assert len(offered("--memory", "own.tmx", "--all")) <= 3 * len(some)
    root = read_xml(Path("out.xlf").read_bytes())
    done = [unit for unit in root.elements() if unit.get("approved")]
    assert done
    assert not any(unit.all("alt-trans") for unit in done)


def test_what_was_translated_before_comes_in_as_a_draft(run: Run, library: Path) -> None:
    unit = next(u for u in due(units(opened(library), Language.CY)) if not u.words)
    Path("own.tmx").write_bytes(write_tmx([Pair("Dyna ni", unit.original)]))
    assert "Suggested: 0" in run(VISION, "--with", "memory", "--to", "cy").err
    found = run(VISION, "--with", "memory", "--to", "cy", "--memory", "own.tmx")
    assert found.out.startswith("Draft\t")
    [now] = [u for u in due(units(opened(library), Language.CY)) if u.id == unit.id]
    assert (now.words, now.state) == ("Dyna ni", Translation.DRAFT)


def test_a_memory_from_another_session_helps(run: Run, library: Path) -> None:
    unit = next(u for u in due(units(opened(library), Language.CY)) if not u.words)

    def taught(_: Workshop) -> Edit:
        there = opened(library, "learning")
        text = said(unit.original, "en").having("cy", "O'r sesiwn arall")
        return Edit("Test", updated(there.session, purpose=text), there.id)

    change(library, taught)
    assert "Suggested: 1" in run(VISION, "--with", "memory", "--to", "cy").err


class Sending(Shouting):
    """A plug-in that sends words away."""

    id = "sending"
    offline = False
    asked = 0

    def pairs(self) -> set[tuple[str, str]]:
        return {("en", "cy"), ("cy", "en")}

    def translate(self, texts: list[str], *_more: object, **_told: object) -> list[Suggestion]:
        Sending.asked += 1
        return super().translate(texts, "cy", "en")


@pytest.fixture
def sending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sending, "asked", 0)
    point = EntryPoint("sending", f"{__name__}:Sending", translators.GROUP)
    points = EntryPoints([point])
    monkeypatch.setattr(translators, "entry_points", lambda group: points.select(group=group))


@pytest.mark.usefixtures("sending")
def test_words_leave_the_computer_only_with_a_yes_and_are_shown_before(
    run: Run, library: Path
) -> None:
    before = [u for u in due(units(opened(library), Language.CY)) if not u.words]
    shown = run(VISION, "--with", "sending", "--to", "cy", code=2)
    assert Sending.asked == 0
    assert shown.out.splitlines() == [unit.original for unit in before]
    assert "--yes" in shown.err
    found = run(VISION, "--with", "sending", "--to", "cy", "--yes")
    assert Sending.asked == 1
    assert found.out.count("Machine translation\t") == len(before)
    now = opened(library)
    for unit in before:
        [after] = [each for each in units(now, Language.CY) if each.id == unit.id]
        assert (after.words, after.state) == (unit.original.upper(), "machine")
    assert {unit.id for unit in before} <= {unit.id for unit in due(units(now, Language.CY))}
    # What a machine wrote is not taken for translated because it came back untouched.
    run(VISION, "--out", "out.docx", "--to", "cy")
    assert "Taken: 0" in run(VISION, "--from", "out.docx").err


def test_no_plug_in_is_there_by_itself(run: Run) -> None:
    assert "There are: memory" in run(VISION, "--with", "sending", "--to", "cy", code=2).err
