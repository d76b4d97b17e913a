"""Installs the peers: Python packages into an environment of its own, C and C++ programs by a compiler."""

import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

from operations import Peer
from runner import Unavailable

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"

# What each program needs: packages of PyPI, or a compiler, a library and the Debian package that holds it.
PACKAGES = {
    "geos.py": ("numpy", "shapely"),
    "meos.py": ("numpy", "shapely", "pymeos"),
    "moving_pandas.py": ("numpy", "shapely", "movingpandas"),
}
LIBRARIES = {
    "geographiclib.cpp": ("c++", "GeographicLib", "libgeographiclib-dev"),
    "proj.c": ("cc", "proj", "libproj-dev"),
}


def say(sentence: str) -> None:
    print(f"bench: {sentence}", file=sys.stderr, flush=True)


class Peers:
    """What is installed of them in the cache; each is installed when it is first asked for."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.ready: dict[str, list[str] | Unavailable] = {}

    def command(self, peer: Peer, file: Path) -> list[str]:
        """The words that start a peer on the data in `file`."""
        if peer.program not in self.ready:
            try:
                self.ready[peer.program] = self.install(peer.program)
            except Unavailable as why:
                self.ready[peer.program] = why
        found = self.ready[peer.program]
        if isinstance(found, Unavailable):
            raise found
        return [*found, *peer.words, str(file), *peer.more]

    def install(self, program: str) -> list[str]:
        if program in PACKAGES:
            return [str(self.environment(program)), str(HERE / "peers" / program)]
        return [str(self.compiled(program))]

    def environment(self, program: str) -> Path:
        """Python with a peer's packages. One environment per content of requirements.txt, so that a changed pin is
        never answered by an old package."""
        folder = self.folder / f"venv-{zlib.crc32(REQUIREMENTS.read_bytes()):08x}"
        python, complete = folder / "bin" / "python", folder / f"complete-{program}"
        if not complete.exists():
            say(f"installing {', '.join(PACKAGES[program])} into {folder}")
            if not python.exists():
                must([sys.executable, "-m", "venv", "--clear", str(folder)], "no environment could be made")
            pip = [str(python), "-m", "pip", "install", "--quiet", "--constraint", str(REQUIREMENTS)]
            must([*pip, *PACKAGES[program]], "pip could not install it")
            complete.touch()
        return python

    def compiled(self, program: str) -> Path:
        """Compiled anew every time, against the library that is installed now."""
        compiler, library, package = LIBRARIES[program]
        if not shutil.which(compiler):
            raise Unavailable(f"there is no compiler {compiler}")
        self.folder.mkdir(parents=True, exist_ok=True)
        source = HERE / "peers" / program
        target = self.folder / source.stem
        command = [compiler, "-O2", str(source), f"-l{library}", "-o", str(target)]
        if subprocess.run(command, capture_output=True).returncode != 0:
            install_library(package)
            must(command, f"{program} could not be compiled")
        return target


def install_library(package: str) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise Unavailable(f"{package} is missing: install it (on Debian: apt-get install {package}) and try again")
    say(f"{package} is missing; installing it with apt-get")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        must(["apt-get", "--quiet", "--quiet", *words], f"apt-get could not install {package}", environment)


def must(command: list[str], sentence: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        raise Unavailable(sentence)
