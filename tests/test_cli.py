"""The command line as a person or a script uses it: in a process of its own, without a display."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from gweithdy.cli import commands, main
from gweithdy.cli.finding import folded, found, line_of
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import both
from gweithdy.domain.workshop import Catalogue
from gweithdy.edits import people
from gweithdy.edits.sessions import change_session
from gweithdy.language.words import Words
from gweithdy.resources import asset
from gweithdy.storage.library import Library

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]

DEMOS = [str(path) for path in sorted(asset("demo").glob("*.yaml"))]
SOURCE = Path(__file__).parents[1] / "src"
VISION = "gweledigaeth"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `gweithdy` with a library and a home of this test's own."""
    gone = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    environment |= {
        "PYTHONPATH": str(SOURCE),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "0",
    }

    def one(*words: str, code: int = 0, language: str = "en", **more: str) -> Result:
        library = ("--library", str(tmp_path / "library.gwdy"))
        result = subprocess.run(
            [sys.executable, "-m", "gweithdy", "--language", language, *library, *words],
            check=False, capture_output=True, encoding="utf-8",
            env=environment | more, cwd=tmp_path,
        )  # fmt: skip
        assert result.returncode == code, result.stderr
        assert "Traceback" not in result.stderr
        return result

    return one


@pytest.fixture(scope="module")
def demonstration_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with both demonstration sessions."""
    path = tmp_path_factory.mktemp("shelf") / "library.gwdy"
    assert main(["--library", str(path), "import", *DEMOS]) == 0
    return path


@pytest.fixture
def filled(run: Run, demonstration_library: Path, tmp_path: Path) -> Run:
    """The same with both demonstration sessions in the library."""
    shutil.copy(demonstration_library, tmp_path / "library.gwdy")
    return run


def test_a_new_library_is_empty(run: Run) -> None:
    assert run("list").stdout == ""
    assert run("check", code=2).stderr


def test_list_prints_a_line_for_each_session(filled: Run) -> None:
    lines = filled("list", LANG="en_GB.ISO-8859-1").stdout.splitlines()
    cells = [line.split("\t") for line in lines]
    assert [len(cell) for cell in cells] == [5, 5]
    assert [len(cell[0]) for cell in cells] == [36, 36]
    assert [cell[1] for cell in cells] == ["2026-11-12", "2026-12-09"]
    assert [cell[2] for cell in cells] == ["held", "planned"]
    assert cells[0][3:] == [
        "Gweledigaeth ar gyfer gwasanaethau cyhoeddus",
        "A vision for public services",
    ]


def test_the_same_file_again_changes_nothing(filled: Run) -> None:
    before = filled("list").stdout
    assert filled("import", *DEMOS, DEMOS[0]).stderr.count("unchanged") == 2
    assert filled("list").stdout == before
    assert "whole" in filled("check").stderr


def test_other_contents_are_refused_and_can_come_as_a_copy(filled: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(Path(DEMOS[0]).read_text("utf-8").replace("Sioned", "Siân"), "utf-8")
    before = tmp_path / "before.yaml"
    filled("export", VISION, "--out", "before.yaml")
    assert "--copy" in filled("import", str(other), code=2).stderr
    filled("export", VISION, "--out", "after.yaml")
    assert before.read_bytes() == (tmp_path / "after.yaml").read_bytes()
    filled("import", "--copy", str(other))
    assert len(filled("list").stdout.splitlines()) == 3


def test_all_files_or_none(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("gweithdy: 1\nsession:\n  title: {cy: a}\n  date: tomorrow\n", "utf-8")
    said = run("import", *DEMOS, str(bad), code=2).stderr
    assert "bad.yaml" in said
    assert "4" in said
    assert run("list").stdout == ""


def test_ids_of_another_session_are_refused(filled: Run, tmp_path: Path) -> None:
    filled("export", VISION, "--out", "mine.yaml")
    text = (tmp_path / "mine.yaml").read_text("utf-8")
    (tmp_path / "yours.yaml").write_text(
        text.replace("session:\n  id: ", "session:\n  id: 0-"), "utf-8"
    )
    assert "--copy" in filled("import", "yours.yaml", code=2).stderr
    filled("import", "--copy", "yours.yaml")


def test_an_export_is_the_same_bytes_from_another_library(filled: Run, tmp_path: Path) -> None:
    for session, name in ((VISION, "1"), ("learning systems", "2")):
        one, two, other = (tmp_path / f"{name}{kind}.yaml" for kind in "abc")
        filled("export", session, "--out", str(one))
        filled("export", session, "--out", str(two))
        library = ("--library", str(tmp_path / "elsewhere.gwdy"))
        filled(*library, "import", str(one))
        filled(*library, "export", session, "--out", str(other))
        assert one.read_bytes() == two.read_bytes() == other.read_bytes()
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    "words",
    [
        ("export", "nothing like it", "--out", "a.yaml"),
        ("export", "s", "--out", "a.yaml"),
        ("export", VISION, "--out", "no/such/folder/a.yaml"),
        ("export", VISION, "--out", "."),
        ("export", VISION),
        ("pack", VISION, "--out", "no/such/folder/a.pdf"),
        ("pack", VISION, "--out", "a.pdf", "--order", "de-en"),
        ("import", "no-such-file.yaml"),
        ("import", "."),
        ("dance",),
        ("list", "--colour"),
        ("--language", "fr", "list"),
        # Without a display there is no window.
        *([()] if sys.platform == "linux" else []),
    ],
)
def test_mistakes_end_with_2_and_a_message(filled: Run, tmp_path: Path, words: list[str]) -> None:
    before = contents(tmp_path)
    result = filled(*words, code=2, language="cy")
    assert result.stderr.strip()
    assert result.stdout == ""
    assert contents(tmp_path) == before


def contents(folder: Path) -> list[Path]:
    """The files of `folder`, without those that SQLite has beside a library."""
    return sorted(path for path in folder.rglob("*.*") if not path.name.startswith("library."))


def test_help_speaks_both_languages(run: Run) -> None:
    english, welsh = (run("--help", language=language).stdout for language in ("en", "cy"))
    assert "show this help message and exit" in english
    assert "show this help message and exit" not in welsh
    assert "defnydd" in welsh.lower()
    assert "mae angen" in run("export", code=2, language="cy").stderr


def test_a_pack_is_written_and_what_is_missing_is_said(filled: Run, tmp_path: Path) -> None:
    said = filled("pack", VISION, "--out", "pack.pdf").stderr
    assert "No Welsh yet" in said
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")
    said = filled("pack", VISION, "--out", "cy.pdf", "--language", "cy").stderr
    assert "No Welsh yet" in said
    assert "No English yet" not in said


@pytest.mark.parametrize(("ending", "first"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK")])
def test_the_ending_says_what_kind_of_pack_is_written(
    filled: Run, tmp_path: Path, ending: str, first: bytes
) -> None:
    told = filled("pack", VISION, "--out", f"pack.{ending}", "--organisation-en", "🙂").stderr
    assert (tmp_path / f"pack.{ending}").read_bytes().startswith(first)
    # Only the PDF brings its own fonts.
    assert "Printed as boxes" not in told


def versions(filled: Run, tmp_path: Path, *options: str) -> str:
    filled("pack", VISION, "--out", "pack.pdf", "--language", "en", *options)
    first = PdfReader(tmp_path / "pack.pdf").pages[0].extract_text()
    return first.split("Version")[1].split("·")[0].strip()


def test_packs_from_here_count_as_versions_too(filled: Run, tmp_path: Path) -> None:
    assert versions(filled, tmp_path) == "1"
    assert versions(filled, tmp_path) == "2"
    library = Library.open(tmp_path / "library.gwdy")
    try:
        assert "open" in filled("pack", VISION, "--out", "no.pdf", code=2).stderr
        assert versions(filled, tmp_path, "--draft") == "3 (draft)"
    finally:
        library.close()
    assert versions(filled, tmp_path) == "3"
    assert not (tmp_path / "no.pdf").exists()


def test_a_library_that_is_not_there_is_not_made_for_a_pack(run: Run, tmp_path: Path) -> None:
    assert run("pack", VISION, "--out", "a.pdf", code=2).stderr
    assert list(tmp_path.glob("*.*")) == []


def test_what_is_kept_back_is_told_and_can_be_chosen(filled: Run, tmp_path: Path) -> None:
    shown = ("--out", "pack.pdf", "--language", "en")
    library = Library.open(tmp_path / "library.gwdy")
    try:
        session = next(s for s in library.catalogue().of(Session) if "vision" in s.title.en.words)
        steps = both("a", "Ask Zebedeus 🙂 or ring 01443 123456.")
        library.write(change_session(session, next_steps=steps))
        library.write(people.add(library.workshop(session.id), "Zebedeus Puw"))
    finally:
        library.close()

    def last_words(*options: str) -> tuple[str, str]:
        told = filled("pack", VISION, *shown, *options).stderr
        pages = PdfReader(tmp_path / "pack.pdf").pages
        return told, " ".join(" ".join(page.extract_text() for page in pages).split())

    told, said = last_words()
    assert "Ask [name not printed] □ or ring [telephone number not printed]." in said
    assert "Not printed: Zebedeus (Name without consent; Session: Ask Zebedeus" in told
    assert "Not printed: 01443 123456 (Telephone number; " in told
    assert "Printed as boxes, for want of a font: 🙂 (Session: Ask" in told
    told, said = last_words("--print", "zebedeus", "--private", "leave-out")
    assert "Ask Zebedeus □ or ring." in said
    assert "Printed: Zebedeus" in told
    assert "Left out: 01443 123456" in told
    told, said = last_words("--private", "print", "--organisation-en", "The Town Council")
    assert "Ask Zebedeus □ or ring 01443 123456." in said
    assert "The Town Council" in said


def test_the_demonstration_writes_both_packs(run: Run, tmp_path: Path) -> None:
    run("demo", "--out", "packs")
    packs = sorted((tmp_path / "packs").iterdir())
    assert len(packs) == 2
    assert all(pack.read_bytes().startswith(b"%PDF") for pack in packs)
    assert run("list").stdout == ""


def test_list_is_the_same_while_the_library_is_open(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "library.gwdy"
    library = Library.open(path)
    try:
        [session, *_] = library.catalogue().of(Session)
        library.write(change_session(session, title=both("Newydd", "New")))
        printed = filled("list").stdout
        assert "Newydd\tNew" in printed
        # What a glance cannot tell, the library does.
        monkeypatch.setattr(commands, "glance", lambda _path: None)
        assert main(["--library", str(path), "list"]) == 0
    finally:
        library.close()
    assert capsys.readouterr().out == printed


LIST = """
import sys
from gweithdy.cli import main
main(["--library", sys.argv[1], "list"])
assert not {"sqlalchemy", "filelock", "asyncio", "yaml"} & set(sys.modules)
"""


@pytest.mark.usefixtures("filled")
def test_list_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    asked = [sys.executable, "-c", LIST, str(tmp_path / "library.gwdy")]
    told = subprocess.run(asked, check=True, env=environment, stdout=subprocess.PIPE)
    assert len(told.stdout.splitlines()) == 2


LOOK = """
import sys
from gweithdy.cli import main
code = main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith(("PySide6", "gweithdy.ui"))]
sys.exit(code)
"""


@pytest.mark.usefixtures("filled")
def test_no_command_loads_qt(tmp_path: Path) -> None:
    library = ["--library", str(tmp_path / "library.gwdy")]
    for words in (
        ["list"],
        ["export", VISION, "--out", str(tmp_path / "a.yaml")],
        ["import", *DEMOS],
        ["pack", VISION, "--out", str(tmp_path / "a.pdf")],
        ["check"],
    ):
        environment = os.environ | {"PYTHONPATH": str(SOURCE)}
        subprocess.run([sys.executable, "-c", LOOK, *library, *words], check=True, env=environment)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
@pytest.mark.usefixtures("filled")
def test_a_reader_who_has_seen_enough(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "gweithdy", "--library", str(tmp_path / "library.gwdy"), "list"],
        check=False, stdout=writing, stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
    )  # fmt: skip
    os.close(writing)
    assert result.returncode == 0
    assert result.stderr == b""


def session(id: str, cy: str, en: str) -> Session:
    return Session(id=id, title=both(cy, en))


def test_a_part_of_a_title_must_fit_one_session() -> None:
    catalogue = Catalogue(
        [session("a", "Gŵyl y Glannau", "Festival"), session("b", "Gŵyl", "Feast")]
    )
    words = Words("cy")
    assert found(catalogue, "GLANNAU", words).id == "a"
    assert found(catalogue, "gwyl", words).id == "b"
    assert found(catalogue, "b", words).id == "b"
    for typed in ("Fe", "nothing", "", " "):
        with pytest.raises(Problem):
            found(catalogue, typed, words)
    assert folded("  ŴY  Tŷ ") == "wy ty"


def test_a_line_stays_one_line() -> None:
    assert line_of(session("a", "Un\nDau", "One")).split("\t") == [
        "a",
        "",
        "planned",
        "Un Dau",
        "One",
    ]


@pytest.mark.parametrize("arguments", [[], ["--language", "cy"]])
def test_without_a_command_the_window_opens(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from gweithdy.ui import app

    opened: list[tuple[Path | None, str | None]] = []

    def open_window(library: Path | None, language: str | None) -> int:
        opened.append((library, language))
        return 0

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(app, "run", open_window)
    assert main(arguments) == 0
    assert opened == [(None, "cy" if arguments else None)]


def test_without_a_command_and_a_display_it_says_what_can_be_done(run: Run) -> None:
    told = run(code=2)
    assert "gweithdy demo" in told.stderr
    assert told.stdout == ""


def test_check_shows_on_a_terminal_how_far_it_is(
    demonstration_library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["--language", "en", "--library", str(demonstration_library), "check"]
    assert main(asked) == 0
    assert "%" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(asked) == 0
    first, *_, last = capsys.readouterr().err.split("\r")
    assert first == "Checked: 0 %"
    assert last.startswith("Checked: 100 %\n")
    assert "whole" in last


def test_a_backup_is_listed_and_gone_back_to(filled: Run, tmp_path: Path) -> None:
    path = tmp_path / "library.gwdy"
    assert "no backups" in filled("restore").stderr
    library = Library.open(path)
    copy = library.back_up("asked")
    library.close()
    assert copy
    before = filled("list").stdout
    filled("import", "--copy", DEMOS[0])
    (line,) = filled("restore").stdout.splitlines()
    name, when, reason, size = line.split("\t")
    assert (name, reason) == (copy.name, "asked for")
    assert "2026" in when
    assert size.endswith(" MB")
    said = filled("restore", name).stderr
    (kept,) = tmp_path.glob("*before-restore*")
    assert str(kept) in said
    assert filled("list").stdout == before
    assert kept.name in filled("restore").stdout
    assert "gweithdy restore" in filled("restore", "no-such.gwdy", code=2).stderr


def test_a_library_that_does_not_open_names_its_backups(filled: Run, tmp_path: Path) -> None:
    path = tmp_path / "library.gwdy"
    library = Library.open(path)
    copy = library.back_up("asked")
    library.close()
    assert copy
    path.write_bytes(b"rubbish" * 1000)
    for command in (("list",), ("check",), ("import", DEMOS[0])):
        said = filled(*command, code=2).stderr
        assert copy.name in said
        assert "gweithdy restore" in said
    path.unlink()
    for command in (("list",), ("check",), ("import", DEMOS[0])):
        assert copy.name in filled(*command, code=2).stderr
    assert not path.exists()
    filled("restore", copy.name)
    assert len(filled("list").stdout.splitlines()) == 2


def test_a_folder_that_is_not_there_is_refused_with_what_to_do(run: Run, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "library.gwdy"
    for command in (("import", DEMOS[0]), ("list",)):
        result = run("--library", str(stick), *command, code=2 if command[0] == "import" else 0)
        assert "not there" in result.stderr or "no library" in result.stderr
    assert not stick.parent.exists()
