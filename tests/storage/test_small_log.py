"""Migration 0003 with what 0.1.0 seldom wrote: texts without an original, several devices."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from gweithdy.domain.board import Card
from gweithdy.domain.ids import new_id
from gweithdy.domain.session import Session
from gweithdy.domain.text import Text, Written
from gweithdy.storage.library import Library
from gweithdy.storage.tables import device, edit

DATA = Path(__file__).parents[1] / "data"
BASIS = "df1dd3fc"
"""Of the Welsh words of the one card; its English is approved, and Welsh is its original."""

OTHER = new_id()
"""A second device."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "library.gwdy"
    shutil.copy(DATA / "library-2.gwdy", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO device VALUES (?, ?, '2026-11-21 10:00:00.000000')", (OTHER, new_id())
        )
        connection.commit()
    return path


def write(path: Path, parts: dict[str, str], *, other: bool = False) -> None:
    """Change the text of the one card as 0.1.0 did, there or on the other device."""
    with closing(sqlite3.connect(path)) as connection:
        card, session = connection.execute("SELECT id, session FROM card").fetchone()
        mine, _ = connection.execute("SELECT device, min(number) FROM change").fetchone()
        by, of_edit = OTHER if other else mine, new_id()
        for part, value in parts.items():
            number, hlc, seq = connection.execute(
                "SELECT max(number), max(hlc), max(seq) FROM change"
            ).fetchone()
            connection.execute(
                "INSERT INTO change VALUES (?, ?, ?, ?, ?, 'Mair', '2026-11-21 10:00:00.000000', "
                "?, 'card', ?, ?, ?, 'set', ?)",
                (
                    number + 1, new_id(), by, seq + 1, hlc + 1, session, card, f"text.{part}",
                    json.dumps(value), of_edit,
                ),
            )  # fmt: skip
            connection.execute(f"UPDATE card SET text_{part} = ?", (value,))  # noqa: S608
        connection.commit()


CY, EN = Written("Ŵyl"), Written("Festival", "reviewed", BASIS)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"source": ""}, Text(CY, EN, "cy")),
        ({"source": "", "cy": ""}, Text(Written("", "reviewed", BASIS), Written("Festival"), "en")),
        ({"source": "", "cy": "", "en": "", "state": "", "basis": ""}, Text()),
        ({"source": "en"}, Text(Written("Ŵyl", "reviewed", BASIS), Written("Festival"), "en")),
        ({"en": "", "state": "sent", "basis": ""}, Text(CY, Written("", "sent"), "cy")),
        ({"state": "draft"}, Text(CY, Written("Festival", "draft", BASIS), "cy")),
    ],
    ids=["no original", "English alone", "nothing", "said in English", "sent", "draft"],
)
def test_state_and_basis_go_to_the_language_that_was_not_said(
    old: Path, parts: dict[str, str], text: Text
) -> None:
    for part, value in parts.items():
        write(old, {part: value})
    library = Library.open(old)
    (session,) = library.catalogue().of(Session)
    (card,) = library.workshop(session.id).of(Card)
    assert card.text == text
    assert library.check() == []
    library.close()


def test_each_device_keeps_its_own_count(old: Path) -> None:
    for place, words in enumerate(("un", "dau", "tri", "pedwar")):
        write(old, {"cy": words, "state": "draft"}, other=place % 2 == 0)
    library = Library.open(old)
    with library._reading.connect() as connection:
        query = sa.select(edit.c.number, edit.c.seq, device.c.id).join(
            device, device.c.number == edit.c.device
        )
        rows = connection.execute(query.order_by(edit.c.number)).all()
    assert [row.number for row in rows] == list(range(1, 21))
    assert [(row.seq, row.id == OTHER) for row in rows[-5:]] == [
        (16, False), (1, True), (17, False), (2, True), (18, False),
    ]  # fmt: skip
    assert library.check() == []
    library.close()
