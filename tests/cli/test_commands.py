"""The command line as a person or a script uses it: in a process of its own, without a display."""

import email
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.runs import DEMOS, VISION
from tests.pack.builders import RED, house

from gweithdy.cli import main, opening
from gweithdy.cli.arguments.packs import SECTIONS
from gweithdy.cli.finding import folded, found, line_of
from gweithdy.domain.attached import attached
from gweithdy.domain.problem import Problem
from gweithdy.domain.session import Session
from gweithdy.domain.text import Language, Typed, both
from gweithdy.domain.workshop import Catalogue
from gweithdy.edits import people
from gweithdy.edits.sessions import change_session
from gweithdy.exchange.logo import logo
from gweithdy.exchange.organisation_file import write_organisation
from gweithdy.language.words import Words
from gweithdy.pack.copies import Copy
from gweithdy.pack.layouts import Layout
from gweithdy.pack.options import Section
from gweithdy.pack.writing import WRITERS
from gweithdy.storage.library import Library

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]

SOURCE = Path(__file__).parents[2] / "src"
UNTRANSLATED = "--untranslated"
"""The demonstration lacks some texts on purpose."""


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


@pytest.fixture
def filled(run: Run, shelf: Path, tmp_path: Path) -> Run:
    """The same with both demonstration sessions in the library."""
    shutil.copy(shelf, tmp_path / "library.gwdy")
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


def test_the_organisation_goes_from_library_to_library_and_onto_the_covers(
    filled: Run, run: Run, tmp_path: Path
) -> None:
    about = house(colour="#B3124A").about
    png = logo(RED, "coch.png")
    logo_cy = attached(png, "coch.png", "image/png")
    made = replace(about, logo_cy=logo_cy)
    file = tmp_path / "cyngor.json"
    file.write_bytes(write_organisation(made, lambda _: png))
    assert "Glan-yr-afon Council" in filled("organisation", "--from", str(file)).stderr
    filled("organisation", "--out", "again.json")
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()
    filled("pack", VISION, "--out", "pack.html", "--untranslated")
    page = (tmp_path / "pack.html").read_text("utf-8")
    assert page.count("data:image/png;base64,") == 2
    assert "--accent: #B3124A" in page
    assert "Castle Street" in page
    asked = ("pack", VISION, "--out", "pack.html", "--untranslated")
    named = filled(*asked, "--organisation-en", "The Board")
    assert named.returncode == 0
    page = (tmp_path / "pack.html").read_text("utf-8")
    assert "The Board" in page
    assert "Glan-yr-afon Council" not in page
    filled("export", VISION, "--out", "all/")
    assert "--accent: #B3124A" in next((tmp_path / "all").glob("*pack*.html")).read_text("utf-8")
    filled("mail", VISION, "--out", "draft.eml", "--untranslated")
    message = email.message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=default)
    pages = [part for part in message.iter_attachments() if part.get_filename().endswith("html")]
    assert "--accent: #B3124A" in pages[0].get_content()
    run("organisation", "--from", DEMOS[0], code=2)
    run("organisation", code=2)


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
        ("export", VISION, "--out", "no/such/folder/"),
        ("export", VISION, "--out", "/"),
        ("mail", VISION, "--out", "no/such/folder/a.eml"),
        ("mail", VISION, "--out", "a.eml", "--version", "1"),
        ("mail", VISION, "--out", "a.pdf"),
        ("export", VISION, "--out", "a.docx"),
        ("export", VISION, "--out", "2026.12"),
        ("mail", VISION, "--out", "a.eml", "--attach", "no-such-file.pdf"),
        ("mail", VISION, "--out", "a.eml", "--attach", "library.gwdy", "--version", "7"),
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
    said = filled("pack", VISION, UNTRANSLATED, "--out", "pack.pdf").stderr
    assert "No Welsh yet" in said
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")
    said = filled("pack", VISION, UNTRANSLATED, "--out", "cy.pdf", "--language", "cy").stderr
    assert "No Welsh yet" in said
    assert "No English yet" not in said


@pytest.mark.parametrize("command", [("pack", "a.pdf"), ("mail", "a.eml")])
def test_a_pack_without_some_welsh_goes_out_only_if_somebody_says_so(
    filled: Run, tmp_path: Path, command: tuple[str, str]
) -> None:
    name, file = command
    said = filled(name, VISION, "--out", file, code=2).stderr
    assert "No Welsh yet" in said
    assert "Texts without Welsh: 2. Texts without English: 1." in said
    assert "Nothing was written" in said
    assert "--untranslated" in said
    assert not list(tmp_path.glob("a.*"))
    filled(name, VISION, "--out", file, UNTRANSLATED)
    assert (tmp_path / file).exists()
    assert versions(filled, tmp_path) == "2", "what was refused is no version"


def test_of_two_files_neither_is_written_if_one_lacks_its_language(
    filled: Run, tmp_path: Path
) -> None:
    filled("pack", VISION, "--out", "a.pdf", "--language", "each", code=2)
    assert not list(tmp_path.glob("a.*"))


def test_a_draft_and_a_pack_without_gaps_need_no_consent(filled: Run, tmp_path: Path) -> None:
    said = filled("pack", VISION, "--out", "a.pdf", "--draft").stderr
    assert "No Welsh yet" in said
    told = " ".join(words_in(tmp_path / "a.pdf").split())
    assert "1 text is not in English yet: it stands here in Welsh, with the mark *." in told
    filled("pack", VISION, "--out", "b.pdf", "--sections", "agenda")


@pytest.mark.parametrize(("ending", "first"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK")])
def test_the_ending_says_what_kind_of_pack_is_written(
    filled: Run, tmp_path: Path, ending: str, first: bytes
) -> None:
    told = filled(
        "pack", VISION, UNTRANSLATED, "--out", f"pack.{ending}", "--organisation-en", "🙂"
    ).stderr
    assert (tmp_path / f"pack.{ending}").read_bytes().startswith(first)
    # Only the PDF brings its own fonts.
    assert "Printed as boxes" not in told


def versions(filled: Run, tmp_path: Path, *options: str) -> str:
    filled("pack", VISION, UNTRANSLATED, "--out", "pack.pdf", "--language", "en", *options)
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


def words_in(path: Path) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_sections_are_chosen_and_ordered(filled: Run, tmp_path: Path) -> None:
    filled(
        "pack",
        VISION,
        UNTRANSLATED,
        "--out",
        "a.pdf",
        "--language",
        "en",
        "--sections",
        "quotes, actions",
    )
    titles = [each.title for each in PdfReader(tmp_path / "a.pdf").outline[1]]
    assert titles == ["Quotes", "Actions"]
    said = filled("pack", VISION, "--out", "b.pdf", "--sections", "quotes,acts", code=2).stderr
    assert "acts" in said
    assert ", ".join(SECTIONS.split(",")) in said
    assert not (tmp_path / "b.pdf").exists()


def test_a_pack_is_laid_out_as_asked(filled: Run, tmp_path: Path) -> None:
    def pages(name: str, *options: str) -> list[tuple[int, int]]:
        filled("pack", VISION, "--out", name, "--draft", *options)
        sizes = [page.mediabox for page in PdfReader(tmp_path / name).pages]
        return [(round(size.width), round(size.height)) for size in sizes]

    usual = pages("parts.pdf")
    assert usual == pages("same.pdf", "--layout", "parts")
    assert len(pages("large.pdf", "--layout", "large-print")) > 1.5 * len(usual)
    assert pages("wall.pdf", "--layout", "summary") == [(842, 1191)] * 2
    english = pages("columns.pdf", "--layout", "columns", "--order", "en-cy")
    assert len(english) != len(usual)
    outline = PdfReader(tmp_path / "columns.pdf").outline
    tops = [each for each in outline if not isinstance(each, list)]
    assert [each.title.split()[0] for each in tops][:2] == ["English", "Cymraeg"]
    assert len(tops) == 3


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("columns", "--language", "cy"), "needs both languages"),
        (("columns", "--language", "each"), "needs both languages"),
        (("columns", "--sections", "votes"), "choose one of them"),
        (("summary", "--sections", "votes"), "leave out --sections"),
        (("summary", "--since", "1"), "--since"),
        (("tumble",), "large-print"),
    ],
)
def test_what_a_layout_cannot_do_is_refused_and_nothing_is_written(
    filled: Run, tmp_path: Path, options: tuple[str, ...], why: str
) -> None:
    said = filled("pack", VISION, "--out", "pack.pdf", "--layout", *options, code=2).stderr
    assert why in said
    assert not list(tmp_path.glob("*.pdf"))
    assert versions(filled, tmp_path) == "1", "what was refused is no version"


def test_the_command_line_knows_all_sections_copies_and_layouts(run: Run) -> None:
    assert tuple(SECTIONS.split(",")) == tuple(Section)
    told = run("pack", "--help").stdout
    assert f"--layout {{{','.join(Layout)}}}" in told
    assert f"--copy {{{','.join(Copy)}}}" in told


def test_each_language_has_a_file_that_names_the_other(filled: Run, tmp_path: Path) -> None:
    filled("pack", VISION, UNTRANSLATED, "--out", "pecyn.pdf", "--language", "each")
    assert "pecyn.en.pdf" in words_in(tmp_path / "pecyn.cy.pdf")
    assert "also available in Welsh: pecyn.cy.pdf" in words_in(tmp_path / "pecyn.en.pdf")
    assert not (tmp_path / "pecyn.pdf").exists()
    assert versions(filled, tmp_path) == "2", "both files are one version"


def test_what_has_changed_since_a_version_is_said(filled: Run, tmp_path: Path) -> None:
    said = filled("pack", VISION, "--out", "a.pdf", "--since", "1", code=2).stderr
    assert "1" in said
    filled("pack", VISION, UNTRANSLATED, "--out", "a.pdf")
    library = Library.open(tmp_path / "library.gwdy")
    session = found(library.catalogue(), VISION, Words("en"))
    library.write(change_session(session, purpose=Typed(Language.EN, "To mend it")))
    library.close()
    filled("pack", VISION, UNTRANSLATED, "--out", "b.pdf", "--since", "1", "--language", "en")
    told = words_in(tmp_path / "b.pdf")
    assert "Changed since version 1 of" in told
    assert told.count("To mend it") == 2


def test_a_public_copy_says_what_it_keeps_out(filled: Run, tmp_path: Path) -> None:
    said = filled("pack", VISION, UNTRANSLATED, "--out", "a.pdf", "--copy", "public").stderr
    assert "Kept out of this copy: " in said
    assert "Who is responsible: 7" in said
    assert "Mari Puw" not in words_in(tmp_path / "a.pdf")
    filled("pack", VISION, "--out", "b.pdf", "--copy", "facilitator", "--draft")
    assert "Mari Puw" in words_in(tmp_path / "b.pdf")
    filled("pack", VISION, "--out", "c.pdf", "--copy", "public", "--private", "print", code=2)


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
        told = filled("pack", VISION, UNTRANSLATED, *shown, *options).stderr
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
        monkeypatch.setattr(opening, "glance", lambda _path: None)
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
        ["pack", VISION, UNTRANSLATED, "--out", str(tmp_path / "a.pdf")],
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


def test_the_beginning_of_an_id_is_enough() -> None:
    catalogue = Catalogue(
        [
            session("abcd-1", "Un", "One"),
            session("abce-2", "Dau", "Two"),
            session("x", "Abcd ef", "X"),
        ]
    )
    words = Words("en")
    assert found(catalogue, " ABCE", words).id == "abce-2"
    assert found(catalogue, "abc", words).id == "x", "so few letters are of a title alone"
    with pytest.raises(Problem):
        found(catalogue, "abcd", words)


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
    shelf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["--language", "en", "--library", str(shelf), "check"]
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


def test_a_session_is_exported_as_a_folder_with_everything(filled: Run, tmp_path: Path) -> None:
    said = filled("export", VISION, "--out", "v1.2/").stderr
    assert "Keep the folder to yourself" in said
    assert {"index.html", "sesiwn-session.yaml"} <= {p.name for p in (tmp_path / "v1.2").iterdir()}
    before = (tmp_path / "v1.2" / "index.html").stat().st_mtime_ns
    # Also without a separator, where there is one already; and nothing in it is touched.
    said = filled("export", VISION, "--out", "v1.2").stderr
    assert "was not touched" in said
    assert (tmp_path / "v1.2" / "index.html").stat().st_mtime_ns == before
    assert (tmp_path / "v1.2-2" / "index.html").is_file()
    filled("export", VISION, "--out", str(tmp_path / "popeth"))
    assert (tmp_path / "popeth" / "index.html").is_file()
    assert not list(tmp_path.glob(".*.part"))
    # What comes back from it is what was there.
    filled("export", VISION, "--out", "one.yaml")
    one = (tmp_path / "one.yaml").read_bytes()
    assert (tmp_path / "popeth" / "sesiwn-session.yaml").read_bytes() == one


def test_a_folder_with_everything_counts_as_no_version(filled: Run, tmp_path: Path) -> None:
    filled("export", VISION, "--out", "out/")
    assert versions(filled, tmp_path) == "1"


def test_an_e_mail_is_drafted_with_a_new_version(filled: Run, tmp_path: Path) -> None:
    said = filled("mail", VISION, UNTRANSLATED, "--out", "draft.eml").stderr
    assert "No Welsh yet" in said
    message = email.message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert message["To"] is None
    files = {part.get_filename(): part for part in message.iter_attachments()}
    name = "2026-11-12-gweledigaeth-ar-gyfer-gwasanaethau-cyhoeddus"
    assert set(files) == {f"{name}{ending}" for ending in WRITERS}
    pdf = files[f"{name}.pdf"].get_payload(decode=True)
    assert "Fersiwn 1" in " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
    assert "Version 1" in message.get_body(("plain",)).get_content()
    assert versions(filled, tmp_path) == "2"


def test_an_e_mail_keeps_back_what_its_pack_does(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    title = "{cy: Noson Aled Tudur, en: Ring 029 2087 4000}"
    file.write_text(
        f"gweithdy: 2\nsession: {{id: one, title: {title}}}\npeople: [{{name: Aled Tudur}}]\n",
        encoding="utf-8",
    )
    run("import", str(file))
    run("mail", "Noson", "--out", "new.eml")
    run("pack", "Noson", "--out", "pack.pdf")
    run("mail", "Noson", "--out", "before.eml", "--attach", "pack.pdf")
    for name in ("new.eml", "before.eml"):
        words = (tmp_path / name).read_text(encoding="ascii").lower()
        assert "name not printed" in words or "enw heb ei argraffu" in words
        assert not any(each in words for each in ("aled", "tudur", "4000"))


def test_an_e_mail_is_drafted_with_files_from_before(filled: Run, tmp_path: Path) -> None:
    assert versions(filled, tmp_path) == "1"
    assert versions(filled, tmp_path) == "2"
    files = ("--attach", "pack.pdf")
    filled("mail", VISION, "--out", "draft.eml", *files)
    message = email.message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=default)
    (attached,) = message.iter_attachments()
    assert attached.get_payload(decode=True) == (tmp_path / "pack.pdf").read_bytes()
    assert "Version 2" in message.get_body(("plain",)).get_content()
    filled("mail", VISION, "--out", "draft.eml", *files, "--version", "1")
    message = email.message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=default)
    assert "Version 1" in message.get_body(("plain",)).get_content()
    assert versions(filled, tmp_path) == "3"
