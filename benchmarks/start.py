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
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.processEvents()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import gweithdy.ui.app as app
show = app.Program.show
def show_and_go(self):
    show(self)
    app.QApplication.processEvents()
    QTimer.singleShot(0, app.QApplication.quit)
app.Program.show = show_and_go
sys.exit(app.run(Path(sys.argv[1]), "cy"))
"""


def seconds(code: str, *arguments: str) -> float:
    """Wall time of one fresh interpreter that runs `code`."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)
    return time.perf_counter() - started


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
