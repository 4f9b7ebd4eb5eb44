"""The table of rooms in docs: who may import whom. Plain `ast`, nothing is executed."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

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
    "room": {"domain", "language", "edits", "storage"},
    "ui": {"domain", "language", "edits", "storage", "exchange", "pack", "room"},
    "cli": {"domain", "language", "edits", "storage", "exchange", "pack", "room"},
    "__main__": {"cli"},
    "__init__": set(),
    "resources": set(),
    "whole_file": {"domain"},
}
FOR_EVERYBODY = {"resources", "whole_file", "__init__"}
STORING = {"sqlalchemy", "alembic", "sqlite3"}

INSTEAD = {
    "domain": "The domain is plain arithmetic: pass in what it needs, or move the job to the room "
    "that does it.",
    "language": "Language knows only the nouns: pass the text in.",
    "edits": "A verb is pure: let it return an Edit, and let the desk store and show it.",
    "storage": "Storage keeps Changes: let the caller make the Edit and hand it over.",
    "exchange": "Reading and writing files returns Edits or bytes: let the caller store them.",
    "pack": "The pack is made from a session: pass the session in.",
    "room": "The room page speaks through edits and storage: show nothing on the screen itself.",
    "ui": "The screen asks the storage room's functions for sessions, and the pack room for files.",
    "cli": "Import gweithdy.ui inside the function that opens the window, so that the command line "
    "starts without Qt.",
}


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(node: ast.AST, path: Path) -> Iterator[str]:
    """Yield the dotted names that an import statement may load."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = ["gweithdy", *path.relative_to(PACKAGE).parts[:-1]]
        start = package[: len(package) - node.level + 1] if node.level else []
        base = ".".join([*start, *([node.module] if node.module else [])])
        yield from (f"{base}.{alias.name}" for alias in node.names)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> set[str]:
    return {name for node in ast.walk(tree_of(path)) for name in imported(node, path)}


def imports_at_start(path: Path, tree: ast.Module) -> set[str]:
    """Return what a module loads when it is itself loaded: everything outside functions."""
    found: set[str] = set()
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        found |= set(imported(node, path))
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


def features() -> list[Path]:
    """Return the files that sit inside a feature's folder of the screen."""
    return [path for path in files() if len(path.relative_to(PACKAGE).parts) > 2]


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    assert room in ROOMS, (
        f"src/gweithdy/{room} is not a known room. Put the file into one of "
        f"{', '.join(sorted(ROOMS))}, or add the room to the table here and in the docs."
    )
    seen = imports_at_start(path, tree_of(path)) if room == "cli" else imports(path)
    wrong = rooms_in(seen) - ROOMS[room] - FOR_EVERYBODY - {room}
    assert not wrong, (
        f"{name_of(path)} imports {', '.join(sorted(wrong))}, but {room} may import "
        f"{', '.join(sorted(ROOMS[room])) or 'the standard library'} only. "
        f"{INSTEAD.get(room, 'Keep it small.')}"
    )


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_only_the_screen_knows_qt(path: Path) -> None:
    if room_of(path) != "ui":
        assert "PySide6" not in outside_in(imports(path)), (
            f"{name_of(path)} imports PySide6. Only src/gweithdy/ui may: move the Qt part there "
            "and pass plain values here."
        )


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_the_domain_and_the_verbs_need_the_standard_library_only(path: Path) -> None:
    if room_of(path) in {"domain", "edits", "resources"}:
        strange = outside_in(imports(path)) - sys.stdlib_module_names
        assert not strange, (
            f"{name_of(path)} imports {', '.join(sorted(strange))}. Here the standard library must "
            "do: let the room that owns the package call this one."
        )


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_sql_stays_in_storage_and_pdf_in_the_pack(path: Path) -> None:
    used = outside_in(imports(path))
    if room_of(path) != "storage":
        assert not used & STORING, (
            f"{name_of(path)} imports {', '.join(sorted(used & STORING))}. Write a function in "
            "src/gweithdy/storage that returns domain objects, and call it."
        )
    if not name_of(path).startswith("pack/pdf/"):
        assert "reportlab" not in used, (
            f"{name_of(path)} imports reportlab. Let src/gweithdy/pack/pdf write the PDF."
        )


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_writers_of_the_pack_are_reached_through_one_door(path: Path) -> None:
    name = name_of(path)
    seen = imports_at_start(path, tree_of(path)) if name == "pack/writing.py" else imports(path)
    if not name.startswith("pack/pdf/"):
        assert not any(each.startswith("gweithdy.pack.pdf") for each in seen), (
            f"{name} imports the PDF writer. Ask gweithdy.pack.writing, which loads it when a PDF "
            "is wanted."
        )


def sibling_features(path: Path) -> set[str]:
    feature = path.relative_to(PACKAGE).parts[1]
    folders = {entry.name for entry in (PACKAGE / "ui").iterdir() if entry.is_dir()}
    shared = {"widgets"}
    seen = {name.split(".")[2] for name in imports(path) if name.startswith("gweithdy.ui.")}
    return (seen & folders) - shared - {feature}


@pytest.mark.parametrize("path", features(), ids=name_of)
def test_a_feature_of_the_screen_does_not_know_its_siblings(path: Path) -> None:
    if room_of(path) == "ui":
        wrong = sibling_features(path)
        assert not wrong, (
            f"{name_of(path)} imports the sibling feature {', '.join(sorted(wrong))}. Move what "
            "both need to ui/widgets, or let main_window.py connect the two."
        )


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_only_the_main_window_knows_the_pages(path: Path) -> None:
    parts = path.relative_to(PACKAGE).parts
    if parts[0] == "ui" and len(parts) == 2 and parts[1] not in {"main_window.py", "__init__.py"}:
        folders = {entry.name for entry in (PACKAGE / "ui").iterdir() if entry.is_dir()}
        seen = {name.split(".")[2] for name in imports(path) if name.startswith("gweithdy.ui.")}
        pages = (seen & folders) - {"widgets"}
        assert not pages, (
            f"{name_of(path)} imports the page {', '.join(sorted(pages))}. Only main_window.py "
            "knows the pages: give it what it should hand on."
        )


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
    assert rooms_in(imports_at_start(PACKAGE / "cli.py", ast.parse(source))) == rooms
