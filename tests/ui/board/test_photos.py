"""Photos on the Capture page: by button, key, drag and paste; words, cards and the way back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot
from tests.photographs import picture

from gweithdy.domain.board import Card, Lane
from gweithdy.domain.ids import Id
from gweithdy.domain.photos import Photo
from gweithdy.ui import ask
from gweithdy.ui.board.page import BoardPage
from gweithdy.ui.board.view import centre_of
from gweithdy.ui.capture.bar import CaptureBar
from gweithdy.ui.context import Context


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "siart.jpg"
    path.write_bytes(picture())
    return path


def photos(context: Context) -> list[Photo]:
    assert context.desk.workshop
    return context.desk.workshop.of(Photo)


def wait_for(qtbot: QtBot, context: Context, many: int) -> None:
    qtbot.waitUntil(lambda: len(photos(context)) == many and not context.jobs.is_busy)


def dropped(page: BoardPage, data: QMimeData, at: QPoint = QPoint(5, 5)) -> bool:  # noqa: B008
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(at, copy, data, left, none)
    QApplication.sendEvent(page, enters)
    QApplication.sendEvent(page, QDropEvent(QPointF(at), copy, data, left, none))
    return enters.isAccepted()


def add(qtbot: QtBot, context: Context, page: BoardPage, file: Path) -> Photo:
    page.pictures.take_files([file])
    wait_for(qtbot, context, 1)
    return photos(context)[0]


def test_by_button_and_key_it_is_there_and_its_line_is_typed(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "files_to_open", lambda *_: [file])
    page.show_view("photos")
    assert "Photos of flipcharts" in page.photos.empty.sentence.text()
    page.photos.empty.button.click()
    wait_for(qtbot, context, 1)
    box = QApplication.focusWidget()
    assert box is page.photos.details.line.boxes["en"]
    qtbot.keyClicks(box, "A single point of access")
    page.photos.details.line.commit()
    saved = context.library.workshop(context.desk.workshop.id).of(Photo)[0]
    assert saved.line.en.words == "A single point of access"
    assert saved.picture
    assert saved.picture.name == "siart.jpg"
    assert b"Mair" not in (context.library.bytes_of(saved.picture) or b"Mair")
    page.show_view("board")
    qtbot.keyClick(
        page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    wait_for(qtbot, context, 2)
    assert page.view() == "photos"
    assert context.settings.get("photo_folder") == str(file.parent)


def test_files_are_dragged_in(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path, tmp_path: Path
) -> None:
    another = tmp_path / "wal.PNG"
    another.write_bytes(picture("Wall"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in (file, another)])
    assert dropped(page, data)
    wait_for(qtbot, context, 2)
    # All or none: one that cannot be read keeps the others out too.
    told: list[str] = []
    context.desk.refused.connect(lambda problem: told.append(context.words.problem(problem)))
    another.write_bytes(b"no picture")
    assert dropped(page, data)
    qtbot.waitUntil(lambda: bool(told))
    assert "wal.PNG" in told[0]
    assert len(photos(context)) == 2


def test_a_picture_is_pasted_on_the_page_and_in_the_capture_box(
    qtbot: QtBot, context: Context, page: BoardPage
) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(page.pane.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, context, 1)
    assert photos(context)[0].picture.name == "Pasted picture"  # type: ignore[union-attr]
    bar = CaptureBar(context)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.box.pictured) as taken:
        bar.box.paste()
    assert taken.args
    assert taken.args[0].width() == 60
    assert bar.box.text() == ""
    QGuiApplication.clipboard().setText("words")
    told: list[object] = []
    context.desk.refused.connect(told.append)
    page.pictures.paste()
    assert len(told) == 1


def test_several_files_are_chosen_at_once(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []

    def several(*_: object) -> tuple[list[str], str]:
        chosen.append("asked")
        return [str(file), str(file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)
    page.pictures.ask()
    wait_for(qtbot, context, 2)
    assert chosen == ["asked"]


def test_files_that_were_copied_are_pasted(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))] * 2)
    QGuiApplication.clipboard().setMimeData(data)
    page.show_view("photos")
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, context, 2)
    # Left there, Qt would let go of it when Python is gone.
    QGuiApplication.clipboard().clear()


def test_dropped_on_a_card_it_stands_beside_it(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], file: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    view = page.pane.view
    on = view.viewport().mapToGlobal(centre_of(view, cards[1]))
    assert dropped(page, data, page.mapFromGlobal(on))
    wait_for(qtbot, context, 1)
    assert photos(context)[0].cards == (cards[1],)
    assert page.view() == "board"
    assert view.current == cards[1], "where it went is seen"


def test_another_photo_is_seen_from_its_top(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path
) -> None:
    page.show_view("photos")
    page.pictures.take_files([file] * 2)
    wait_for(qtbot, context, 2)
    area = page.photos.details.parentWidget()
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    page.resize(1100, 480)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    page.photos.list.select(photos(context)[0].id)
    assert area.verticalScrollBar().value() == 0


def test_cards_from_a_photo_know_where_it_was_said(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path
) -> None:
    photo = add(qtbot, context, page, file)
    details = page.photos.details
    details.line.boxes["en"].setPlainText("Bread")
    details.source.choose("3")
    details.make.click()
    (made,) = [c for c in context.desk.workshop.of(Card) if c.id in photos(context)[0].cards]
    assert (made.source, made.text.en.words) == ("3", "Bread")
    assert photo.cards == ()


def test_lines_become_cards_with_the_photo_beside_them(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path
) -> None:
    add(qtbot, context, page, file)
    before = len(context.desk.workshop.of(Card))
    details = page.photos.details
    details.line.boxes["cy"].setFocus()
    qtbot.keyClicks(details.line.boxes["cy"], "Llaeth")
    qtbot.keyClick(details.line.boxes["cy"], Qt.Key.Key_Return)
    qtbot.keyClicks(details.line.boxes["cy"], "Bara")
    details.lane.setCurrentIndex(1)
    details.make.click()
    cards = context.desk.workshop.of(Card)
    assert len(cards) == before + 2
    photo = photos(context)[0]
    lane = context.desk.workshop.of(Lane)[1].id
    made = [card for card in cards if card.id in photo.cards]
    assert [(card.text.cy.words, card.lane) for card in made] == [("Llaeth", lane), ("Bara", lane)]
    context.desk.undo()
    assert len(context.desk.workshop.of(Card)) == before
    assert photos(context)[0].cards == ()


def test_a_card_shows_its_photos_and_leads_there(
    qtbot: QtBot, context: Context, page: BoardPage, cards: list[Id], file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(ask, "files_to_open", lambda *_: [file])
    page.pane.view.make_current(cards[0])
    page.pane.open_details()
    strip = page.pane.details.card.photos
    assert strip.made == []
    strip.add.click()
    wait_for(qtbot, context, 1)
    assert photos(context)[0].cards == (cards[0],)
    # One goes on with the card.
    assert page.view() == "board"
    assert len(strip.made) == 1
    page.pane.view.make_current(cards[1])
    qtbot.waitUntil(lambda: strip.made == [])
    page.pane.view.make_current(cards[0])
    qtbot.waitUntil(lambda: len(strip.made) == 1)
    strip.made[0].click()
    assert page.view() == "photos"
    assert page.photos.list.current() == photos(context)[0].id


def test_by_keyboard_alone_photos_are_walked_moved_and_removed(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path
) -> None:
    page.pictures.take_files([file] * 3)
    wait_for(qtbot, context, 3)
    first, second, third = photos(context)
    listed = page.photos.list
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Home)
    assert listed.current() == first.id
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    assert listed.current() == second.id
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in photos(context)] == [second.id, first.id, third.id]
    assert listed.current() == second.id
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [each.id for each in photos(context)] == [first.id, third.id]
    assert listed.current() == first.id
    context.desk.undo()
    assert len(photos(context)) == 3
    qtbot.keyClick(listed, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is page.photos.details.line.boxes["en"]


def test_another_session_that_was_opened_meanwhile_gets_no_photo(
    context: Context, page: BoardPage, file: Path
) -> None:
    page.pictures.take_files([file])
    context.desk.workshop = None
    context.jobs.finish(5000)
    assert not context.jobs.is_busy


def test_photos_are_named_for_those_who_do_not_see_them(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path
) -> None:
    add(qtbot, context, page, file)
    page.photos.details.alt.boxes["en"].setFocus()
    qtbot.keyClicks(page.photos.details.alt.boxes["en"], "Six lines")
    page.photos.details.alt.commit()
    item = page.photos.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Photo 1. Six lines"
    assert page.photos.details.picture.accessibleName() == "Six lines"
    assert not page.photos.details.picture.pixmap().isNull()


def test_a_picture_that_is_lost_is_told(
    qtbot: QtBot, context: Context, page: BoardPage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context.library, "bytes_of", lambda _: None)
    add(qtbot, context, page, file)
    assert page.photos.details.picture.text() == "The picture is not in this library."
