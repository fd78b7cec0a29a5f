"""The Python environment with the peers, made once, and the C compiler.

    environment.enter(folder)   # goes on in the environment's Python, started anew where it is another one
"""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REQUIREMENTS = HERE / "requirements.txt"


def install(package):
    subprocess.run([ROOT / "scripts" / "apt-install", package], check=True)


def create(folder):
    """A virtual environment by the first Python that can make one."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-m", "venv", "--clear", folder], check=False).returncode == 0:
            return
    install("python3-venv")
    subprocess.run(["/usr/bin/python3", "-m", "venv", "--clear", folder], check=True)


def enter(folder):
    if not shutil.which("gcc"):
        install("gcc")
    folder = folder.resolve()
    python, made = folder / "bin" / "python", folder / "peers.txt"
    if not made.exists() or made.read_bytes() != REQUIREMENTS.read_bytes():
        create(folder)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS]
        subprocess.run(pip, check=True)
        shutil.copyfile(REQUIREMENTS, made)
    if pathlib.Path(sys.prefix).resolve() != folder:
        os.execv(python, [str(python), *sys.argv])
