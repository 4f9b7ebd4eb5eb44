"""The documentation names files and functions that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "gweithdy"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def defined() -> set[str]:
    """Every class, function and `Class.method` of the program."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                found.add(node.name)
            if isinstance(node, ast.ClassDef):
                inside = (each for each in node.body if isinstance(each, ast.FunctionDef))
                found |= {f"{node.name}.{each.name}" for each in inside}
    return found


def test_the_way_of_a_card_names_what_there_is() -> None:
    said = re.findall(r"`([^`]+)`", (ROOT / "docs" / "one-card.md").read_text("utf-8"))
    names = {each for each in said if re.fullmatch(r"[A-Z]\w+(\.\w+)?|[a-z]\w+_\w+|arranged", each)}
    assert len(names) > 20
    assert names <= defined()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)+[\w.]*\w\.(?:py|md|yaml))`", text))
    linked = set(re.findall(r"\]\(([^)#:]+)\)", text))
    places = (ROOT, PACKAGE, ROOT / "docs")
    assert not [each for each in named if not any((at / each).exists() for at in places)]
    assert not [each for each in linked if not (page.parent / each).exists()]


def test_both_accessibility_statements_say_the_same() -> None:
    """The same clauses with the same judgement, and nothing left without a word for it."""
    levels = {
        "en": ("Supports", "Partially supports", "Does not support", "Not applicable"),
        "cy": ("Yn cefnogi", "Yn cefnogi'n rhannol", "Ddim yn cefnogi", "Amherthnasol"),
    }
    said = {}
    for language, words in levels.items():
        text = (ROOT / "docs" / f"accessibility.{language}.md").read_text("utf-8")
        rows = re.findall(r"^\| ((?:WCAG )?[\d.]+) \| [^|]+ \| ([^|]+) \| [^|]+ \|$", text, re.M)
        said[language] = [(clause, words.index(level)) for clause, level in rows]
        assert text.count("\n| ") == len(rows) + 1
    assert len(said["en"]) > 40
    assert said["cy"] == said["en"]
