"""Photos beside a session file: they come back with it, and nothing else comes in with them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.photographs import NOON, picture, pictured

from gweithdy.domain.ids import new_id
from gweithdy.domain.photos import LONGEST_SIDE, Photo
from gweithdy.domain.session import Session
from gweithdy.domain.text import said
from gweithdy.domain.workshop import Workshop
from gweithdy.edits import photos
from gweithdy.exchange.arrivals import arrivals, copies, together
from gweithdy.exchange.photo_files import (
    folder_beside,
    is_bare,
    name_of,
    read_session_at,
    write_photos,
)
from gweithdy.exchange.session_file import write_session
from gweithdy.folder.everything import Moment, export_everything
from gweithdy.storage.library import Library

ONE = pictured("One")


@pytest.fixture
def workshop() -> Workshop:
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en")))
    workshop.take(photos.add_photos(workshop, [ONE], NOON))
    return workshop


@pytest.fixture
def file(tmp_path: Path, workshop: Workshop) -> Path:
    path = tmp_path / "day.yaml"
    path.write_bytes(write_session(workshop))
    write_photos(path, workshop, {ONE.picture: ONE.jpeg, ONE.small: ONE.small_jpeg}.get)
    return path


def read(path: Path) -> tuple[bytes, ...]:
    return read_session_at(path, path.read_bytes()).files


def test_a_session_comes_back_with_its_photos(file: Path, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.gwdy")
    come = arrivals([read_session_at(file, file.read_bytes())], library)
    library.write(together(come))
    session = come[0].session.id
    (photo,) = library.workshop(session).of(Photo)
    assert photo.picture
    assert photo.small
    assert library.bytes_of(photo.picture) == ONE.jpeg
    assert library.bytes_of(photo.small) == ONE.small_jpeg
    assert library.check() == []
    # A second time adds nothing; as a copy it has the same pictures.
    again = [read_session_at(file, file.read_bytes())]
    assert not arrivals(again, library)[0].edit
    library.write(together(arrivals(copies(again, library.catalogue()), library)))
    assert library.check() == []
    library.close()


def test_a_folder_with_everything_is_read_back_with_them(
    workshop: Workshop, tmp_path: Path
) -> None:
    bytes_of = {ONE.picture: ONE.jpeg, ONE.small: ONE.small_jpeg}.get
    folder = export_everything(Moment(workshop, None, NOON, bytes_of=bytes_of), tmp_path / "all")
    (session,) = folder.glob("*.yaml")
    assert set(read(session)) == set(ONE.files)
    page = (folder / "index.html").read_text("utf-8")
    assert name_of(ONE.picture) in page
    assert name_of(ONE.small) not in page


def test_without_the_folder_the_session_comes_alone(file: Path) -> None:
    elsewhere = file.with_name("other.yaml")
    elsewhere.write_bytes(file.read_bytes())
    assert read(elsewhere) == ()


def test_what_lies_there_under_a_photos_name_is_looked_at(file: Path) -> None:
    place = folder_beside(file) / name_of(ONE.picture)
    for data in (b"", b"MZ", picture("Another"), ONE.jpeg + b"more", ONE.jpeg[:-2]):
        place.write_bytes(data)
        assert read(file) == (ONE.small_jpeg,)
    place.unlink()
    place.mkdir()
    assert read(file) == (ONE.small_jpeg,)


def test_another_plain_picture_is_not_taken_for_it(file: Path) -> None:
    (folder_beside(file) / name_of(ONE.picture)).write_bytes(pictured("Two").jpeg)
    assert read(file) == (ONE.small_jpeg,)


def test_a_file_made_elsewhere_brings_nothing_but_pixels(tmp_path: Path) -> None:
    """Whoever made the session file made the picture fit to what it says."""
    telling = picture()
    assert not is_bare(telling)
    made = replace(ONE, jpeg=telling)
    workshop = Workshop(Session(id=new_id(), title=said("Day", "en")))
    workshop.take(photos.add_photos(workshop, [made], NOON))
    path = tmp_path / "elsewhere.yaml"
    path.write_bytes(write_session(workshop))
    write_photos(path, workshop, {made.picture: telling, made.small: made.small_jpeg}.get)
    assert (folder_beside(path) / name_of(made.picture)).exists()
    assert read(path) == (made.small_jpeg,)


def test_a_picture_larger_than_ours_is_not_taken_in() -> None:
    large = jpeg_of(Image.new("RGB", (LONGEST_SIDE + 1, 20)))
    assert is_bare(jpeg_of(Image.new("RGB", (LONGEST_SIDE, 20))))
    assert not is_bare(large)


def jpeg_of(image: Image.Image) -> bytes:
    paper = BytesIO()
    image.save(paper, "JPEG")
    return paper.getvalue()


def test_a_picture_that_says_more_than_pixels_is_none_of_ours() -> None:
    assert is_bare(ONE.jpeg)
    comment = b"\xff\xfe\x00\x06Mair"
    late = ONE.jpeg[:-2] + comment + b"\xff\xd9"
    for data in (
        picture(),
        ONE.jpeg[:2] + comment + ONE.jpeg[2:],
        late,
        ONE.jpeg + b"Mair",
        ONE.jpeg[:-2],
        b"\xff\xd8\xff\xd9",
        b"",
    ):
        assert not is_bare(data), data[:30]


def test_nothing_is_written_where_there_are_no_photos(tmp_path: Path, workshop: Workshop) -> None:
    path = tmp_path / "bare.yaml"
    write_photos(path, workshop, lambda _: None)
    assert not folder_beside(path).exists()


def test_the_same_session_is_written_to_the_same_place_again(
    file: Path, workshop: Workshop
) -> None:
    workshop.take(photos.add_photos(workshop, [pictured("Two")], NOON))
    two = pictured("Two")
    held = {ONE.picture: ONE.jpeg, ONE.small: ONE.small_jpeg}
    file.write_bytes(write_session(workshop))
    write_photos(file, workshop, (held | {two.picture: two.jpeg, two.small: two.small_jpeg}).get)
    assert read(file) == (ONE.jpeg, ONE.small_jpeg, two.jpeg, two.small_jpeg)


def test_a_picture_that_ends_anywhere_is_none_of_ours() -> None:
    data = ONE.small_jpeg
    assert is_bare(data)
    for end in (*range(700), len(data) - 2, len(data) - 1):
        assert not is_bare(data[:end])
    assert not is_bare(data + b"\0")
