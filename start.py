"""Set up gweithdy beside this file and start it.

python3 start.py             open the window (without a display: write the demonstration packs)
python3 start.py test        run every test; further words go to pytest
python3 start.py list        any other words go to the program
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "gweithdy-ready.txt"
UNFINISHED = VENV / "gweithdy-unfinished.txt"
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
LOCKS = {"run": HERE / "requirements.lock", "dev": HERE / "requirements-dev.lock"}

# library: package on Debian and Ubuntu
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
OTHER_SYSTEMS = {
    "dnf": "sudo dnf install mesa-libEGL mesa-libGL fontconfig freetype glib2 dbus-libs "
    "libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms "
    "xcb-util-renderutil",
    "zypper": "sudo zypper install libEGL1 libGL1 fontconfig libfreetype6 libglib-2_0-0 "
    "libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 "
    "libxcb-keysyms1 libxcb-render-util0",
    "pacman": "sudo pacman -S --needed libglvnd fontconfig freetype2 glib2 dbus libxkbcommon-x11 "
    "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil",
}


def say(welsh: str, english: str) -> None:
    """Print one thing in both languages."""
    print(f"{welsh}\n{english}\n", flush=True)


def stop(welsh: str, english: str) -> NoReturn:
    """Say what is wrong and what to do, and end."""
    say(welsh, english)
    sys.exit(1)


def has_display() -> bool:
    """Whether a window can be shown here."""
    on_desktop = sys.platform in {"win32", "darwin"}
    return on_desktop or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- what the system must have -------------------------------------------------------------


def missing_packages() -> list[str]:
    """Return the Debian packages of the libraries that Qt needs and cannot load here."""
    wanted = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_LIBRARIES)
    return [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_prefix() -> list[str] | None:
    """Return how to become root without asking, or None when that is not possible."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages when that needs no password; return whether it worked."""
    prefix = apt_prefix()
    if prefix is None:
        return False
    names = " ".join(packages)
    say(f"Wrthi'n gosod pecynnau'r system: {names}", f"Installing system packages: {names}")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*prefix, *quiet, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.call(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return True
    # A new machine has no package lists yet.
    subprocess.call([*prefix, *quiet, "update"])
    return subprocess.call(install, stdout=subprocess.DEVNULL) == 0


def check_system() -> None:
    """Install or name the system libraries that Qt needs; only Linux leaves them to us."""
    missing = missing_packages() if sys.platform == "linux" else []
    if not missing:
        return
    if shutil.which("apt-get"):
        if apt_install(missing):
            return
        command = "sudo apt-get install " + " ".join(missing)
    else:
        known = (advice for tool, advice in OTHER_SYSTEMS.items() if shutil.which(tool))
        command = next(known, " ".join(missing))
    say(
        "Mae rhai llyfrgelloedd meddalwedd sydd eu hangen ar y ffenestr ar goll. "
        f"Rhedwch: {command}",
        f"Libraries that the window needs are missing. Run: {command}",
    )


# --- the program's own folder --------------------------------------------------------------


def digest() -> str:
    """Return what the set-up depends on, as a short text."""
    content = b"".join(lock.read_bytes() for lock in LOCKS.values())
    version = ".".join(map(str, sys.version_info[:2]))
    return f"{version} {hashlib.sha256(content).hexdigest()}"


def is_ready(level: str) -> bool:
    """Whether an earlier start has finished the set-up; tests need more than a run."""
    if not (PYTHON.exists() and STAMP.exists()):
        return False
    done, _, made_from = STAMP.read_text("utf-8").partition(" ")
    return done in {level, "dev"} and made_from == digest()


def set_up(level: str) -> None:
    """Make or mend the private Python folder; a second start finds it ready."""
    if is_ready(level):
        return
    say(
        "Wrthi'n paratoi gweithdy. Gall hyn gymryd ychydig funudau y tro cyntaf.",
        "Setting up gweithdy. This can take a few minutes the first time.",
    )
    make_venv()
    STAMP.unlink(missing_ok=True)
    UNFINISHED.write_text("The set-up was interrupted; start.py makes this folder anew.\n", "utf-8")
    install(LOCKS[level])
    point_to_source()
    run("-m", "compileall", "-q", str(HERE / "src"))
    STAMP.write_text(f"{level} {digest()}", "utf-8")
    UNFINISHED.unlink()
    say("Yn barod.", "Ready.")


def make_venv() -> None:
    """Make `.venv`, anew when an earlier attempt was cut off or its Python has gone."""
    if not UNFINISHED.exists() and venv_works():
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info.minor}-venv"
        if not (shutil.which("apt-get") and apt_install([package])):
            stop(
                f"Mae rhan o Python ar goll. Rhedwch: sudo apt-get install {package}",
                f"A part of Python is missing. Run: sudo apt-get install {package}",
            )
    print(f"  {VENV.name}", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        stop(
            f"Methwyd creu'r ffolder {VENV}. Dilëwch ef, a rhowch gynnig arall arni.",
            f"The folder {VENV} could not be made. Delete it and try again.",
        )


def venv_works() -> bool:
    """Whether `.venv` has a Python that starts and can install."""
    if not PYTHON.exists():
        return False
    try:
        asked = subprocess.run(
            [str(PYTHON), "-m", "pip", "--version"], capture_output=True, check=False
        )
    except OSError:
        return False
    return asked.returncode == 0


def install(lock: Path) -> None:
    """Install exactly the files whose hashes the lock names, and show that it moves."""
    pip = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    # A person's own pip settings may ask for the user folder, which a venv refuses.
    settings = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [*pip, "--no-input", "--progress-bar", "off", "-r", str(lock)]
    lines = []
    with subprocess.Popen(
        command,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as running:
        for line in running.stdout or ():
            lines.append(line)
            if line.startswith(("Collecting", "Installing")):
                print("  " + line.split(" (from")[0].strip()[:76], flush=True)
    if running.returncode != 0:
        print("".join(lines[-12:]))
        stop(
            "Methwyd gosod y pecynnau. Gwiriwch y cysylltiad rhyngrwyd a rhedwch start.py eto. "
            "Mae angen Python 64-did; ar Linux, glibc 2.34 neu'n fwy diweddar.",
            "The packages could not be installed. Check the internet connection and run start.py "
            "again. A 64-bit Python is needed; on Linux, glibc 2.34 or later.",
        )


def point_to_source() -> None:
    """Let `.venv` find the program in `src`."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    told = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=True)
    packages = Path(told.stdout.strip())
    # Relative, so that it is plain ASCII: Python 3.11 on Windows reads .pth files in the local
    # encoding, and a home folder may be named Siân.
    source = os.path.relpath(HERE / "src", packages)
    (packages / "gweithdy.pth").write_text(source + "\n", "ascii")


# --- what to start -------------------------------------------------------------------------


def run(*words: str, folder: Path | None = None, **more: str) -> int:
    """Run the private Python with these words and return its exit code."""
    # Without its bytecode the program would be compiled anew at every start.
    kept = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    return subprocess.call([str(PYTHON), *words], cwd=folder, env={**kept, **more})


def run_tests(words: list[str]) -> int:
    """Run pytest, without a screen where there is none."""
    screen = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    parallel = [] if words or (os.cpu_count() or 1) < 2 else ["-n", "2"]
    return run("-m", "pytest", *parallel, *words, folder=HERE, **screen)


def write_demonstration() -> int:
    """Without a display, show what the program makes."""
    packs = HERE / "packs"
    code = run("-m", "gweithdy", "demo", "--out", str(packs))
    if code == 0:
        say(
            f"Nid oes sgrin yma. Mae'r pecynnau enghreifftiol yn: {packs}",
            f"There is no display here. The demonstration packs are in: {packs}",
        )
    return code


def main(words: list[str]) -> int:
    """Set up what is asked for and start it."""
    testing = words[:1] == ["test"]
    set_up("dev" if testing else "run")
    check_system()
    if testing:
        return run_tests(words[1:])
    if not words and not has_display():
        return write_demonstration()
    return run("-m", "gweithdy", *words)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may not know ŵ and ŷ.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older Python
        stop(
            "Mae angen Python 3.11 neu'n fwy diweddar: python.org/downloads",
            "Python 3.11 or later is needed: python.org/downloads",
        )
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
