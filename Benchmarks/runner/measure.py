"""Runs a command and tells its time and memory."""

import os
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

POLL_SECONDS = 0.01


class Failure(Exception):
    pass


@dataclass
class Result:
    output: bytes
    wall: float
    cpu: float
    """Peak of the anonymous resident memory: what the process has for itself, without the pages of mapped files."""
    anonymous: int


def run(command):
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, stdin=subprocess.DEVNULL)
        watch = Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        output.seek(0)
        if process.returncode != 0:
            errors.seek(0)
            tail = errors.read().decode(errors="replace")[-2000:]
            raise Failure(f"{' '.join(command)} ended with {process.returncode}:\n{tail}")
        return Result(output.read(), wall, usage.ru_utime + usage.ru_stime, watch.peak)


class Watch:
    """Reads the anonymous resident memory of a process every few milliseconds."""

    def __init__(self, pid):
        self.peak = 0
        self.path = f"/proc/{pid}/status"
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.poll)
        self.thread.start()

    def poll(self):
        while not self.done.wait(POLL_SECONDS):
            try:
                with open(self.path) as status:
                    for line in status:
                        if line.startswith("RssAnon:"):
                            self.peak = max(self.peak, int(line.split()[1]) * 1024)
            except OSError:
                return

    def stop(self):
        self.done.set()
        self.thread.join()


@dataclass
class Summary:
    best: float
    median: float
    cpu: float
    anonymous: int
    runs: int


def summary(results):
    walls = [result.wall for result in results]
    anonymous = max(result.anonymous for result in results)
    return Summary(min(walls), statistics.median(walls), min(result.cpu for result in results), anonymous, len(results))


def warm(path):
    """Reads a file once, so that every run finds it in the page cache."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 24):
            pass
