"""The title beside a pack, in names of files and e-mails: what the pack keeps back, they do too."""

from pathlib import Path

import pytest
from tests.pack.builders import Day

from gweithdy.domain.people import Participant
from gweithdy.domain.text import both
from gweithdy.pack.copies import Copy
from gweithdy.pack.files import files_of
from gweithdy.pack.kept_back import Choice
from gweithdy.pack.options import PackOptions
from gweithdy.pack.title import told_session

PRIVATE = "Aled Tudur", "aled.tudur@example.org", "029 2087 4000"
WORDS = ", ".join(PRIVATE)


def titled(**options: object) -> tuple[str, str]:
    day = Day(title=both(f"Noson i {WORDS}", f"An evening for {WORDS}"))
    day.add(Participant, name="Aled Tudur")
    title = told_session(day.workshop(), PackOptions(**options)).title  # type: ignore[arg-type]
    return title.get("cy"), title.get("en")


@pytest.mark.parametrize("copy", [Copy.PARTICIPANTS, Copy.COMMISSIONER, Copy.PUBLIC])
def test_nothing_private_stands_beside_a_pack(copy: Copy) -> None:
    welsh, english = titled(copy=copy)
    assert not any(each in welsh + english for each in PRIVATE)
    assert welsh.startswith("Noson i [")
    assert english.startswith("An evening for [name not printed]")


def test_it_is_the_title_that_the_pack_prints() -> None:
    assert titled(copy=Copy.FACILITATOR)[1] == f"An evening for {WORDS}"
    assert titled(choose=lambda _: Choice.PRINT)[1] == f"An evening for {WORDS}"


def test_a_document_can_name_a_file_whose_name_is_no_text() -> None:
    each = PackOptions(language="each")
    names = {one.twin for one in files_of(Path("pac\udcffk.html"), each).values()}
    assert names == {"pack.cy.html", "pack.en.html"}
