"""How the page looks, on screens and on paper."""

from functools import cache

from gweithdy.pack.colours import colours
from gweithdy.pack.document import Document, Part
from gweithdy.pack.letters import one_line
from gweithdy.resources import asset

ROLES = (
    "raised", "paper", "line", "border", "ink", "quiet", "accent",
    "cultural", "structural", "behavioural",
)  # fmt: skip
LONGEST_FOOT = 70
"""Characters of a title at the foot of a page of paper."""
BETWEEN = "\u00a0" * 5


def style(document: Document) -> str:
    """The style sheet of a document, with the foot of the pages of each part."""
    return "".join((_style(), *map(_pages, document.parts)))


@cache
def _style() -> str:
    light, dark = _colours("light"), _colours("dark")
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    return f"\n:root {{ {light} }}\n{night}" + asset("pack", "page.css").read_text("utf-8")


def _colours(theme: str) -> str:
    return " ".join(f"--{role}: {colours(theme)[role]};" for role in ROLES)


def _pages(part: Part) -> str:
    """The pages of a part on paper: title, version, and page x of y."""
    foot = part.foot
    title = one_line(foot.title.text)
    short = title if len(title) <= LONGEST_FOOT else title[:LONGEST_FOOT].rstrip() + "…"
    number = foot.page.format(number="\0", count="\1")
    counted = _quoted(number)
    for place, counter in (("0", "page"), ("1", "pages")):
        counted = counted.replace(f"\\{place} ", f'" counter({counter}) "')
    return (
        f"article.{part.language} {{ page: {part.language} }}\n"
        f"@page {part.language} {{"
        f" @bottom-left {{ content: {_quoted(short)} }}"
        f" @bottom-right {{ content: {_quoted(foot.version.text + BETWEEN)} {counted} }} }}\n"
    )


def _quoted(words: str) -> str:
    """`words` as a string of a style sheet, in which nothing of them can end it."""
    safe = (c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in words)
    return f'"{"".join(safe)}"'
