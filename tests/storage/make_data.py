"""Write `tests/data/library-<schema>.gwdy`: one of everything. Run once for each new schema."""

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from gweithdy.domain.attached import attached
from gweithdy.domain.change import Change, Edit
from gweithdy.domain.entity import Entity, Owner, fields, made_from, values_of
from gweithdy.domain.ids import derived_id
from gweithdy.domain.nouns import NOUNS
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.storage.library import Library
from gweithdy.storage.schema import SCHEMA

ROOT = "5b0f4b1e-6d0a-4c5e-9d55-0c1f5f9d2a10"
FILE = b"a file"
FILLED = {
    "words": "Tŷ", "moment": datetime(2026, 11, 21, 9, 30, tzinfo=UTC), "integer": 3, "number": 2.5,
    "date": date(2026, 11, 21), "time": time(9, 30), "flag": True, "text": both("Ŵyl", "Festival"),
    "file": attached(FILE, "ŵyl.png", "image/png"), "link": "https://example.org",
}  # fmt: skip


def one_of(name: str) -> Entity:
    """A thing of every kind, each field filled."""
    noun = NOUNS[name]
    values = {}
    for path, one in fields(noun).items():
        if one.ref:
            values[path] = derived_id(ROOT, one.ref.partition("|")[0])
        elif one.choices:
            choice = list(one.choices)[-1]
            values[path] = (choice,) if one.kind.value == "choices" else choice
        elif path != "deleted" and "." not in path:
            values[path] = FILLED[one.kind.value]
    entity = made_from(noun, derived_id(ROOT, name), values)
    texts = {f.name: both("Ŵyl", "Festival") for f in fields(noun).values() if "." in f.path}
    return replace(entity, **texts)


def main() -> None:
    """Write the library of this schema."""
    folder = Path(tempfile.mkdtemp())
    library = Library.open(folder / "library.gwdy")
    for name in NOUNS:
        entity = one_of(name)
        if isinstance(entity, Session):
            title = both("Gweledigaeth ar gyfer gwasanaethau cyhoeddus", "A vision")
            entity = replace(entity, title=title)
        changes = tuple(Change(name, entity.id, *each) for each in values_of(entity).items())
        session = "" if NOUNS[name].belongs_to is Owner.LIBRARY else derived_id(ROOT, "session")
        library.write(Edit("Add", changes, session, files=(FILE,)))
    copy = library.back_up("data")
    library.close()
    assert copy
    target = Path(__file__).parents[1] / "data" / f"library-{SCHEMA}.gwdy"
    target.parent.mkdir(exist_ok=True)
    shutil.copy(copy, target)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
