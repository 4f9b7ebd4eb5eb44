"""The guides list every key there is, made from the table of commands."""

import re
from pathlib import Path

import pytest

from gweithdy.language.words import Words
from gweithdy.ui.commands import COMMANDS
from gweithdy.ui.key_list import key_groups, keys_of

DOCS = Path(__file__).parents[2] / "docs"
ANEW = "run: python -m tests.ui.test_guide_keys"
HEADS = {"en": ("Key", "What it does"), "cy": ("Bysell", "Beth mae'n ei wneud")}
BEGIN, END = "<!-- keys: made from the table of commands -->\n", "<!-- end of keys -->\n"


def fresh(text: str, language: str) -> str:
    """`text` of a guide with the keys of now between its marks."""
    words, (key, what) = Words(language), HEADS[language]
    tables = [
        f"\n### {title}\n\n| {key} | {what} |\n|---|---|\n"
        + "".join(f"| {keys_of(words, c, short=True)} | {words.tr(c.text)} |\n" for c in commands)
        for title, commands in key_groups(words)
    ]
    before, mark, rest = text.partition(BEGIN)
    assert mark, "the guide has lost its mark"
    return before + mark + "".join(tables) + "\n" + END + rest.partition(END)[2]


def guide(language: str) -> Path:
    return DOCS / f"guide.{language}.md"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_guide_has_the_keys_of_now(language: str) -> None:
    text = guide(language).read_text("utf-8")
    assert text == fresh(text, language), ANEW


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_command_has_a_line_with_its_keys(language: str) -> None:
    words, text = Words(language), guide(language).read_text("utf-8")
    for command in COMMANDS.values():
        line = rf"^\| .+ \| {re.escape(words.tr(command.text))} \|$"
        assert re.search(line, text, re.MULTILINE), command.id


if __name__ == "__main__":
    for language in HEADS:
        old = guide(language).read_text("utf-8")
        guide(language).write_text(fresh(old, language), "utf-8")
