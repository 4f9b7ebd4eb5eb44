"""The memory: the same words, words like them, and nothing that a machine wrote."""

from dataclasses import replace
from pathlib import Path

import pytest

from gweithdy.domain.agenda import Block
from gweithdy.domain.ids import new_id
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Text, both, said
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.demo import demonstration
from gweithdy.exchange.translations.tmx import read_tmx, write_tmx
from gweithdy.language.memory import NEAR, Memories, Memory, Pair, both_ways, pairs_of

WATER = Pair("Dŵr i bawb yn y dref", "Water for everyone in town")
PAIRS = [WATER, Pair("Egwyl", "Break"), Pair("Egwyl", "A break"), Pair("?", "!")]


def test_the_very_same_words_are_found_first() -> None:
    memory = Memory(PAIRS, Language.EN)
    assert memory.exact("Break") == "Egwyl"
    assert memory.exact("break") == ""
    [match] = memory.find("Water for everyone in town")
    assert match == (WATER.en, WATER.cy, 1.0)
    assert [each.words for each in memory.find("!")] == ["?"]


def test_words_that_are_like_them_are_near() -> None:
    memory = Memory(PAIRS, Language.EN)
    [match] = memory.find("Water for everyone in the town!")
    assert (match.original, match.words) == (WATER.en, WATER.cy)
    assert NEAR <= match.score < 1
    assert memory.find("Roads for everyone") == []
    assert memory.find("WATER FOR EVERYONE IN TOWN")[0].score == 0.99
    assert Memory(PAIRS, Language.CY).find("Dŵr i bawb yn y ddinas")[0].words == WATER.en


def test_both_ways_of_putting_it_are_offered_the_first_first() -> None:
    memory = Memory(PAIRS, Language.CY)
    assert memory.exact("Egwyl") == "Break"
    assert {match.words for match in memory.find("Egwyl")} == {"Break", "A break"}
    assert len(memory.find("Egwyl", most=1)) == 1


def test_the_nearest_comes_first() -> None:
    pairs = [Pair(str(n), f"One two three four five {n}") for n in range(9)]
    found = Memory(pairs, Language.EN).find("One two three four five 7", most=2)
    assert found[0].words == "7"
    assert found[0].score == 1.0 > found[1].score


def session(*texts: Text) -> Workshop:
    id = new_id()
    rows = [Block(id=new_id(), session=id, title=text) for text in texts]
    return Workshop(Session(id=id), rows)


def test_only_what_people_translated_is_remembered_and_the_approved_first() -> None:
    text = said("Dŵr", "cy")
    states = {"draft": "a", "machine": "b", "sent": "c", "translated": "d", "reviewed": "e"}
    texts = [
        replace(made, en=replace(made.en, state=state))
        for state, words in states.items()
        for made in [text.having("en", words)]
    ]
    stale = replace(texts[4], en=replace(texts[4].en, words="f", basis="0badc0de"))
    here = session(*texts, stale, text)
    assert pairs_of(here) == [Pair("Dŵr", "e"), Pair("Dŵr", "d"), Pair("Dŵr", "a")]
    gone = replace(here.of(Block)[0], deleted=True, title=both("Tir", "Land"))
    assert pairs_of(Workshop(here.session, [gone])) == []


def test_names_of_organisations_are_not_in_it() -> None:
    from gweithdy.domain.people import Participant

    id = new_id()
    person = Participant(id=new_id(), session=id, organisation=both("Cyngor", "Council"))
    assert pairs_of(Workshop(Session(id=id), [person])) == []


@pytest.mark.parametrize("number", [0, 1])
def test_a_memory_goes_out_and_comes_in(tmp_path: Path, number: int) -> None:
    path = tmp_path / "memory.tmx"
    pairs = list(dict.fromkeys(pairs_of(demonstration()[number].workshop)))
    path.write_bytes(write_tmx([*pairs, Pair("a\nb & <c>", "ŵ\nŷ")]))
    assert list(read_tmx(path)) == [*pairs, Pair("a\nb & <c>", "ŵ\nŷ")]


def test_an_independent_reader_reads_the_memory(tmp_path: Path) -> None:
    from translate.storage.tmx import tmxfile

    path = tmp_path / "memory.tmx"
    path.write_bytes(write_tmx(PAIRS))
    with path.open("rb") as opened:
        file = tmxfile(opened, "cy-GB", "en-GB")
    assert [(unit.source, unit.target) for unit in file.units] == PAIRS


OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" srclang="EN-GB" datatype="rtf"/><body>
<tu tuid="1" changeid="MJ"><prop type="x-a">b</prop>
 <tuv xml:lang="EN-GB">
  <seg><ut>{f</ut>Water <bpt i="1">{b</bpt>for<ept i="1"/> <hi>all</hi></seg></tuv>
 <tuv xml:lang="CY-01"><seg>Dŵr i
  bawb</seg></tuv></tu>
<tu><tuv lang="en"><seg>Land</seg></tuv><tuv lang="fr"><seg>Terre</seg></tuv></tu>
<tu><tuv lang="en"><seg>Air</seg></tuv><tuv lang="cy"/></tu>
</body></tmx>"""


def test_memories_of_other_tools_are_read(tmp_path: Path) -> None:
    path = tmp_path / "other.tmx"
    for encoding in ("utf-8", "utf-16"):
        path.write_bytes(OTHERS.replace("UTF-8", encoding).encode(encoding))
        assert list(read_tmx(path)) == [Pair("Dŵr i\n bawb", "Water for all")]


BAD = {
    "no memory": "<xliff/>",
    "no xml": "Notes",
    "an entity": '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><tu/></tmx>',
    "no end": "<tmx><tu></tu>",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_what_is_no_memory_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.tmx"
    path.write_text(text, "utf-8")
    with pytest.raises(Problem):
        list(read_tmx(path))
    with pytest.raises(Problem, match="cannot be read"):
        list(read_tmx(tmp_path / "none.tmx"))


def test_a_memory_larger_than_its_bound_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gweithdy.exchange.translations.tmx.LARGEST_MEMORY", 100)
    path = tmp_path / "large.tmx"
    path.write_bytes(write_tmx(PAIRS))
    with pytest.raises(Problem, match="larger"):
        list(read_tmx(path))


def test_what_was_translated_here_comes_before_what_was_elsewhere() -> None:
    here = both_ways([Pair("Egwyl", "Break"), Pair("Dŵr glân i bawb", "Clean water for all")])
    elsewhere = both_ways([Pair("Saib", "Break"), Pair("Te", "Tea"), Pair("Egwyl", "Breaks")])
    memories = Memories(here, elsewhere)
    assert memories.exact("Break", Language.EN) == "Egwyl"
    assert memories.exact("Tea", Language.EN) == "Te"
    assert memories.exact("Te", Language.CY) == "Tea"
    assert memories.exact("Coffee", Language.EN) == ""
    found = memories.find("Break", Language.EN)
    # Once each, with the nearest of its originals.
    assert [(each.words, each.score) for each in found] == [("Egwyl", 1.0), ("Saib", 1.0)]
    assert len(memories.find("Break", Language.EN, most=1)) == 1
    assert Memories().find("Break", Language.EN) == []
