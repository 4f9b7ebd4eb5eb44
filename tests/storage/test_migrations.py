"""Migrations lead to the same tables as the declarations, keep a copy, and all or nothing."""

import shutil
import sys
from pathlib import Path
from textwrap import dedent

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from gweithdy.domain.arrived import Arrived
from gweithdy.domain.decisions import Decision
from gweithdy.domain.looks import Look
from gweithdy.domain.organisation import Organisation
from gweithdy.domain.photos import Photo
from gweithdy.domain.problem import Problem
from gweithdy.domain.rounds import Round
from gweithdy.domain.rulings import Ruling
from gweithdy.domain.sending import Sent
from gweithdy.domain.session import Session
from gweithdy.storage import migrate, opening
from gweithdy.storage.backups import backups_of
from gweithdy.storage.engine import pragma, writing_engine
from gweithdy.storage.header import read_header
from gweithdy.storage.library import Library
from gweithdy.storage.schema import SCHEMA
from gweithdy.storage.tables import metadata

DATA = Path(__file__).parents[1] / "data"


def described(engine: sa.Engine) -> dict[str, object]:
    seen = sa.inspect(engine)
    return {
        name: (
            {c["name"]: (str(c["type"]), c["nullable"]) for c in seen.get_columns(name)},
            seen.get_pk_constraint(name),
            sorted(map(str, seen.get_foreign_keys(name))),
            sorted(map(str, seen.get_unique_constraints(name))),
            sorted(map(str, seen.get_indexes(name))),
        )
        for name in seen.get_table_names()
    }


def test_migrations_and_declarations_make_the_same_tables(tmp_path: Path) -> None:
    opening.create(tmp_path / "declared.gwdy")
    declared = writing_engine(tmp_path / "declared.gwdy")
    migrated = writing_engine(tmp_path / "migrated.gwdy")
    with migrated.begin() as connection:
        migrate.upgrade(connection)
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == (
            opening.REVISION
        )
        assert not compare_metadata(MigrationContext.configure(connection), metadata)
    try:
        assert described(migrated) == described(declared)
    finally:
        declared.dispose()
        migrated.dispose()


def scripts_with(tmp_path: Path, body: str) -> Path:
    """The shipped migrations and one more."""
    scripts = tmp_path / "migrations 100%"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / f"{SCHEMA + 1:04d}_next.py").write_text(
        dedent(f"""
        import sqlalchemy as sa
        from alembic import op

        revision = "{SCHEMA + 1:04d}"
        down_revision = "{SCHEMA:04d}"

        def upgrade():
            with op.batch_alter_table("lane") as table:
                table.add_column(sa.Column("colour", sa.Text(), nullable=True))
            {body}
        """)
    )
    return scripts


def old_library(tmp_path: Path) -> Path:
    path = tmp_path / "library" / "old.gwdy"
    path.parent.mkdir()
    shutil.copy(DATA / "library-1.gwdy", path)
    return path


def test_a_migration_keeps_a_copy_of_what_was_before(tmp_path: Path) -> None:
    path = old_library(tmp_path)
    copy = migrate.migrate(path, scripts_with(tmp_path, "pass"), SCHEMA + 1)
    assert [backup.path for backup in backups_of(path)] == [copy]
    assert read_header(copy).schema == 1
    engine = writing_engine(path)
    with engine.connect() as connection:
        assert pragma(connection, "user_version") == SCHEMA + 1
        assert "colour" in [c["name"] for c in sa.inspect(connection).get_columns("lane")]
    engine.dispose()
    assert int.from_bytes(path.read_bytes()[60:64], "big") == SCHEMA + 1


def test_a_migration_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = old_library(tmp_path)
    scripts = scripts_with(tmp_path, 'op.execute("DELETE FROM nothing")')
    with pytest.raises(Problem, match="could not be brought up to date"):
        migrate.migrate(path, scripts, SCHEMA + 1)
    library = Library.open(path)
    assert library.check() == []
    assert library.catalogue().of(Session)
    library.close()


@pytest.mark.parametrize("path", sorted(DATA.glob("library-*.gwdy")), ids=lambda path: path.name)
def test_a_library_of_every_released_schema_still_opens(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    library = Library.open(tmp_path / path.name)
    assert library.check() == []
    (session,) = library.catalogue().of(Session)
    assert session.title.cy.words == "Gweledigaeth ar gyfer gwasanaethau cyhoeddus"
    workshop = library.workshop(session.id)
    # What came later is not in it yet.
    schema = int(path.stem.partition("-")[2])
    since = {
        Sent: 4, Decision: 6, Arrived: 7, Look: 9, Ruling: 10, Photo: 11, Round: 12
    }  # fmt: skip
    later = {noun for noun, first in since.items() if schema < first}
    assert library.catalogue().of(Organisation) == [] or schema >= 5
    assert {noun for noun in workshop._rows if not workshop.of(noun)} == later
    library.close()


def test_opening_does_not_load_alembic(tmp_path: Path) -> None:
    import subprocess

    program = (
        "import sys; from pathlib import Path; from gweithdy.storage.library import Library; "
        f"Library.open(Path({str(tmp_path / 'l.gwdy')!r})).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(migrate.SCRIPTS.parents[2])},
    )
    assert done.stdout.strip() == "False"
