"""The locked packages, the declared ones and the version agree; nothing names a server."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import gweithdy

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
RUN: list[str] = PROJECT["dependencies"]
DEV: list[str] = PROJECT["optional-dependencies"]["dev"]


def lock(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def locked(name: str) -> dict[str, str]:
    """Return package: version of a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock(name), re.MULTILINE))


def names(declared: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9-]+", line) for line in declared)
    return {match.group().lower() for match in found if match}


def test_the_version_is_written_the_same_in_both_places() -> None:
    assert PROJECT["version"] == gweithdy.__version__


def test_every_declared_package_is_locked() -> None:
    advice = "make the lock files anew; the command is their first line"
    assert names(RUN) <= set(locked("requirements.lock")), advice
    assert names([*RUN, *DEV]) <= set(locked("requirements-dev.lock")), advice


def test_tests_run_with_the_versions_that_people_get() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    assert "://" not in lock(name)
    entries = re.split(r"^(?=[a-z])", lock(name), flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_every_computer_gets_the_time_zones() -> None:
    # Not only Windows: a slim Linux has none either, and nobody is asked to install them.
    assert re.search(r"^tzdata==\S+ \\$", lock("requirements.lock"), re.M)


def test_windows_gets_what_only_windows_needs() -> None:
    assert re.search(
        r"^colorama==\S+ ; sys_platform == 'win32'", lock("requirements-dev.lock"), re.M
    )


@pytest.mark.parametrize(
    ("system", "machine", "is_built"),
    [
        ("win32", "AMD64", True),
        ("win32", "ARM64", False),
        ("darwin", "arm64", True),
        ("darwin", "x86_64", False),
        ("linux", "x86_64", True),
        ("linux", "aarch64", True),
    ],
)
def test_spelling_is_asked_for_only_where_it_is_built(
    system: str, machine: str, *, is_built: bool
) -> None:
    # Only built packages are installed: one more that is not would stop the whole set-up.
    here = {"sys_platform": system, "platform_machine": machine}
    for name in ("requirements.lock", "requirements-dev.lock"):
        [line] = re.findall(r"^(chunspell==.*) \\$", lock(name), re.M)
        marker = Requirement(line).marker
        assert marker
        assert marker.evaluate(here) is is_built


def test_every_dictionary_goes_out_with_its_licence() -> None:
    folder = ROOT / "assets" / "dictionaries"
    shipped = {path for glob in PROJECT["license-files"] for path in ROOT.glob(glob)}
    for words in folder.glob("*.dic"):
        assert folder / f"{words.stem}-LICENCE.txt" in shipped
    assert {folder / "LGPL-3.txt", folder / "GPL-3.txt"} <= shipped
