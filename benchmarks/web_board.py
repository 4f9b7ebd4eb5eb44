"""The same cards in Excalidraw, in headless Chromium drawn by software: what `canvas.py` is beside.

The page is in the folder `excalidraw`. Nothing of it is part of the program, nor fetched by it:
where Node, Chromium or the packages are missing, `missing` says what to install.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from apart import Figures
from PySide6.QtCore import QSize

PAGE = Path(__file__).parent / "excalidraw"
PACKAGES = ("@excalidraw/excalidraw", "esbuild", "puppeteer-core", "react", "react-dom")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

PATIENCE = 300
"""Seconds after which the page is given up."""

Placed = tuple[float, float, float, float, str]
"""A card: left, top, width, height in pixels, and its words."""


@dataclass(frozen=True)
class Gestures:
    """Each frame's step of a pan, in pixels across and down, and then the sizes of a zoom."""

    pan: Sequence[tuple[int, int]]
    zoom: Sequence[float]


def missing(modules: Path) -> str:
    """What is not installed, and how it comes; "" where nothing is missing."""
    if not shutil.which("node"):
        return "Node 20 or later is not installed"
    if not _chromium():
        return "Chromium is not installed"
    for package in PACKAGES:
        if not (modules / "node_modules" / package / "package.json").is_file():
            return f"{package} is not there: npm install --prefix {PAGE.name} in benchmarks"
    return ""


def measured(modules: Path, size: QSize, cards: Sequence[Placed], gestures: Gestures) -> Figures:
    """Milliseconds a frame in a page of `size`, as the names of `canvas.py` with "web" before."""
    wanted = {
        "width": size.width(),
        "height": size.height(),
        "cards": cards,
        "gestures": {"pan": [gestures.pan], "zoom": [gestures.zoom]},
    }
    told = subprocess.run(  # noqa: S603 - a script of ours
        [str(shutil.which("node")), str(PAGE / "measure.mjs"), str(modules), str(_chromium())],
        input=json.dumps(wanted), stdout=subprocess.PIPE, check=True, text=True, timeout=PATIENCE,
    ).stdout  # fmt: skip
    found = json.loads(told)
    # A page that did not follow the hand would be fast.
    down = sum(step for _, step in gestures.pan)
    assert abs(found["pan"]["went"] - down) < 1, "it was not panned"
    assert abs(found["zoom"]["went"] - min(gestures.zoom)) < 0.01, "it was not zoomed"
    figures: Figures = {"web open": found["open"]}
    for name in ("pan", "zoom"):
        figures |= spread(f"web {name}", found[name]["times"])
        figures[f"web {name} cpu"] = found[name]["cpu"]
    return figures


def spread(name: str, times: Sequence[float]) -> Figures:
    """The middle and the slow end of some frames."""
    ordered = sorted(times)
    return {f"{name} median": median(ordered), f"{name} p99": ordered[int(len(ordered) * 0.99)]}


def _chromium() -> str | None:
    found: Any = (shutil.which(name) for name in CHROMIUM)
    return next((path for path in found if path), None)
