"""Builds what is measured, installs the peers and makes the files; each step only where it is needed."""

import os
import platform
import subprocess
import sys
import venv

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(HERE, "data")
ENVIRONMENT = os.path.join(HERE, ".venv")
PYTHON = os.path.join(ENVIRONMENT, "bin", "python")
PERENNIAL = os.path.join(os.path.dirname(HERE), ".build", "release", "perennial")
GENERATOR = os.path.join(HERE, ".build", "release", "GenerateOrders")


def step(text):
    print(f"== {text}", file=sys.stderr, flush=True)


def build(with_perennial):
    step("building the generator")
    swift_build(HERE, "GenerateOrders")
    if with_perennial:
        step("building perennial")
        swift_build(os.path.dirname(HERE), "perennial")
    install_peers()


def swift_build(package, product):
    command = ["swift", "build", "-c", "release", "--package-path", package, "--product", product]
    subprocess.run(command, check=True, stdout=sys.stderr)


def install_peers():
    requirements = os.path.join(HERE, "peers", "requirements.txt")
    stamp = os.path.join(ENVIRONMENT, "installed.txt")
    with open(requirements) as file:
        wanted = file.read()
    if os.path.exists(stamp) and open(stamp).read() == wanted:
        return
    step("installing the peers")
    venv.create(ENVIRONMENT, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "-r", requirements], check=True, stdout=sys.stderr)
    with open(stamp, "w") as file:
        file.write(wanted)


def generate(case):
    if os.path.exists(case.path):
        return
    step(f"generating {case.name}")
    os.makedirs(DATA, exist_ok=True)
    partial = case.path + ".partial"
    with open(partial, "wb") as file:
        subprocess.run([GENERATOR, str(case.orders), case.shape], check=True, stdout=file)
    os.rename(partial, case.path)


def save(name, text):
    folder = os.path.join(HERE, "results")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w") as file:
        file.write(text + "\n")


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    with open(os.path.join(HERE, "peers", "requirements.txt")) as file:
        peers = ", ".join(line.strip().replace("==", " ") for line in file)
    return f"{os.cpu_count()} cores ({model}), {peers}, load average {os.getloadavg()[1]:.1f}"
