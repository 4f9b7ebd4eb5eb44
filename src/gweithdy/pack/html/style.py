"""How the page looks, on screens and on paper."""

from functools import cache

from gweithdy.pack.colours import colours
from gweithdy.pack.document import Document, Foot, Part
from gweithdy.pack.layouts import Layout
from gweithdy.pack.letters import one_line
from gweithdy.pack.paper import A4, BODY, Paper
from gweithdy.pack.side_by_side import ANCHOR
from gweithdy.resources import asset

ROLES = (
    "raised", "paper", "line", "border", "ink", "quiet", "accent",
    "cultural", "structural", "behavioural",
)  # fmt: skip
LONGEST_FOOT = 70
"""Characters of a title at the foot of a page of paper."""
BETWEEN = "\u00a0" * 5


_OF_LAYOUT = {Layout.LARGE_PRINT: "large-print.css", Layout.SUMMARY: "summary.css"}
"""What is other in a layout."""
NARROW, LESS_NARROW = "(max-width: 40rem)", "(max-width: 60rem)"
"""A screen on which nothing stands beside anything else, and what that is for large letters."""


def style(document: Document, paper: Paper = A4) -> str:
    """The style sheet of a document, with the foot of the pages of each part."""
    # Beside large letters there is no room for the title.
    pages = (_pages(part, titled=paper == A4) for part in document.parts)
    both = _page_of_both(document) if document.together else ""
    logo = _sheet("house.css") if any(part.cover.logo for part in document.parts) else ""
    return "".join((_style(document.layout, document.colour), logo, _size(paper), *pages, both))


def _size(paper: Paper) -> str:
    """Letters and pages on paper other than the usual."""
    if paper == A4:
        return ""
    size = f"{paper.width:.6g}pt {paper.height:.6g}pt"
    return (
        f"@media print {{ html {{ font-size: {BODY + paper.plus:.6g}pt }} }}\n"
        f"@page {{ size: {size} }}\n"
    )


@cache
def _style(layout: Layout, house: str) -> str:
    light, dark = _colours("light", house), _colours("dark", house)
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    sheet = _sheet("page.css")
    if layout is Layout.LARGE_PRINT:
        sheet = sheet.replace(NARROW, LESS_NARROW)
    if layout in _OF_LAYOUT:
        sheet += _sheet(_OF_LAYOUT[layout])
    if house:
        sheet += _sheet("house-colour.css")
    return f"\n:root {{ {light} }}\n{night}{sheet}"


@cache
def _sheet(name: str) -> str:
    return asset("pack", name).read_text("utf-8")


def _colours(theme: str, house: str) -> str:
    # As it stands out on this paper: on dark paper the colour of a house is a lighter shade.
    hues = colours(theme, house)
    roles = (*ROLES, "surface") if house else ROLES
    return " ".join(f"--{role}: {hues[role]};" for role in roles)


def _pages(part: Part, *, titled: bool) -> str:
    """The pages of a part on paper: title if wanted, version, and page x of y."""
    foot = part.foot
    title = one_line(foot.title.text)
    short = title if len(title) <= LONGEST_FOOT else title[:LONGEST_FOOT].rstrip() + "…"
    return _page(str(part.language), _quoted(short if titled else ""), _counted(foot))


def _page_of_both(document: Document) -> str:
    """The pages in both languages on paper: at each side the version and the page in one."""
    return _page(ANCHOR, *(_counted(part.foot) for part in document.parts))


def _page(name: str, left: str, right: str) -> str:
    return (
        f"article.{name} {{ page: {name} }}\n"
        f"@page {name} {{"
        f" @bottom-left {{ content: {left} }}"
        f" @bottom-right {{ content: {right} }} }}\n"
    )


def _counted(foot: Foot) -> str:
    """Version, and page x of y."""
    counted = _quoted(foot.page.format(number="\0", count="\1"))
    for place, counter in (("0", "page"), ("1", "pages")):
        counted = counted.replace(f"\\{place} ", f'" counter({counter}) "')
    return f"{_quoted(foot.version.text + BETWEEN)} {counted}"


def _quoted(words: str) -> str:
    """`words` as a string of a style sheet, in which nothing of them can end it."""
    safe = (c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in words)
    return f'"{"".join(safe)}"'
