"""The table of rooms in docs: who may import whom. Plain `ast`, nothing is executed."""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "gweithdy"

# room: the rooms it may import
ROOMS: dict[str, set[str]] = {
    "domain": set(),
    "language": {"domain"},
    "edits": {"domain"},
    "storage": {"domain", "language"},
    "exchange": {"domain", "language", "edits"},
    "pack": {"domain", "language"},
    "folder": {"domain", "language", "exchange", "pack"},
    "room": {"domain", "language", "edits", "storage"},
    "ui": {"domain", "language", "edits", "storage", "exchange", "pack", "folder", "room"},
    "cli": {"domain", "language", "edits", "storage", "exchange", "pack", "folder", "room"},
    "__main__": {"cli"},
    "__init__": set(),
    "formulas": set(),
    "resources": set(),
    "whole_file": {"domain"},
    "whole_folder": {"domain"},
}
FOR_EVERYBODY = {"formulas", "resources", "whole_file", "whole_folder", "__init__"}
STORING = {"sqlalchemy", "alembic", "sqlite3"}

INSTEAD = {
    "domain": "The domain is plain arithmetic: pass in what it needs, or move the job to the room "
    "that does it.",
    "language": "Language knows only the nouns: pass the text in.",
    "edits": "A verb is pure: let it return an Edit, and let the desk store and show it.",
    "storage": "Storage keeps Changes: let the caller make the Edit and hand it over.",
    "exchange": "Reading and writing files returns Edits or bytes: let the caller store them.",
    "pack": "The pack is made from a session: pass the session in.",
    "folder": "The folder puts together what exchange and pack make: pass the session in.",
    "room": "The room page speaks through edits and storage: show nothing on the screen itself.",
    "ui": "The screen asks the storage room's functions for sessions, and the pack room for files.",
    "cli": "Import gweithdy.ui inside the function that opens the window, so that the command line "
    "starts without Qt.",
}


@dataclass(frozen=True)
class File:
    """A file of the program; `name` is its path inside the package."""

    name: str
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        return PurePosixPath(self.name).parts

    @property
    def room(self) -> str:
        return self.parts[0].removesuffix(".py")


@cache
def files() -> list[File]:
    found = sorted(PACKAGE.rglob("*.py"))
    return [
        File(path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8")))
        for path in found
    ]


# --- what a file imports -------------------------------------------------------------------


def imported(node: ast.AST, file: File) -> Iterator[str]:
    """Yield the dotted names that an import statement may load."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = ["gweithdy", *file.parts[:-1]]
        start = package[: len(package) - node.level + 1] if node.level else []
        base = ".".join([*start, *([node.module] if node.module else [])])
        yield from (f"{base}.{alias.name}" for alias in node.names)


def imports(file: File) -> set[str]:
    return {name for node in ast.walk(file.tree) for name in imported(node, file)}


def imports_at_start(file: File) -> set[str]:
    """Return what a module loads when it is itself loaded: everything outside functions."""
    found: set[str] = set()
    todo: list[ast.AST] = [file.tree]
    while todo:
        node = todo.pop()
        found |= set(imported(node, file))
        inside = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
        todo += [child for child in ast.iter_child_nodes(node) if not isinstance(child, inside)]
    return found


def rooms_in(names: set[str]) -> set[str]:
    parts = (name.split(".") for name in names)
    found = {(part[1] if len(part) > 1 else "__init__") for part in parts if part[0] == "gweithdy"}
    # `from gweithdy import __version__` is a name of the package itself.
    return {room if not room.startswith("__") else "__init__" for room in found}


def outside_in(names: set[str]) -> set[str]:
    return {name.split(".")[0] for name in names} - {"gweithdy"}


def features_in(file: File) -> set[str]:
    """Return the features of the screen that a file imports."""
    folders = {entry.name for entry in (PACKAGE / "ui").iterdir() if entry.is_dir()}
    folders -= {"access", "widgets"}
    seen = {name.split(".")[2] for name in imports(file) if name.startswith("gweithdy.ui.")}
    return seen & folders


# --- the rules: each returns what is wrong with a file and what to do, or "" -----------------


def a_room_imports_only_the_rooms_below_it(file: File) -> str:
    if file.room not in ROOMS:
        return (
            f"src/gweithdy/{file.room} is not a known room. Put the file into one of "
            f"{', '.join(sorted(ROOMS))}, or add the room to the table here and in the docs."
        )
    seen = imports_at_start(file) if file.room == "cli" else imports(file)
    wrong = rooms_in(seen) - ROOMS[file.room] - FOR_EVERYBODY - {file.room}
    if not wrong:
        return ""
    return (
        f"{file.name} imports {', '.join(sorted(wrong))}, but {file.room} may import "
        f"{', '.join(sorted(ROOMS[file.room])) or 'the standard library'} only. "
        f"{INSTEAD.get(file.room, 'Keep it small.')}"
    )


def only_the_screen_knows_qt(file: File) -> str:
    if file.room == "ui" or "PySide6" not in outside_in(imports(file)):
        return ""
    return (
        f"{file.name} imports PySide6. Only src/gweithdy/ui may: move the Qt part there "
        "and pass plain values here."
    )


def the_domain_and_the_verbs_need_the_standard_library_only(file: File) -> str:
    strange = outside_in(imports(file)) - sys.stdlib_module_names
    if file.room not in {"domain", "edits", "resources"} or not strange:
        return ""
    return (
        f"{file.name} imports {', '.join(sorted(strange))}. Here the standard library must "
        "do: let the room that owns the package call this one."
    )


def sql_stays_in_storage(file: File) -> str:
    used = outside_in(imports(file)) & STORING
    if file.room == "storage" or not used:
        return ""
    return (
        f"{file.name} imports {', '.join(sorted(used))}. Write a function in "
        "src/gweithdy/storage that returns domain objects, and call it."
    )


def reportlab_stays_in_the_pdf_writer(file: File) -> str:
    if file.name.startswith("pack/pdf/") or "reportlab" not in outside_in(imports(file)):
        return ""
    return f"{file.name} imports reportlab. Let src/gweithdy/pack/pdf write the PDF."


def writers_of_the_pack_are_reached_through_one_door(file: File) -> str:
    seen = imports_at_start(file) if file.name == "pack/writing.py" else imports(file)
    reached = {
        writer
        for writer in ("pdf", "html", "word")
        if any(f"{each}.".startswith(f"gweithdy.pack.{writer}.") for each in seen)
        and not file.name.startswith(f"pack/{writer}/")
    }
    if not reached:
        return ""
    return (
        f"{file.name} imports the writer in pack/{', pack/'.join(sorted(reached))}. Ask "
        "gweithdy.pack.writing, which loads a writer when its kind of file is wanted."
    )


def a_feature_of_the_screen_does_not_know_its_siblings(file: File) -> str:
    if file.room != "ui" or len(file.parts) < 3:
        return ""
    wrong = features_in(file) - {file.parts[1]}
    if not wrong:
        return ""
    return (
        f"{file.name} imports the sibling feature {', '.join(sorted(wrong))}. Move what "
        "both need to ui/widgets, or let main_window.py connect the two."
    )


def only_the_main_window_knows_the_pages(file: File) -> str:
    knowing = {"ui/main_window.py", "ui/__init__.py"}
    pages = features_in(file)
    if file.room != "ui" or len(file.parts) > 2 or file.name in knowing or not pages:
        return ""
    return (
        f"{file.name} imports the page {', '.join(sorted(pages))}. Only main_window.py "
        "knows the pages: give it what it should hand on."
    )


Rule = Callable[[File], str]

# For each rule a file that breaks it: a rule that can no longer complain guards nothing.
BREAKS: dict[Rule, tuple[str, str]] = {
    a_room_imports_only_the_rooms_below_it: ("domain/board.py", "import gweithdy.storage.log"),
    only_the_screen_knows_qt: ("edits/board.py", "from PySide6.QtCore import QObject"),
    the_domain_and_the_verbs_need_the_standard_library_only: ("edits/board.py", "import yaml"),
    sql_stays_in_storage: ("ui/library/page.py", "import sqlalchemy as sa"),
    reportlab_stays_in_the_pdf_writer: ("pack/cover.py", "from reportlab.lib import colors"),
    writers_of_the_pack_are_reached_through_one_door: (
        "ui/pack/page.py",
        "def show():\n    from gweithdy.pack.html import build",
    ),
    a_feature_of_the_screen_does_not_know_its_siblings: (
        "ui/pack/page.py",
        "from gweithdy.ui.board import page",
    ),
    only_the_main_window_knows_the_pages: ("ui/desk.py", "from gweithdy.ui.board import page"),
}


def called(rule: Rule) -> str:
    return rule.__name__


@pytest.mark.parametrize("rule", BREAKS, ids=called)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    complaints = [complaint for file in files() if (complaint := rule(file))]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("rule", BREAKS, ids=called)
def test_a_file_that_breaks_the_rule_is_told(rule: Rule) -> None:
    name, source = BREAKS[rule]
    assert name in rule(File(name, ast.parse(source)))


def test_a_new_folder_must_be_a_known_room() -> None:
    new = File("helpers/board.py", ast.parse(""))
    assert "not a known room" in a_room_imports_only_the_rooms_below_it(new)


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("from gweithdy.ui import app", {"ui"}),
        ("import gweithdy.ui.desk", {"ui"}),
        ("from .ui import desk", {"ui"}),
        ("if True:\n    from gweithdy import ui", {"ui"}),
        ("def window():\n    from gweithdy.ui import app", set()),
        ("from gweithdy import __version__", {"__init__"}),
    ],
)
def test_the_reader_of_imports_sees_them(source: str, rooms: set[str]) -> None:
    assert rooms_in(imports_at_start(File("cli.py", ast.parse(source)))) == rooms
