"""`pcc check` and `pcc build` on many records, beside YAML and JSON Schema as they are commonly used.

    python tests/benchmarks/bench_check.py [RECORDS …]

The records are those of the project again and again, under new ids, in a temporary folder. Both run in a fresh Python,
check as the command that it is; build writes all its files into a copy of the data folder. The plain way reads with
`yaml.safe_load` and holds to `schema.json` with a validator of jsonschema made once; it is timed on 200 records and
scaled. It comes before, between and after the two, in parts of 50 whose median counts. The milliseconds that a record
takes tell whether anything grows faster than the records do; those of the processors (all processes together) do so on
a busy machine too. The memory is that of the largest process: of a build the one that puts the tables together. Without
numbers: 500, 1,000, 2,000 and 4,000 records; the claims are for 10,000 and 100,000. It needs Linux or macOS.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from pcc_data.paths import datasets_dir  # noqa: E402
from pcc_data.records.spread import cores  # noqa: E402

SIZES = (500, 1000, 2000, 4000)
PLAIN, PART = 200, 50
LEAST = 10
BUILD = "import pathlib, sys; from pcc_data.app.build import build; build(pathlib.Path(sys.argv[1]))"


def write_records(folder: Path, count: int) -> None:
    """So many records: those of the project again and again, under new ids."""
    sources = sorted((datasets_dir() / "cases").glob("*.yaml"))
    texts = [(file.stem, file.read_text(encoding="utf-8")) for file in sources]
    folder.mkdir(parents=True)
    for number in range(count):
        turn, place = divmod(number, len(texts))
        stem, text = texts[place]
        name = f"{stem}-{turn}"
        changed = re.sub(f"(?m)^id: {stem}$", f"id: {name}", text, count=1)
        (folder / f"{name}.yaml").write_text(changed, encoding="utf-8")


def data_folder(folder: Path, count: int) -> Path:
    """A copy of the data folder with so many records, whose version is under way, as its codes are not those of one
    that is out."""
    shutil.copytree(datasets_dir(), folder, ignore=shutil.ignore_patterns("cases", "tables"))
    write_records(folder / "cases", count)
    book = folder / "codebook.yaml"
    text = re.sub(r"(?m)^  version: .*$", '  version: "99.0.0.dev0"', book.read_text(encoding="utf-8"), count=1)
    book.write_text(text, encoding="utf-8")
    return folder


def seconds(action: Callable[[], object]) -> float:
    """Seconds that an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


class Used(NamedTuple):
    """What a record takes of the time and of the processors, in milliseconds; the largest process, in MiB."""

    time: float
    processors: float
    memory: float

    def __str__(self) -> str:
        return f"{self.time:.1f} ms ({self.processors:.1f} of processors, {self.memory:,.0f} MiB)"


def run(count: int, *words: str) -> Used:
    """Run Python with these words, for so many records."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=told, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        assert process.returncode == 0, told.read()[-500:]
    took = time.perf_counter() - start
    memory = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Used(took / count * 1000, (used.ru_utime + used.ru_stime) / count * 1000, memory)


def plain(files: Iterable[Path], loader: type) -> None:
    """The common way."""
    for file in files:
        faults = list(_VALIDATOR.iter_errors(yaml.load(file.read_text(encoding="utf-8"), Loader=loader)))
        assert not faults, faults[0]


_VALIDATOR = jsonschema.Draft202012Validator(json.loads((datasets_dir() / "schema.json").read_text(encoding="utf-8")))


def plain_times(files: list[Path], loader: type) -> list[float]:
    """Milliseconds a record, of each part of the files."""
    parts = [files[at : at + PART] for at in range(0, len(files), PART)]
    return [seconds(lambda part=part: plain(part, loader)) / len(part) * 1000 for part in parts]


def measure(count: int) -> None:
    """Print the ratios for so many records."""
    with tempfile.TemporaryDirectory(prefix="pcc-many-") as aside:
        folder = Path(aside) / "datasets"
        written = seconds(lambda: data_folder(folder, count))
        files = sorted((folder / "cases").iterdir())[:PLAIN]
        pure, fast = plain_times(files[: PLAIN // 2], yaml.SafeLoader), plain_times(files, yaml.CSafeLoader)
        checked = run(count, "-m", "pcc_data", "check", str(folder / "cases"))
        pure += plain_times(files[PLAIN // 2 :], yaml.SafeLoader)
        built = run(count, "-c", BUILD, str(folder))
        pure += plain_times(files[: PLAIN // 2], yaml.SafeLoader)
    common, quick = median(pure), median(fast)
    print(
        f"{count:7,} records (written in {written:.0f} s), {cores()} cores, a record: plain {common:.1f} ms (with the"
        f" reader in C {quick:.1f}), check {checked}, build {built}; plain / check {common / checked.time:.1f}, plain /"
        f" build {common / built.time:.1f} (should be at least {LEAST} from 10,000 on); reader in C / check"
        f" {quick / checked.time:.1f}, / build {quick / built.time:.1f}",
        flush=True,
    )


def main(sizes: Iterable[int]) -> None:
    """Print a line a size."""
    for count in sizes:
        measure(count)


if __name__ == "__main__":  # as other processes begin by reading this file
    main([int(word.replace(",", "")) for word in sys.argv[1:]] or SIZES)
