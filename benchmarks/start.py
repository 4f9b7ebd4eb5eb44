"""Cold start to a usable window, as a ratio to a bare PySide6 window in the same run."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.processEvents()
print(time.monotonic())
"""

OURS = """
import sys, time
from PySide6.QtWidgets import QApplication
from gweithdy.cli import main
def usable(*_):
    QApplication.processEvents()
    print(time.monotonic())
    return 0
QApplication.exec = usable
sys.exit(main(["--language", "cy", "--library", sys.argv[1]]))
"""


def seconds(code: str, *arguments: str) -> float:
    """Wall time from the start of a fresh interpreter until its window can be used."""
    started = time.monotonic()
    command = [sys.executable, "-c", code, *arguments]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(told.stdout) - started


def main() -> None:
    """Print both medians and their ratio, rounds interleaved."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "library.gwdy")
        seconds(OURS, library)  # the very first start also makes the library
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(seconds(BARE))
            ours.append(seconds(OURS, library))
    reference, measured = statistics.median(bare), statistics.median(ours)
    print(f"bare PySide6 window  {reference:6.3f} s")
    print(f"gweithdy window      {measured:6.3f} s   ratio {measured / reference:.2f} (aim 3.00)")


if __name__ == "__main__":
    main()
