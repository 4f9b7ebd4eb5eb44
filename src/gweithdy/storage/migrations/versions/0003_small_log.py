"""Each language of a text is a record of its own; the log says who, when and where once an edit.

A device counts its edits from now on, not its changes: a library whose old count stands in the mark
beside it goes on as a new device, which is always safe. Old libraries are all SQLite files, and so
are the statements here.

Revision: 0003
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Frozen: the texts of each noun as they were then.
TEXTS = {
    "series": ("title", "about"),
    "session": ("title", "purpose", "place", "next_steps"),
    "participant": ("organisation",),
    "block": ("title", "notes", "online"),
    "clock": (),
    "board": ("title",),
    "lane": ("title",),
    "theme": ("title",),
    "card": ("text",),
    "vote": (),
    "quote": ("text",),
    "parked": ("text",),
    "stakeholder": ("name",),
    "tie": (),
    "action": ("text",),
    "reflection": ("text",),
}
ID = sa.String(36).with_variant(sa.Uuid(as_uuid=False), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON()
AT_ONCE = 20_000


def upgrade() -> None:
    """Cut the texts in two, and write the log anew from the old one."""
    for noun, texts in TEXTS.items():
        for text in texts:
            _cut(noun, text)
    for index, table in (
        ("ix_change_hlc", "change"),
        ("ix_change_row_field", "change"),
        ("ix_change_parent_parent", "change_parent"),
    ):
        op.drop_index(index, table)
    op.drop_table("change_parent")
    op.rename_table("change", "old_change")
    op.rename_table("device", "old_device")
    tables = _new_tables()
    _Copy(op.get_bind(), tables).everything()
    op.drop_table("old_change")
    op.drop_table("old_device")


def _cut(noun: str, text: str) -> None:
    for part, name in (("cy", "cy_words"), ("en", "en_words"), ("source", "original")):
        op.execute(f"ALTER TABLE {noun} RENAME COLUMN {text}_{part} TO {text}_{name}")
    for part in ("cy_state", "cy_basis", "en_state", "en_basis"):
        column = sa.Column(f"{text}_{part}", sa.Text(), nullable=False, server_default="")
        op.add_column(noun, column)
    # State and basis were those of the language that is not the original.
    op.execute(
        f"UPDATE {noun} SET {text}_original = CASE WHEN {text}_cy_words <> '' THEN 'cy' "
        f"WHEN {text}_en_words <> '' THEN 'en' ELSE '' END WHERE {text}_original = ''"
    )
    for language, original in (("en", "cy"), ("cy", "en")):
        op.execute(
            f"UPDATE {noun} SET {text}_{language}_state = {text}_state, "
            f"{text}_{language}_basis = {text}_basis WHERE {text}_original = '{original}'"
        )
    for part in ("state", "basis"):
        op.execute(f"ALTER TABLE {noun} DROP COLUMN {text}_{part}")


def _new_tables() -> dict[str, sa.Table]:
    def number() -> sa.Column[Any]:
        return sa.Column("number", NUMBER, autoincrement=False, nullable=False)

    def key(table: str) -> sa.PrimaryKeyConstraint:
        return sa.PrimaryKeyConstraint("number", name=f"pk_{table}")

    def to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
        name = f"fk_{table}_{column}_{target}"
        return sa.ForeignKeyConstraint([column], [f"{target}.number"], name=name)

    def count(name: str, *, nullable: bool = False) -> sa.Column[Any]:
        return sa.Column(name, NUMBER, nullable=nullable)

    made = [
        op.create_table(
            "word",
            number(),
            sa.Column("text", sa.Text(), nullable=False),
            key("word"),
            sa.UniqueConstraint("text", name="uq_word_text"),
        ),
        op.create_table(
            "thing",
            number(),
            count("noun"),
            sa.Column("id", ID, nullable=False),
            key("thing"),
            to("thing", "noun", "word"),
            sa.UniqueConstraint("id", name="uq_thing_id"),
        ),
        op.create_table(
            "device",
            number(),
            sa.Column("id", ID, nullable=False),
            sa.Column("incarnation", ID, nullable=False),
            sa.Column("since", MOMENT),
            key("device"),
            sa.UniqueConstraint("id", name="uq_device_id"),
            sa.UniqueConstraint("incarnation", name="uq_device_incarnation"),
        ),
        op.create_table(
            "edit",
            number(),
            count("device"),
            sa.Column("seq", sa.BigInteger(), nullable=False),
            sa.Column("hlc", sa.BigInteger(), nullable=False),
            sa.Column("at", MOMENT, nullable=False),
            *(count(name) for name in ("author", "origin", "label", "kind")),
            count("session", nullable=True),
            key("edit"),
            to("edit", "device", "device"),
            *(to("edit", name, "word") for name in ("author", "origin", "label", "kind")),
            to("edit", "session", "thing"),
            sa.UniqueConstraint("device", "seq", name="uq_edit_device_seq"),
        ),
        op.create_table(
            "change",
            number(),
            count("edit"),
            count("thing"),
            count("field", nullable=True),
            sa.Column("value", JSON),
            key("change"),
            to("change", "edit", "edit"),
            to("change", "thing", "thing"),
            to("change", "field", "word"),
        ),
        op.create_table(
            "change_parent",
            count("child"),
            count("parent"),
            sa.PrimaryKeyConstraint("child", "parent", name="pk_change_parent"),
            to("change_parent", "child", "change"),
            to("change_parent", "parent", "change"),
            sqlite_with_rowid=False,
        ),
    ]
    op.create_index("ix_edit_hlc", "edit", ["hlc"])
    op.create_index("ix_change_thing", "change", ["thing"])
    op.create_index("ix_change_parent_parent", "change_parent", ["parent"])
    return {table.name: table for table in made}


class _Copy:
    """Reads the old log in its order and writes the new one beside it, some edits at a time."""

    def __init__(self, connection: sa.Connection, tables: dict[str, sa.Table]) -> None:
        self.connection = connection
        self.tables = tables
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in tables}
        self.words: dict[str, int] = {}
        self.things: dict[str, int] = {}
        self.devices: dict[str, int] = {}
        self.seqs: dict[int, int] = {}
        self.texts: dict[tuple[str, str], dict[str, str]] = {}
        self.heads: dict[tuple[int, str], int] = {}
        self.made: dict[int, int] = {}
        self.changes = 0

    def everything(self) -> None:
        """Copy devices and edits."""
        old = sa.table("old_device", sa.column("id"), sa.column("incarnation"))
        for one in self.connection.execute(sa.select(old, sa.column("since", MOMENT))).mappings():
            self.devices[one["id"]] = len(self.devices) + 1
            self.rows["device"].append({**one, "number": self.devices[one["id"]]})
        for number, rows in enumerate(self._edits(), 1):
            self._edit(number, rows)
            if len(self.rows["change"]) > AT_ONCE:
                self._write()
        self._write()

    def _edits(self) -> Iterator[list[Any]]:
        names = ("number", "device", "hlc", "author", "session", "entity", "row", "field", "kind")
        old = sa.table(
            "old_change",
            *(sa.column(name) for name in (*names, "edit")),
            sa.column("at", MOMENT),
            sa.column("value", JSON),
        )
        rows = self.connection.execute(sa.select(old).order_by(old.c.number))
        for _, of_edit in groupby(rows, lambda row: row.edit):
            yield list(of_edit)

    def _edit(self, number: int, rows: list[Any]) -> None:
        first = rows[0]
        for (noun, id), of_thing in groupby(rows, lambda row: (row.entity, row.row)):
            self._change(number, noun, id, {row.field: row.value for row in of_thing})
        device = self.devices[first.device]
        self.seqs[device] = self.seqs.get(device, 0) + 1
        self.rows["edit"].append(
            {
                "number": number, "device": device, "seq": self.seqs[device], "hlc": first.hlc,
                "at": first.at, "author": self._word(first.author), "origin": self._word("window"),
                "label": self._word(""), "kind": self._word(first.kind),
                "session": self._thing("session", first.session) if first.session else None,
            }
        )  # fmt: skip

    def _change(self, edit: int, noun: str, id: str, old: dict[str, Any]) -> None:
        is_new = id not in self.things
        thing = self._thing(noun, id)
        values = self._new_values(noun, id, old)
        if is_new:
            self.made[thing] = self._append(edit, thing, None, values)
            return
        for path, value in values.items():
            change = self._append(edit, thing, self._word(path), value)
            parent = self.heads.get((thing, path), self.made.get(thing))
            if parent:
                self.rows["change_parent"].append({"child": change, "parent": parent})
            self.heads[thing, path] = change

    def _new_values(self, noun: str, id: str, old: dict[str, Any]) -> dict[str, Any]:
        """The values of a thing by path as they are from now on."""
        values: dict[str, Any] = {}
        for name in TEXTS[noun]:
            parts = {p: old[f"{name}.{p}"] for p in OLD_PARTS if old.get(f"{name}.{p}") is not None}
            if parts:
                before = self.texts.setdefault((id, name), {})
                was, now = record(before), record(before | parts)
                before |= parts
                values |= {f"{name}.{part}": now[part] for part in now if now[part] != was[part]}
        texts = {f"{name}.{part}" for name in TEXTS[noun] for part in OLD_PARTS}
        return {path: value for path, value in old.items() if path not in texts} | values

    def _append(self, edit: int, thing: int, field: int | None, value: Any) -> int:
        self.changes += 1
        self.rows["change"].append(
            {"number": self.changes, "edit": edit, "thing": thing, "field": field, "value": value}
        )
        return self.changes

    def _word(self, text: str) -> int:
        if text not in self.words:
            self.words[text] = len(self.words) + 1
            self.rows["word"].append({"number": self.words[text], "text": text})
        return self.words[text]

    def _thing(self, noun: str, id: str) -> int:
        if id not in self.things:
            self.things[id] = len(self.things) + 1
            row = {"number": self.things[id], "noun": self._word(noun), "id": id}
            self.rows["thing"].append(row)
        return self.things[id]

    def _write(self) -> None:
        for name, rows in self.rows.items():
            if rows:
                self.connection.execute(sa.insert(self.tables[name]), rows)
                rows.clear()


OLD_PARTS = ("cy", "en", "source", "state", "basis")


def record(old: dict[str, str]) -> dict[str, str]:
    """A text of the old kind by the parts of the new one, as `_cut` does it for the tables."""
    cy, en = old.get("cy", ""), old.get("en", "")
    original = old.get("source", "") or ("cy" if cy else "en" if en else "")
    new = {"cy.words": cy, "en.words": en, "original": original}
    for language, other in (("cy", "en"), ("en", "cy")):
        is_translation = original == other
        new[f"{language}.state"] = old.get("state", "") if is_translation else ""
        new[f"{language}.basis"] = old.get("basis", "") if is_translation else ""
    return new
