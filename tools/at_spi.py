"""A day with a screen reader on Debian's accessibility bus: is all said, and once? Linux only.

    python tools/at_spi.py [--language en|cy] [--late]

With --late the screen reader is started after the program, else before it.

Starts the program in a window on a virtual screen, with a D-Bus session and an accessibility bus of
its own, presses keys as a person does, and prints what the bus tells: what was said, with "!"
before what interrupts. Ends with 1 if an announcement is missing, comes twice, or was not expected.
Nothing of the person's own is touched. It takes about three minutes.

Needs Debian's packages: at-spi2-core dbus gir1.2-atspi-2.0 openbox python3-gi xdotool xvfb
"""

import argparse
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from at_spi_day import Step, day, prepare

from gweithdy.language.words import Words

HERE = Path(__file__).resolve()
DEBIAN_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "dbus-run-session", "dbus-send", "openbox", "xdotool", DEBIAN_PYTHON)
QUIET = 1.5
"""Seconds after the last announcement of a step in which another one would come."""
ASSERTIVE = 2
"""How the bus tells that an announcement interrupts."""

Event = dict[str, Any]


class Reader:
    """The screen reader in a process of its own, and the hands of the person who uses it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [DEBIAN_PYTHON, str(HERE.with_name("at_spi_reader.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._events: queue.Queue[Event] = queue.Queue()
        self.kinds: Counter[str] = Counter()
        threading.Thread(target=self._read, daemon=True).start()
        self.wait_for("ready")

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._events.put(json.loads(line))

    def next(self, seconds: float) -> Event:
        """The next event; an empty one if there is none for so long."""
        try:
            event = self._events.get(timeout=max(0.01, seconds))
        except queue.Empty:
            return {}
        self.kinds[event["kind"].removeprefix("object:")] += 1
        return event

    def wait_for(self, *kinds: str) -> None:
        """Wait for an event of one of these kinds."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if self.next(end - time.monotonic()).get("kind", "").startswith(kinds):
                return
        sys.exit(f"The bus told nothing of these kinds: {kinds}")

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for each in keys:
            run("xdotool", "key", "--clearmodifiers", each)
            self.wait(0.3)

    def write(self, words: str) -> None:
        """Type words."""
        run("xdotool", "type", "--delay", "60", words)

    def press(self, button: str) -> None:
        """Press a button as a screen reader does."""
        assert self._process.stdin
        self._process.stdin.write(f"press {button}\n")
        self._process.stdin.flush()

    def wait(self, seconds: float) -> None:
        """Do nothing for so long."""
        time.sleep(seconds)

    def said(self, step: Step) -> list[str]:
        """All that is said from now on, until what belongs to `step` is there and it is quiet."""
        said: list[str] = []
        changes: list[str] = []
        came: list[str] = []
        end = time.monotonic() + step.seconds
        while (left := end - time.monotonic()) > 0:
            event = self.next(left)
            match event.get("kind", "").split(":"):
                case ["object", "announcement", *_]:
                    mark = "! " if event["detail"] == ASSERTIVE else ""
                    said.append(mark + event["words"])
                    print(f"    said    {said[-1]}   [{event['role']}, {event['language']}]")
                case ["object", "state-changed", "focused", *_] if event["detail"]:
                    came.append(f"focus {event['name']} [{event['role']}]")
                    print(f"    focus   {event['name']} [{event['role']}]")
                case ["object", "property-change" | "text-changed", *_]:
                    changes.append(f"{event['kind']} of {event['name']} [{event['role']}]")
                case ["not there"]:
                    print(f"    there is no button {event['name']}")
            if len(said) >= len(step.said) > 0:
                end = min(end, time.monotonic() + QUIET)
        if step.most is not None and len(changes) > step.most:
            said += changes
        if step.comes is not None and len(came) != step.comes:
            said += came
        return said


def main() -> int:
    """Play the day; how many steps were not said as they should be, 0 or 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--language", choices=("en", "cy"), default="en")
    parser.add_argument("--late", action="store_true", help="start the reader after the program")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("This needs the accessibility bus of Linux.")
    missing = [each for each in NEEDED if shutil.which(each) is None]
    if missing:
        sys.exit(f"Not here: {', '.join(missing)}. {(__doc__ or '').splitlines()[-1]}")
    with tempfile.TemporaryDirectory() as folder:
        if args.inside:
            return inside(args.language, Path(folder), late=args.late)
        return around(sys.argv, folder)


def around(argv: list[str], folder: str) -> int:
    """Start this again with a screen, a home and a bus of its own."""
    told, telling = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(telling), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[telling],
        stderr=subprocess.DEVNULL,
    )
    os.close(telling)
    number = os.read(told, 20).decode().strip()
    settings = {f"XDG_{name}": f"{folder}/{name}" for name in ("DATA_HOME", "CONFIG_HOME")}
    settings |= {"HOME": folder, "XDG_RUNTIME_DIR": folder, "DISPLAY": f":{number}"}
    settings |= {"QT_QPA_PLATFORM": "xcb", "GSETTINGS_BACKEND": "memory", "LC_ALL": "C.UTF-8"}
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DBUS_", "AT_SPI"))}
    try:
        again = ["dbus-run-session", "--", sys.executable, str(HERE), *argv[1:], "--inside"]
        return subprocess.run(again, env=kept | settings, check=False).returncode
    finally:
        screen.terminate()
        screen.wait()


def inside(language: str, folder: Path, *, late: bool) -> int:
    """Play the day on the bus of this process."""
    library = folder / "day.gwdy"
    prepare(library)
    desktop = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    command = [sys.executable, "-m", "gweithdy", "--library", str(library), "--language", language]
    program = subprocess.Popen(command) if late else None
    if late:
        time.sleep(6)
    switch_on()
    reader = Reader()
    program = program or subprocess.Popen(command)
    try:
        if not late:
            reader.wait_for("object:state-changed:focused")
        reader.wait(3)
        return played(reader, Words(language), folder)
    finally:
        for each in (program, desktop):
            each.terminate()
            each.wait()


def switch_on() -> None:
    """Tell all programs that somebody uses a screen reader, as the settings of a desktop do."""
    for switch in ("IsEnabled", "ScreenReaderEnabled"):
        run(
            *("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"),
            *("org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status"),
            *(f"string:{switch}", "variant:boolean:true"),
        )


def played(reader: Reader, words: Words, folder: Path) -> int:
    """Play the steps, print them, and tell what was not said as it should be."""
    while reader.next(0.5):
        pass
    wrong: list[str] = []
    for step in day(reader, words, folder):
        print(step.what)
        said = reader.said(step)
        if len(said) != len(step.said) or not all(map(fnmatchcase, said, step.said)):
            wrong.append(f"{step.what}: {list(step.said)} was to be said, but {said} was")
            print(f"    WRONG   {wrong[-1]}")
    print("\nEvents:", ", ".join(f"{kind} {n}" for kind, n in sorted(reader.kinds.items())))
    print("\n".join(wrong) if wrong else "Each announcement came once.")
    return 1 if wrong else 0


def run(*command: str) -> None:
    """Run a program and wait for its end."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
