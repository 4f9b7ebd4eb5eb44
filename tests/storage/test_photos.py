"""Photos in the library: their bytes are kept once, come back, and go with their session."""

from pathlib import Path

import pytest
from tests.photographs import NOON, made, pictured

from gweithdy.domain.change import Edit
from gweithdy.domain.ids import Id
from gweithdy.domain.organisation import ORGANISATION
from gweithdy.domain.photos import Photo, Pictured
from gweithdy.domain.session import Session
from gweithdy.edits import organisation, photos
from gweithdy.edits.sessions import delete_session, from_template, new_session, restore_session
from gweithdy.storage.library import Library

ONE, TWO = pictured("One"), pictured("Two")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.gwdy"


def session_with(library: Library, *pictures: Pictured) -> Id:
    edit = new_session("Diwrnod", "Day")
    library.write(edit)
    workshop = library.workshop(edit.session)
    library.write(photos.add_photos(workshop, pictures, NOON))
    return edit.session


def has(library: Library, *pictures: Pictured) -> bool:
    return all(
        library.bytes_of(attached) == data
        for each in pictures
        for attached, data in zip((each.picture, each.small), each.files, strict=True)
    )


def gone(path: Path, picture: Pictured) -> bool:
    """Whether no part of it is in any file there: not in what was freed either."""
    pieces = [data[at : at + 64] for data in picture.files for at in range(700, len(data) - 64, 64)]
    # Others have runs of the same byte too: free pages are zeros.
    pieces = [piece for piece in pieces if len(set(piece)) > 40]
    assert len(pieces) > 20
    whole = [file.read_bytes() for file in path.parent.iterdir() if file.is_file()]
    return not any(piece in each for piece in pieces for each in whole)


def test_photos_come_back_after_a_restart(path: Path) -> None:
    library = Library.open(path)
    session = session_with(library, ONE, TWO)
    before = library.workshop(session).of(Photo)
    library.close()
    library = Library.open(path)
    assert library.workshop(session).of(Photo) == before
    assert has(library, ONE, TWO)
    assert library.check() == []
    library.close()
    assert not gone(path, ONE)


def test_reading_a_session_reads_no_picture(path: Path) -> None:
    library = Library.open(path)
    session = session_with(library, ONE)
    read: list[str] = []
    with library._reading.connect() as connection:
        raw = connection.connection.driver_connection
        raw.set_trace_callback(read.append)  # type: ignore[union-attr]
    assert library.workshop(session).of(Photo)
    assert any("photo" in each for each in read)
    assert not any("FROM file" in each for each in read)
    library.close()


def test_an_erased_session_takes_its_photos_along(path: Path) -> None:
    library = Library.open(path)
    session, other = session_with(library, ONE, TWO), session_with(library, TWO)
    found = library.catalogue().get(Session, session)
    library.write(delete_session(found))
    assert has(library, ONE, TWO)
    library.write(restore_session(library.catalogue().get(Session, session)))
    assert has(library, ONE, TWO)
    library.write(delete_session(library.catalogue().get(Session, session)))
    library.erase([session])
    # What another session shows too stays there.
    assert library.bytes_of(ONE.picture) is None
    assert library.bytes_of(ONE.small) is None
    assert has(library, TWO)
    assert library.workshop(other).of(Photo)
    assert library.check() == []
    library.close()
    assert gone(path, ONE)


def test_a_removed_photo_goes_with_its_session_too(path: Path) -> None:
    library = Library.open(path)
    session = session_with(library, ONE)
    id = library.workshop(session).of(Photo)[0].id
    library.write(photos.remove_photos(library.workshop(session), [id]))
    assert has(library, ONE)
    library.write(delete_session(library.catalogue().get(Session, session)))
    library.erase([session])
    library.close()
    assert gone(path, ONE)


def test_a_logo_that_was_replaced_stays_for_undo(path: Path) -> None:
    library = Library.open(path)
    catalogue = library.catalogue()
    now = organisation.organisation(catalogue)
    library.write(organisation.put_logo(now, catalogue, "cy", TWO.picture, TWO.jpeg))
    catalogue = library.catalogue()
    now = organisation.organisation(catalogue)
    assert now.id == ORGANISATION
    library.write(organisation.drop_logo(now, catalogue, "cy"))
    session = session_with(library, ONE)
    library.write(delete_session(library.catalogue().get(Session, session)))
    library.erase([session])
    assert library.bytes_of(TWO.picture) == TWO.jpeg
    library.close()


def test_a_copy_of_a_session_shows_the_same_photos(path: Path) -> None:
    library = Library.open(path)
    session = session_with(library, ONE)
    copy: Edit = from_template(library.workshop(session), "Copi", "Copy")
    library.write(copy)
    library.write(delete_session(library.catalogue().get(Session, session)))
    library.erase([session])
    (photo,) = library.workshop(copy.session).of(Photo)
    assert photo.id in made(copy)
    assert has(library, ONE)
    assert library.check() == []
    library.close()
