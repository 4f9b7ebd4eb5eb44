"""In other people's programs: what LibreOffice keeps of the Word file, what axe finds in the page.

Neither comes with the project. Where one is not there, its test is skipped and says so.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.pack.builders import TODAY, house, pack, rich_day
from tests.pack.told import Form, W, opened, style_of, told, word_says

from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.writing import written

OFFICE = shutil.which("soffice")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))

in_office = pytest.mark.skipif(
    OFFICE is None,
    reason="NOT CHECKED: the Word file in LibreOffice (apt-get install libreoffice-writer)",
)
in_browser = pytest.mark.skipif(
    BROWSER is None or not AXE.is_file(),
    reason="NOT CHECKED: the page with axe-core (chromium, and AXE_CORE=…/axe.min.js from npm)",
)

DOCUMENTS = {
    "rich day": lambda: pack(rich_day()),
    "house": lambda: pack(rich_day(), house=house()),
    **{
        f"demonstration {n}": lambda file=file: outcome_pack(file.workshop, PackOptions(), TODAY)
        for n, file in enumerate(demonstration(), 1)
    },
}


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]()


def saved_again(file: bytes, folder: Path) -> bytes:
    """What comes of opening and saving a Word file in LibreOffice."""
    (folder / "pack.docx").write_bytes(file)
    command = [
        str(OFFICE),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "docx", "--outdir", str(folder / "saved")),
        str(folder / "pack.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "saved" / "pack.docx").read_bytes()


def headings(file: bytes) -> list[tuple[str, str]]:
    """The headings and titles of a Word file, each with the name of its style."""
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
        for style in opened(file, "word/styles.xml").iter(f"{W}style")
    }
    styled = [(names.get(style_of(p), ""), p) for p in opened(file).iter(f"{W}p")]
    return [
        (name, "".join(text.text or "" for text in p.iter(f"{W}t")))
        for name, p in styled
        if re.match("heading|title", name)
    ]


@in_office
def test_libreoffice_keeps_words_languages_headings_and_heads(
    document: Document, tmp_path: Path
) -> None:
    file = written(document, ".docx")
    again = saved_again(file, tmp_path)
    assert word_says(again) == told(document, Form.WORD)
    assert headings(again) == headings(file)
    for name in ("tblHeader", "cantSplit", "tbl"):
        assert count(again, name) == count(file, name)


def count(file: bytes, name: str) -> int:
    return sum(1 for _ in opened(file).iter(W + name))


RUN = """axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = parent.document.createElement("pre");
  told.id = "axe";
  found.over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  told.textContent = JSON.stringify(found);
  parent.document.body.append(told);
})"""


def looked_at(page: bytes, folder: Path, width: int, *settings: str) -> Any:
    """What axe finds in a copy of a page that, unlike the page, lets scripts run."""
    free = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.decode())
    scripts = f"<script>{AXE.read_text('utf-8')}</script><script>{RUN}</script></body>"
    inside = html.escape(free.replace("</body>", scripts))
    look = f"width:{width}px;height:800px;border:0"
    path = folder / "page.html"
    # In a frame, for no window is as narrow as a telephone.
    path.write_text(f'<meta charset="utf-8"><iframe style="{look}" srcdoc="{inside}"></iframe>')
    command = [
        str(BROWSER),
        *("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"),
        *("--virtual-time-budget=60000", "--dump-dom", *settings, path.as_uri()),
    ]
    done = subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found, done.stderr
    return json.loads(html.unescape(found[1]))


DARK = "--blink-settings=preferredColorScheme=0"


@in_browser
@pytest.mark.parametrize(
    ("width", "settings"), [(1366, ()), (320, ()), (1000, (DARK,))], ids=["wide", "narrow", "dark"]
)
def test_axe_finds_nothing_on_the_page(
    document: Document, tmp_path: Path, width: int, settings: tuple[str, ...]
) -> None:
    found = looked_at(written(document, ".html"), tmp_path, width, *settings)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert len(found["passes"]) > 30
    # Nothing has to be moved sideways, as far as 320 px, which is also a wide window at 400 %.
    assert found["over"] == 0


@in_browser
def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    page = written(pack(rich_day()), ".html")
    spoiled = page.replace(b'lang="en-GB"', b'lang="xx"').replace(b"--quiet: #55", b"--quiet: #CC")
    spoiled = spoiled.replace(b"max-width: 49rem", b"min-width: 2000px")
    found = looked_at(spoiled, tmp_path, 1366)
    assert {"valid-lang", "color-contrast"} <= {each["id"] for each in found["violations"]}
    assert found["over"] > 600
