"""Where the shipped files (fonts, icons, themes, catalogues) are, in a checkout and in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    in_wheel = _PACKAGE / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parents[1] / name


def asset(*parts: str) -> Path:
    """Return the path of a shipped file: `asset("icons", "play.svg")`."""
    return _shipped("assets").joinpath(*parts)


def catalogue_folder() -> Path:
    """Return the folder with `cy/LC_MESSAGES/gweithdy.mo` and `qtbase_cy.qm`."""
    return _shipped("i18n")
