"""Builds what is measured, installs the peers and makes the files; each step only where it is needed."""

import os
import platform
import subprocess
import sys
import venv
from dataclasses import dataclass

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(HERE, "data")
PERENNIAL = os.path.join(os.path.dirname(HERE), ".build", "release", "perennial")


def product(name):
    """The path of a built product of this package."""
    return os.path.join(HERE, ".build", "release", name)


def step(text):
    print(f"== {text}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Peers:
    """Packages of Python in a virtual environment of their own."""

    folder: str
    pins: str

    @property
    def python(self):
        return os.path.join(HERE, self.folder, "bin", "python")

    @property
    def requirements(self):
        return os.path.join(HERE, "peers", self.pins)

    @property
    def names(self):
        with open(self.requirements) as file:
            return ", ".join(line.strip().replace("==", " ") for line in file)

    def install(self):
        stamp = os.path.join(HERE, self.folder, "installed.txt")
        with open(self.requirements) as file:
            wanted = file.read()
        if os.path.exists(stamp) and open(stamp).read() == wanted:
            return
        step("installing the peers")
        venv.create(os.path.join(HERE, self.folder), with_pip=True)
        command = [self.python, "-m", "pip", "install", "--quiet", "-r", self.requirements]
        subprocess.run(command, check=True, stdout=sys.stderr)
        with open(stamp, "w") as file:
            file.write(wanted)


TABLES = Peers(".venv", "requirements.txt")
LIFETIMES = Peers(".venv-lifetimes", "lifetimes-requirements.txt")


def build_perennial():
    step("building perennial")
    swift_build(os.path.dirname(HERE), "perennial")


def build(*products):
    """Builds products of this package, which all lie beside the generator."""
    for product in products:
        step(f"building {product}")
        swift_build(HERE, product)


def swift_build(package, product):
    command = ["swift", "build", "-c", "release", "--package-path", package, "--product", product]
    subprocess.run(command, check=True, stdout=sys.stderr)


def generate(case):
    """Makes the file of a case by its command, if it is not there yet."""
    if os.path.exists(case.path):
        return
    step(f"generating {case.name}")
    os.makedirs(DATA, exist_ok=True)
    partial = case.path + ".partial"
    with open(partial, "wb") as file:
        subprocess.run(case.command, check=True, stdout=file)
    os.rename(partial, case.path)


def save(name, text):
    folder = os.path.join(HERE, "results")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w") as file:
        file.write(text + "\n")


def machine(peers):
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{os.cpu_count()} cores ({model}), {peers.names}, load average {os.getloadavg()[1]:.1f}"
