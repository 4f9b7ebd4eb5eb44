"""Build the catalogues: extract, update and compile, or check that all of them are fresh.

python i18n/build.py            extract, update, compile
python i18n/build.py --check    change nothing; exit 1 when a file is stale
"""

import argparse
import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src" / "gweithdy"
POT = HERE / "gweithdy.pot"
PO = HERE / "cy" / "LC_MESSAGES" / "gweithdy.po"
MO = PO.with_suffix(".mo")
TS = HERE / "qtbase_cy.ts"
QM = TS.with_suffix(".qm")

# Babel's and Qt's own Welsh plural rules merge 2 with 3 or 0 with 4, so they cannot write Welsh.
PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"

# function: (context, singular, plural) as argument places
KEYWORDS: dict[str, tuple[int | None, int, int | None]] = {
    "tr": (None, 0, None),
    "ntr": (None, 0, 1),
    "ctr": (0, 1, None),
    "N_": (None, 0, None),
    "NC_": (0, 1, None),
    "Problem": (None, 0, None),
    "Phrase": (None, 0, None),
}
Message = tuple[str | None, str, str | None]
COMMENT = "# The wording of gweithdy. Source texts are English; kept by i18n/build.py."


class Undated(Catalog):
    """A Welsh catalogue whose header has no date and no version, so its bytes stay the same."""

    def _fixed_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "gweithdy"),
            ("Language", "cy"),
            ("Plural-Forms", PLURALS),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    mime_headers = property(_fixed_headers, Catalog._set_mime_headers)  # noqa: SLF001


class Unextractable(Exception):
    """A call of a translation function whose text is put together while the program runs."""


def called(node: ast.Call) -> str:
    """Return the last name of what is called: `words.tr(…)` is `tr`."""
    match node.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def literal(node: ast.Call, place: int | None) -> str | None:
    """Return the literal text at an argument place, if there is one."""
    if place is None or place >= len(node.args):
        return None
    match node.args[place]:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr() | ast.BinOp():
            raise Unextractable
    return None


def messages_of(path: Path) -> Iterator[Message]:
    """Yield every marked text of one file. Babel's own reader misses marks inside marks."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or called(node) not in KEYWORDS:
            continue
        context, singular, plural = KEYWORDS[called(node)]
        try:
            text = literal(node, singular)
            # An empty text stands for the header of a catalogue.
            if text:
                yield literal(node, context), text, literal(node, plural)
        except Unextractable:
            where = f"{path.relative_to(HERE.parent).as_posix()}:{node.lineno}"
            sys.exit(
                f"{where}: a translated text cannot be an f-string or a sum; "
                "use {name} places: tr('Saved {time}', time=…)"
            )


def extract() -> Catalog:
    """Return the template: every marked text of the program with the files that use it."""
    catalogue = Undated(fuzzy=False)
    for path in sorted(SOURCE.rglob("*.py"), key=lambda path: path.as_posix()):
        name = path.relative_to(HERE.parent).as_posix()
        for context, text, plural in messages_of(path):
            known = catalogue.get(text, context)
            if known is not None and known.pluralizable and plural is None:
                known.locations = sorted({*known.locations, (name, 0)})
                continue
            catalogue.add((text, plural) if plural else text, None, [(name, 0)], context=context)
    return catalogue


def read(po: bytes) -> Catalog:
    """Return the Welsh catalogue of the bytes of a .po file."""
    catalogue = Undated(locale="cy")
    pofile.PoFileParser(catalogue).parse(BytesIO(po))
    return catalogue


def updated(template: Catalog, po: bytes) -> Catalog:
    """Return the Welsh catalogue with the template's texts; nothing is guessed."""
    catalogue = read(po)
    # A text that came back takes its old Welsh again: Babel alone would leave it empty.
    for message in list(catalogue.obsolete.values()):
        catalogue[message.id] = message
    catalogue.obsolete.clear()
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def text_bytes(catalogue: Catalog) -> bytes:
    """Return a .pot or .po: sorted, with the files a text comes from but no line numbers."""
    catalogue.header_comment = COMMENT
    out = BytesIO()
    pofile.write_po(out, catalogue, width=100, sort_output=True, include_lineno=False)
    return out.getvalue().rstrip() + b"\n"


def mo_bytes(po: bytes) -> bytes:
    """Return the compiled catalogue; a text that is not translated yet stays English."""
    out = BytesIO()
    write_mo(out, read(po))
    return out.getvalue()


def qm_bytes() -> bytes:
    """Return Qt's own strings, compiled."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / QM.name
        lrelease = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
        command = [sys.executable, "-c", lrelease, "-silent", str(TS), "-qm", str(target)]
        subprocess.run(command, check=True)
        return target.read_bytes()


def wanted(steps: set[str]) -> dict[Path, bytes]:
    """Return what each file should hold now."""
    files: dict[Path, bytes] = {}
    po = PO.read_bytes() if PO.exists() else text_bytes(Undated(locale="cy", fuzzy=False))
    if steps & {"extract", "update"}:
        template = extract()
        files[POT] = text_bytes(template)
        if "update" in steps:
            po = files[PO] = text_bytes(updated(template, po))
    if "compile" in steps:
        files[MO] = mo_bytes(po)
        files[QM] = qm_bytes()
    return files


def main() -> int:
    """Run the asked steps, all three when none is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="extract|update|compile")
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 when stale")
    asked = parser.parse_args()
    steps = set(asked.steps) or {"extract", "update", "compile"}
    if unknown := steps - {"extract", "update", "compile"}:
        parser.error(f"unknown step: {', '.join(sorted(unknown))}")
    stale = {
        path: content
        for path, content in wanted(steps).items()
        if not path.exists() or path.read_bytes() != content
    }
    names = ", ".join(path.relative_to(HERE.parent).as_posix() for path in stale)
    if asked.check:
        if stale:
            print(f"Stale: {names}. Run: python i18n/build.py, and commit what it wrote.")
        return 1 if stale else 0
    for path, content in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"Written: {names}" if stale else "Everything was fresh.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
