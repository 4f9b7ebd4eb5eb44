"""What a pack is to be: chosen on the page, kept with the session, and seen in the pages."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.heard import Recorder

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed, both
from gweithdy.edits import people
from gweithdy.edits.changes import created
from gweithdy.edits.pack import exported
from gweithdy.edits.sessions import change_session
from gweithdy.pack.copies import Copy
from gweithdy.pack.layouts import Layout
from gweithdy.pack.options import Section
from gweithdy.ui.context import Context
from gweithdy.ui.pack.chosen import KEY, MOST_KEPT, Chosen, Languages, keep, kept
from gweithdy.ui.pack.options import LANGUAGE_LABELS, LAYOUT_LABELS
from gweithdy.ui.pack.page import PackPage
from gweithdy.ui.pack.section_list import SECTION_LABELS

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[PackPage]:
    """The page of a session that is wholly in both languages, with two people on the list."""
    desk = context.desk
    assert desk.workshop
    desk.do(people.add(desk.workshop, "Aled Tudur"))
    desk.do(people.add(desk.workshop, "Bethan Puw", named=True))
    desk.do(change_session(desk.workshop.session, purpose=both("Pam", "Why")))
    page = PackPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    drawn(qtbot, page)
    yield page
    context.jobs.finish()


def drawn(qtbot: QtBot, page: PackPage) -> str:
    """The words of the pages of now."""
    qtbot.waitUntil(lambda: not page.drawing.is_due, timeout=20_000)
    assert page.looked
    return "\n".join(
        "".join(run.text for run in line.runs) for each in page.looked.pages.pages for line in each
    )


def choose(page: PackPage, part: str, value: object) -> None:
    captioned = getattr(page.options, part)
    captioned.show_value(value)
    captioned.box.activated.emit(captioned.box.currentIndex())


def headings(page: PackPage) -> list[str]:
    assert page.looked
    return [
        "".join(run.text for run in line.runs)
        for each in page.looked.pages.pages
        for line in each
        if line.level == 1
    ]


def test_there_is_a_choice_for_everything_that_a_pack_can_be() -> None:
    assert list(LAYOUT_LABELS) == list(Layout)
    assert list(LANGUAGE_LABELS) == list(Languages)
    assert list(SECTION_LABELS) == list(Section)


def test_whom_it_is_for_is_said_with_what_that_leaves_out(page: PackPage, qtbot: QtBot) -> None:
    assert "Bethan Puw" in drawn(qtbot, page)
    copy = page.options.copy
    assert "names without consent" in copy.note.text()
    assert page.options.names.isEnabled()
    choose(page, "copy", Copy.PUBLIC)
    assert "Names nobody" in copy.note.text()
    assert copy.box.accessibleDescription() == copy.note.text()
    assert not page.options.names.isEnabled()
    said = drawn(qtbot, page)
    assert "Bethan Puw" not in said
    assert "For everybody" in said
    items = page.findings.items
    told = [items.item(row).text() for row in range(items.count())]
    assert told[0] == (
        "Kept out of this copy · For everybody\n"
        "People who are counted and not named: 2; Groups of few people: 1"
    )
    choose(page, "copy", Copy.FACILITATOR)
    assert "Aled Tudur" in drawn(qtbot, page)
    page.choose.click()
    page.look.click()
    page.findings.list_asked.connect(lambda: pytest.fail("not asked"))
    choose(page, "copy", Copy.COMMISSIONER)
    drawn(qtbot, page)
    items.itemClicked.emit(items.item(0))
    assert page.choose.isChecked()


@pytest.mark.parametrize(
    ("languages", "first", "documents"),
    [
        (Languages.EN_CY, "Day", 1),
        (Languages.CY, "Diwrnod", 1),
        (Languages.EN, "Day", 1),
        (Languages.EACH, "Diwrnod", 2),
    ],
)
def test_languages(
    page: PackPage, qtbot: QtBot, languages: Languages, first: str, documents: int
) -> None:
    choose(page, "languages", languages)
    said = drawn(qtbot, page)
    assert headings(page)[0] == first
    assert said.count("pack.en.pdf") == said.count("pack.cy.pdf") == (documents == 2)
    both_parts = "Why" in said and "Pam" in said
    assert both_parts is (languages in (Languages.EN_CY, Languages.EACH))
    assert page.preview.sheet.count == len(page.looked.pages.pages)  # type: ignore[union-attr]


def test_only_layouts_that_there_are_for_the_languages_are_offered(page: PackPage) -> None:
    box = page.options.layouts.box
    choose(page, "layouts", Layout.COLUMNS)
    choose(page, "languages", Languages.CY)
    assert [box.itemData(row) for row in range(box.count())] == [
        Layout.PARTS, Layout.LARGE_PRINT, Layout.SUMMARY,
    ]  # fmt: skip
    assert page.options.chosen().layout is Layout.PARTS
    choose(page, "languages", Languages.CY_EN)
    assert box.count() == len(Layout)


def test_the_summary_alone_leaves_no_sections_to_choose(page: PackPage, qtbot: QtBot) -> None:
    choose(page, "layouts", Layout.SUMMARY)
    assert not page.options.sections.isEnabled()
    drawn(qtbot, page)
    assert "Who took part" not in headings(page)


def test_sections_are_ticked_and_moved_by_key(
    page: PackPage, qtbot: QtBot, heard: Recorder
) -> None:
    choose(page, "languages", Languages.EN)
    drawn(qtbot, page)
    assert headings(page)[1:] == [
        "Summary",
        "Contents",
        "Actions",
        "Who took part",
        "About this pack",
    ]
    page.choose.click()
    rows = page.options.sections.rows
    rows.setFocus()
    rows.setCurrentRow(list(Section).index(Section.PEOPLE))
    heard.said()
    for _ in Section:
        QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert rows.currentRow() == 0, "it goes no further"
    assert heard.said()[-1] == f"Who took part: 1 of {len(Section)}"
    rows.setCurrentRow(page.options.sections.order().index(Section.ACTIONS))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    drawn(qtbot, page)
    assert headings(page)[1:] == ["Contents", "Who took part", "Summary", "About this pack"]
    page.options.sections.usual.click()
    assert page.options.sections.order() == tuple(Section)
    assert page.options.sections.left_out() == ()


def test_buttons_move_too_and_rest_at_the_ends(page: PackPage) -> None:
    sections = page.options.sections
    sections.rows.setCurrentRow(1)
    sections.up.click()
    assert sections.order()[:2] == (Section.CHANGES, Section.SUMMARY)
    assert not sections.up.isEnabled()
    sections.down.click()
    assert sections.order() == tuple(Section)


def test_what_has_changed_since_a_version_that_is_known(
    page: PackPage, qtbot: QtBot, context: Context
) -> None:
    box = page.options.since
    assert not box.box.isEnabled()
    assert "No version" in box.note.text()
    desk = context.desk
    assert desk.workshop
    desk.do(exported(desk.workshop.session))
    desk.do(change_session(desk.workshop.session, purpose=Typed(Language.EN, "To mend it")))
    again = PackPage(context)
    qtbot.addWidget(again)
    again.show()
    box = again.options.since
    assert [box.box.itemData(row) for row in range(box.box.count())] == [0, 1]
    again.options.sections.rows.item(1).setCheckState(Qt.CheckState.Unchecked)
    box.box.setCurrentIndex(1)
    box.box.activated.emit(1)
    assert Section.CHANGES not in again.options.chosen().left_out, "what is chosen is seen"
    said = drawn(qtbot, again)
    assert "Changed since version 1 of" in said
    assert said.count("To mend it") == 2


def test_a_draft_says_so(page: PackPage, qtbot: QtBot) -> None:
    page.options.draft.click()
    assert "1 (draft)" in drawn(qtbot, page)


def test_choices_belong_to_the_session_and_are_there_again(
    page: PackPage, context: Context, qtbot: QtBot
) -> None:
    choose(page, "copy", Copy.FACILITATOR)
    choose(page, "languages", Languages.EN_CY)
    page.options.sections.rows.item(3).setCheckState(Qt.CheckState.Unchecked)
    page.options.names.click()
    wanted = page.options.chosen()
    again = PackPage(context)
    qtbot.addWidget(again)
    again.show()
    assert again.options.chosen() == wanted
    desk = context.desk
    other = Session(id=new_id(), title=both("Arall", "Other"))
    desk.do(Edit("Start", created(other), other.id))
    desk.open(other.id)
    # Nobody else gets the facilitator's copy; which languages come first is a habit.
    assert again.options.chosen() == Chosen(languages=Languages.EN_CY)
    desk.open(page._shown if page._shown != other.id else again._shown)


def test_what_somebody_wrote_into_the_settings_harms_nothing(context: Context) -> None:
    settings = context.settings
    for said in ("{", "[]", "7", '{"a": 3}', '{"a": {"copy": 9, "order": ["votes", 4, "x"]}}'):
        settings.put(KEY, said)
        chosen = kept(settings, "a")
        assert set(chosen.order) == set(Section)
        assert chosen.copy is Copy.PARTICIPANTS
    assert chosen.order[0] is Section.VOTES
    for n in range(MOST_KEPT + 5):
        keep(settings, f"s{n}", Chosen(draft=True))
    every = json.loads(settings.get(KEY))
    assert len(every) == MOST_KEPT + 1
    assert kept(settings, f"s{MOST_KEPT + 4}").draft
    assert not kept(settings, "s0").draft


def test_options_are_named_for_a_reader_in_both_languages(page: PackPage, context: Context) -> None:
    options = page.options
    for language in ("cy", "en"):
        context.words.switch(language)
        page.retranslate()
        tr = context.words.tr
        assert options.copy.box.accessibleName() == tr("Whom this copy is for")
        assert options.sections.rows.accessibleName() == tr("Sections, in this order")
        assert options.sections.rows.item(0).text() == tr("Summary")
        assert options.draft.accessibleDescription() == tr(
            "It says so on each page, and counts as no version."
        )


def test_undo_is_not_asked_for_what_is_chosen_here(page: PackPage) -> None:
    before = page.desk.is_undoable, page.workshop
    choose(page, "copy", Copy.PUBLIC)
    assert (page.desk.is_undoable, page.workshop) == before
