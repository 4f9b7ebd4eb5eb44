"""A summary for the wall: one page a language, large letters, nothing cut or silently left out."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader
from tests.pack import gates
from tests.pack.builders import TODAY, Day, pack, rich_day
from tests.pack.leaves import of_document, of_file
from tests.pack.structure import opened
from tests.pack.test_told import check_page, check_word

from gweithdy.domain.actions import Action, ActionState
from gweithdy.domain.board import Theme, Vote
from gweithdy.domain.decisions import Decision
from gweithdy.domain.text import both, said
from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document, Item, Part, SectionBlock, Versions
from gweithdy.pack.layouts import Layout
from gweithdy.pack.pdf.blocks import height_of, on_the_wall
from gweithdy.pack.pdf.build import laid_out
from gweithdy.pack.pdf.elements import Element
from gweithdy.pack.runs import words_of
from gweithdy.pack.walking import blocks_in, runs_in
from gweithdy.pack.writing import written

WALL = Layout.SUMMARY
A3 = (842, 1191)
BODY, LEAST = 20.0, 18.0


def busy_day(themes: int, actions: int, words: int = 6) -> Day:
    day = Day(
        purpose=both("Gweld beth sydd yn y ffordd. " * 4, "See what is in the way. " * 4),
        date=date(2026, 11, 12),
        next_steps=both("Cwrdd eto. " * 8, "Meet again. " * 8),
    )
    for n in range(themes):
        theme = day.add(Theme, title=both(f"Thema {n:02}", f"Theme {n:02}"))
        day.add(Vote, target=theme.id, source="room", count=100 - n)
    for n in range(actions):
        text = both(f"Cam {n:02} " + "gair " * words, f"Action {n:02} " + "word " * words)
        day.add(Action, text=text, owner="Siân", due=date(2026, 12, 1) + timedelta(n))
    return day


PACKS = {
    **{
        f"demonstration {n}": outcome_pack(file.workshop, PackOptions(layout=WALL), TODAY)
        for n, file in enumerate(demonstration(), 1)
    },
    "rich": pack(rich_day(), layout=WALL, order="en-cy"),
    "busy": pack(busy_day(30, 40), layout=WALL),
    "long": pack(busy_day(3, 3, words=200), layout=WALL),
    "empty": pack(Day(title=both("", "")), layout=WALL),
    "Welsh alone": pack(rich_day(), layout=WALL, language="cy"),
}


@pytest.fixture(params=PACKS)
def document(request: pytest.FixtureRequest) -> Document:
    return PACKS[request.param]


def fitted(document: Document) -> Document:
    return laid_out(document).document


def things(part: Part, section: str) -> list[str]:
    """What is listed in one section: "findings", "decisions" or "actions"."""
    anchor = f"{part.language}-summary-{section}"
    found = (each for each in blocks_in(part.every_section) if isinstance(each, SectionBlock))
    inside = next((each for each in found if each.anchor == anchor), None)
    items = (each for each in blocks_in(inside) if isinstance(each, Item)) if inside else ()
    return [words_of(tuple(runs_in(each))) for each in items]


def all_said(part: Part) -> str:
    return " ".join(words_of(tuple(runs_in(part))).split())


def test_it_is_one_page_of_a3_for_each_language(document: Document) -> None:
    pages = PdfReader(BytesIO(written(document))).pages
    assert len(pages) == len(document.parts)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A3}


def test_it_passes_every_gate(document: Document) -> None:
    content = written(document)
    assert gates.ua1(content) == set()
    assert gates.archive(content) == set()
    assert gates.tree(content) == set()
    assert of_file(content) == of_document(fitted(document))
    assert written(document) == content


def test_letters_are_large_and_the_same_in_both_languages(document: Document) -> None:
    with opened(written(document)) as pdf:
        sizes = [
            Counter(
                float(operands[1])
                for operands, operator in pikepdf.parse_content_stream(page, "Tf")
                if str(operator) == "Tf"
            )
            for page in pdf.pages
        ]
    assert all(min(each) >= LEAST for each in sizes)
    bodies = {each.most_common(1)[0][0] for each in sizes}
    assert len(bodies) == 1
    assert bodies.pop() >= BODY


def test_both_languages_show_the_same_things(document: Document) -> None:
    parts = fitted(document).parts
    lists = ("findings", "decisions", "actions")
    shown = [[len(things(part, each)) for each in lists] for part in parts]
    assert all(each == shown[0] for each in shown)
    assert not [block for block in blocks_in(fitted(document)) if isinstance(block, Versions)]


def test_what_has_no_room_is_counted() -> None:
    part = fitted(pack(busy_day(30, 40), layout=WALL, language="en")).parts[0]
    told = [int(n) for n in re.findall(r"And (\d+) more in the outcome pack", all_said(part))]
    themes, actions = things(part, "findings"), things(part, "actions")
    assert told == [30 - len(themes), 40 - len(actions)]
    assert min(len(themes), len(actions)) >= 3
    # The most votes and the nearest dates.
    assert "Theme 00" in all_said(part)
    assert "Action 00" in all_said(part)


def test_a_small_day_has_all_of_it_in_larger_letters() -> None:
    small = laid_out(pack(busy_day(2, 2), layout=WALL))
    assert "more in the outcome pack" not in all_said(small.document.parts[1])
    assert small.sheet.size(12) > laid_out(PACKS["busy"]).sheet.size(12) == BODY


def test_a_text_that_has_no_room_is_left_out_whole() -> None:
    endless = "gair " * 2000
    day = Day(purpose=both(endless, endless), next_steps=both("Mis Mai", "May"))
    document = pack(day, layout=WALL)
    part = fitted(document).parts[1]
    assert "gair" not in all_said(part)
    assert "This is in the outcome pack." in all_said(part)
    assert "May" in all_said(part)


def test_as_much_stands_there_as_there_is_room_for() -> None:
    """One thing more would not fit: what was highest went first, and left more than it took."""
    made = laid_out(PACKS["busy"])
    height = max(
        height_of(on_the_wall(part, Element("Part", part.language), made.sheet), made.sheet)
        for part in made.document.parts
    )
    line = made.sheet.leading(17, 12) + made.sheet.space(4)
    assert made.sheet.height - line < height <= made.sheet.height


def test_a_title_of_pages_is_not_cut() -> None:
    endless = "Teitl hir iawn " * 300
    document = pack(Day(title=said(endless, "cy")), layout=WALL, language="cy")
    content = written(document)
    assert of_file(content) == of_document(fitted(document))
    assert gates.ua1(content) == set()


def test_what_is_done_is_no_action_for_the_wall() -> None:
    day = Day()
    day.add(Action, text=both("Gwneud", "Still to do"))
    day.add(Action, text=both("Wedi", "Done already"), state=ActionState.COMPLETED)
    words = all_said(fitted(pack(day, layout=WALL, language="en")).parts[0])
    assert "Still to do" in words
    assert "Done already" not in words


def test_each_page_says_that_there_is_the_other() -> None:
    told = [words_of(part.cover.also) for part in PACKS["rich"].parts]
    assert told[0] == "This page is also available in Welsh"
    assert [part.cover.also[0].link for part in PACKS["rich"].parts] == ["#cy-part", "#en-part"]
    assert PACKS["Welsh alone"].parts[0].cover.also == ()


def test_it_says_the_same_in_every_form(document: Document) -> None:
    made = fitted(document)
    # Laid out already: its one version is all there is.
    check_page(made)
    check_word(made)


def test_names_and_addresses_are_kept_back_in_every_version() -> None:
    day = rich_day()
    address = "siân@example.org"
    day.add(Action, text=both(f"Gofyn i {address}", f"Ask {address}"), due=TODAY)
    document = pack(day, layout=WALL)
    assert address not in repr(document)


def test_what_is_due_first_is_told_first_and_what_has_no_day_last() -> None:
    day = Day()
    for text, due in (("C", date(2027, 3, 1)), ("D", None), ("A", date(2026, 12, 1))):
        day.add(Action, text=both(text, text), owner="Siân", due=due)
    told = fitted(pack(day, layout=WALL, language="en"))
    assert [words[0] for words in things(told.parts[0], "actions")] == ["A", "C", "D"]


def test_what_was_left_out_before_something_higher_went_comes_back() -> None:
    """A purpose of a page makes all lists short before it goes itself; then there is room again."""
    day = busy_day(6, 6)
    day.session = replace(day.session, purpose=both("gair " * 700, "word " * 700))
    for part in fitted(pack(day, layout=WALL)).parts:
        assert "gair gair gair gair gair gair gair gair" not in all_said(part)
        assert [len(things(part, each)) for each in ("findings", "actions")] == [6, 6]


def test_where_room_is_scarce_no_list_gives_way_to_the_others_whole() -> None:
    day = busy_day(9, 9, words=12)
    for n in range(6):
        day.add(Decision, text=both(f"Un {n} " + "gair " * 12, f"One {n} " + "word " * 12))
    for part in fitted(pack(day, layout=WALL)).parts:
        shown = [len(things(part, each)) for each in ("findings", "decisions", "actions")]
        assert min(shown) >= 2, shown
        assert sum(shown) >= 9


def test_room_that_a_text_left_goes_to_the_shortest_list_first() -> None:
    day = busy_day(8, 8)
    day.session = replace(day.session, purpose=both("gair " * 300, "word " * 300))
    for n in range(8):
        day.add(Decision, text=both(f"Un {n} gair gair", f"One {n} word word"))
    part = fitted(pack(day, layout=WALL)).parts[1]
    shown = [len(things(part, each)) for each in ("findings", "decisions", "actions")]
    assert "word " * 8 not in all_said(part)
    assert max(shown) - min(shown) <= 1, shown


def test_one_list_of_endless_things_leaves_the_others_theirs() -> None:
    day = busy_day(3, 3, words=700)
    part = fitted(pack(day, layout=WALL)).parts[1]
    assert len(things(part, "findings")) == 3
    assert things(part, "actions") == []
    assert "This is in the outcome pack." in all_said(part)


def test_on_the_wall_people_are_counted_by_how_they_took_part_alone() -> None:
    words = all_said(fitted(pack(rich_day(), layout=WALL, language="en")).parts[0])
    assert "2 people took part. In the room: 1; Online: 1" in words
    assert "Health" not in words


def test_the_mark_is_explained_only_where_it_stands_on_the_wall_and_counts_what_does() -> None:
    day = busy_day(9, 9, words=12)
    for n in range(7):
        day.add(Decision, text=both(f"Un {n} " + "gair " * 12, f"One {n} " + "word " * 12))
    day.add(Decision, text=said("One in English only " + "word " * 12, "en"))
    hidden = fitted(pack(day, layout=WALL)).parts[0]
    assert not [each for each in things(hidden, "decisions") if "English only" in each]
    assert "*" not in all_said(hidden)

    day = busy_day(3, 3)
    for n in range(40):
        day.add(Decision, text=said(f"Number {n} in English only", "en"))
    part = fitted(pack(day, layout=WALL)).parts[0]
    shown = [each for each in things(part, "decisions") if each.endswith("*")]
    assert 1 < len(shown) < 40
    assert f"Nid yw {len(shown)} " in all_said(part)
