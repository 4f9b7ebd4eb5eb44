"""Photos beside a session file: their pictures in a folder, by names that follow from the bytes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from gweithdy.domain.attached import Attached, digest_of
from gweithdy.domain.photos import LONGEST_SIDE, Photo
from gweithdy.domain.problem import N_, Problem
from gweithdy.domain.reasons import why
from gweithdy.domain.workshop import Workshop
from gweithdy.exchange.file_names import name_in_both
from gweithdy.exchange.picture import UNREADABLE
from gweithdy.exchange.session_file import SessionFile, read_session
from gweithdy.whole_file import write_files

PHOTOS = N_("Photos")
LARGEST = 8 * 1024 * 1024
"""Bytes of a picture that is taken from such a folder: ours have far less."""

BytesOf = Callable[[Attached], bytes | None]

_BEFORE_PIXELS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0}
"""The parts of a JPEG that say how its pixels are to be read, and nothing else."""
_SCAN, _END = 0xDA, 0xD9


def folder_beside(path: Path) -> Path:
    """Where the pictures of the session file at `path` are."""
    return path.with_name(f"{path.stem}-{name_in_both(PHOTOS)}")


def name_of(attached: Attached) -> str:
    """The name of a picture in such a folder."""
    return f"{attached.digest[:32]}.jpg"


def pictures_of(workshop: Workshop) -> Iterator[Attached]:
    """What is attached to the photos of a session."""
    for photo in workshop.of(Photo):
        yield from filter(None, (photo.picture, photo.small))


def write_photos(path: Path, workshop: Workshop, bytes_of: BytesOf) -> None:
    """Write the pictures beside the session file at `path`; nothing where there are none."""
    folder = folder_beside(path)
    found = {folder / name_of(each): bytes_of(each) for each in pictures_of(workshop)}
    made = {file: data for file, data in found.items() if data}
    if not made:
        return
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Problem(
            N_("The file could not be written to {path}: {reason}. Choose another place."),
            path=folder,
            reason=why(error),
        ) from error
    write_files(made)


def read_session_at(path: Path, data: bytes) -> SessionFile:
    """The session in the bytes of the file at `path`, with the pictures that lie beside it."""
    file = read_session(data)
    return replace(file, files=tuple(read_photos(path, file.workshop)))


def read_photos(path: Path, workshop: Workshop) -> Iterator[bytes]:
    """Those of its pictures that are there, whole, and hold nothing but pixels.

    Whoever made the files may be anybody.
    """
    folders = (folder_beside(path), path.with_name(name_in_both(PHOTOS)))
    for attached in dict.fromkeys(pictures_of(workshop)):
        for folder in folders:
            data = _read(folder / name_of(attached))
            if data and digest_of(data) == attached.digest and is_bare(data):
                yield data
                break


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return b""
    return data if len(data) <= LARGEST else b""


def is_bare(data: bytes) -> bool:
    """Whether these are bytes of a JPEG as ours are: no larger, and with no more in it."""
    if not _has_only_pixels(data):
        return False
    try:
        with Image.open(BytesIO(data), formats=["JPEG"]) as opened:
            if max(opened.size) > LONGEST_SIDE:
                return False
            opened.load()
    except UNREADABLE:
        return False
    return True


def _has_only_pixels(data: bytes) -> bool:
    at = 2
    while data[:2] == b"\xff\xd8" and at + 4 <= len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _SCAN:
            return _ends_with_pixels(data, at + 2 + size)
        if marker not in _BEFORE_PIXELS or size < 2:
            return False
        if marker == 0xE0 and (size != 16 or data[at + 4 : at + 9] != b"JFIF\0"):
            return False
        at += 2 + size
    return False


def _ends_with_pixels(data: bytes, at: int) -> bool:
    """Whether nothing but pixels stands from there to the end."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        marker = data[at + 1]
        if marker == _END:
            return at + 2 == len(data)
        if marker == 0 or 0xD0 <= marker <= 0xD7:
            at += 2
        else:
            return False
    return False
