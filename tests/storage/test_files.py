"""Attached files: their bytes stand in the library, once, and come along wherever it goes."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from gweithdy.domain.attached import attached
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.organisation import ORGANISATION, Organisation
from gweithdy.domain.problem import Problem
from gweithdy.edits.organisation import drop_logo, organisation, put_logo
from gweithdy.storage.library import Library, restore
from gweithdy.storage.tables import file

LOGO = bytes(range(256)) * 40
ATTACHED = attached(LOGO, "logo.png", "image/png")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.gwdy"


def with_logo(library: Library, language: str = "cy") -> Organisation:
    shelf = library.catalogue()
    library.write(put_logo(organisation(shelf), shelf, language, ATTACHED, LOGO))
    return organisation(library.catalogue())


def kept(library: Library) -> list[str]:
    with library._reading.connect() as connection:
        return list(connection.scalars(sa.select(file.c.digest)))


def test_the_bytes_are_there_after_a_restart_and_once_only(path: Path) -> None:
    library = Library.open(path)
    for language in ("cy", "en"):
        with_logo(library, language)
    library.close()
    library = Library.open(path)
    there = organisation(library.catalogue())
    assert there.logo_cy == there.logo_en == ATTACHED
    assert library.bytes_of(ATTACHED) == LOGO
    assert kept(library) == [ATTACHED.digest]
    assert library.check() == []
    library.close()


def test_they_come_with_a_backup_and_with_a_copy(path: Path, tmp_path: Path) -> None:
    library = Library.open(path)
    with_logo(library)
    backup = library.back_up("test")
    library.save_as(tmp_path / "copy.gwdy")
    shelf = library.catalogue()
    library.write(drop_logo(organisation(shelf), shelf, "cy"))
    library.close()
    assert backup
    restore(path, backup)
    for place in (path, tmp_path / "copy.gwdy"):
        again = Library.open(place)
        assert organisation(again.catalogue()).logo_cy == ATTACHED
        assert again.bytes_of(ATTACHED) == LOGO
        again.close()


def test_undo_of_taking_a_logo_away_finds_its_bytes(path: Path) -> None:
    library = Library.open(path)
    with_logo(library)
    shelf = library.catalogue()
    edit = drop_logo(organisation(shelf), shelf, "cy")
    back = shelf.reverse(edit)
    for each in (edit, back):
        assert not each.files
        library.write(each)
    assert organisation(library.catalogue()).logo_cy == ATTACHED
    assert library.bytes_of(ATTACHED) == LOGO
    library.close()


def test_bytes_of_an_edit_that_is_refused_are_not_kept(path: Path) -> None:
    library = Library.open(path)
    wrong = Edit("Wrong", (Change("organisation", ORGANISATION, "colour", 3),), files=(LOGO,))
    with pytest.raises(Problem):
        library.write(wrong)
    wrong = Edit("Wrong", (Change("organisation", ORGANISATION, "deleted", True),), files=(LOGO,))
    with pytest.raises(Problem):
        library.write(wrong)
    assert kept(library) == []
    library.close()


@pytest.mark.parametrize("harm", ["DELETE FROM file", "UPDATE file SET data = 'x'"])
def test_bytes_that_are_damaged_are_not_given_and_the_check_says_so(path: Path, harm: str) -> None:
    library = Library.open(path)
    with_logo(library)
    library._open_writer().run(lambda connection: connection.execute(sa.text(harm)))
    assert library.bytes_of(ATTACHED) is None
    (finding,) = library.check()
    assert finding.message.format(**finding.values).endswith("logo.png")
    library.close()
