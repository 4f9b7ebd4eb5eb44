"""The door for pictures: from files, from a drag and from the clipboard, each becomes a photo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.photos import Photo, Pictured
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.stop import stop_if
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import photos
from gweithdy.ui import ask
from gweithdy.ui.attempt import alter
from gweithdy.ui.context import Context
from gweithdy.ui.jobs import Answers, Job

ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "heic", "heif", "avif")
"""Those of `exchange.photo`, which is loaded when a picture is chosen."""
MOST_PIXELS = 64_000_000
MOST_AT_ONCE = 40
NO_PICTURE = N_("There is no picture to paste. Copy one first.")
TOO_MANY = N_("Up to {most} photos can be added at once. Nothing was changed.")
PASTED = N_("Pasted picture")

Read = Callable[[Job], list[Pictured]]


class PhotoDoor(QObject):
    """`added` carries the ids of new photos, and the cards that they were put beside."""

    added = Signal(list, list)

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context

    def ask(self, cards: Sequence[Id] = ()) -> None:
        """Let the person choose pictures, which are put beside `cards`."""
        tr, settings = self._context.words.tr, self._context.settings
        kinds = f"{tr('Pictures')} ({' '.join(f'*.{each}' for each in ENDINGS)})"
        paths = ask.files_to_open(
            self._page, tr("Add a photo"), kinds, settings.get("photo_folder")
        )
        if paths:
            settings.put("photo_folder", str(paths[0].parent))
            self.take_files(paths, cards)

    def take_files(self, paths: Sequence[Path], cards: Sequence[Id] = ()) -> None:
        """Make photos of files, all or none."""
        if len(paths) > MOST_AT_ONCE:
            self._context.desk.refused.emit(Problem(TOO_MANY, most=MOST_AT_ONCE))
        else:
            self._start(partial(_of_files, tuple(paths)), cards)

    def paste(self, cards: Sequence[Id] = ()) -> None:
        """Make photos of the picture files in the clipboard, or one of the picture there."""
        clipboard = QGuiApplication.clipboard()
        if paths := pictures_in(clipboard.mimeData()):
            self.take_files(paths, cards)
        else:
            self.take_image(clipboard.image(), cards)

    def take_image(self, image: QImage, cards: Sequence[Id] = ()) -> None:
        """Make a photo of a picture that another program gave."""
        name = self._context.words.tr(PASTED)
        if image.isNull():
            self._context.desk.refused.emit(Problem(NO_PICTURE))
        else:
            self._start(partial(_of_image, image, name), cards)

    def _start(self, read: Read, cards: Sequence[Id]) -> None:
        desk = self._context.desk
        session = desk.workshop.id if desk.workshop else ""
        if not session:
            return

        def done(pictures: list[Pictured]) -> None:
            # Meanwhile somebody may have opened another session, to which these do not belong.
            if desk.workshop and desk.workshop.id == session:
                self._add(pictures, cards)

        self._context.jobs.start(self, read, Answers(failed=desk.refused.emit, done=done))

    def _add(self, pictures: list[Pictured], cards: Sequence[Id]) -> None:
        desk = self._context.desk

        def make(workshop: Workshop) -> Edit:
            return photos.add_photos(workshop, pictures, desk.now(), cards=cards)

        edit = alter(desk, make)
        if edit and desk.workshop:
            made = dict.fromkeys(change.id for change in edit.changes)
            self.added.emit([id for id in made if desk.workshop.find(Photo, id)], list(cards))


def paths_in(data: QMimeData) -> list[Path]:
    """The files on this computer that are dragged or were copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def pictures_in(data: QMimeData) -> list[Path]:
    """The same, if all of them are pictures."""
    paths = paths_in(data)
    is_all = all(path.suffix.lower().removeprefix(".") in ENDINGS for path in paths)
    return paths if is_all else []


def _of_files(paths: Sequence[Path], job: Job) -> list[Pictured]:
    from gweithdy.exchange.photo import photo, read_picture

    made = []
    for place, path in enumerate(paths):
        stop_if(job.cancelled)
        job.report(place, len(paths))
        made.append(photo(read_picture(path), path.name))
    return made


def _of_image(image: QImage, name: str, _job: Job) -> list[Pictured]:
    from gweithdy.exchange.photo import photo
    from gweithdy.exchange.picture import TOO_LARGE

    if image.width() * image.height() > MOST_PIXELS:
        raise Problem(TOO_LARGE, name=name)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # What was transparent is white, as in a file.
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]
    return [photo(bytes(buffer.data().data()), name)]
