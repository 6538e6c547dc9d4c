"""metricflows in Python: runs specs through the command, and has the results as NumPy arrays.

    import metricflows as mf
    run = mf.run("ricci-torus")                  # a file, a name of the gallery, or a dict
    run.series["int_R2"]                         # an array over the records
    run.fields["g"]                              # arrays over points and time
    run.evaluate([[0.1, 0.2]], ["ricci"])        # where you ask
    run                                          # in a notebook: what was found, and its figures

Everything is computed by the command `metricflows`; this file starts it and reads its files, which
docs/results.md describes. It is found beside this file in a clone, else on the PATH, else where the
variable METRICFLOWS says. NumPy is all that is needed.
"""

import base64
import csv
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import numpy as np

__all__ = ["run", "sweep", "load", "command", "BadInput", "Failed", "Run", "Variants", "Sweep"]

_STOPPED, _BAD_INPUT = 1, 2


class BadInput(ValueError):
    """What is wrong with a spec or an argument, in the words of the command."""


class Failed(RuntimeError):
    """The command could not be found or did not come to an end."""


def run(spec, *, out=None, force=False, **values):
    """Runs a spec; a Run, or Variants of a spec with `compare`.

    spec    a path, a name of the gallery, or a dict
    out     the run folder; a new one in runs/ without it
    force   whether to overwrite a run that the folder holds
    values  values of the spec to replace, with __ for the dot: flow__time=2
    """
    return _folder_of("run", spec, out, force, values)


def sweep(spec, *, out=None, force=False, **values):
    """Runs the block `sweep` of a spec; arguments as those of run."""
    return _folder_of("sweep", spec, out, force, values)


def load(folder):
    """What a folder holds: a Run, Variants or a Sweep."""
    path = Path(folder)
    if (path / "plan.json").is_file():
        return Sweep(path)
    if (path / "variants.txt").is_file():
        return Variants(path)
    if not path.is_dir():
        raise BadInput(f"{path}: there is no such folder")
    if not (path / "result.json").is_file():
        raise BadInput(f"{path}: has no result.json; 'metricflows resume {path}' finishes a run")
    return Run(path)


def command(*arguments):
    """What a command prints: command("explain", "flow.time"). With "--json", the document."""
    text = _execute([str(argument) for argument in arguments])
    return json.loads(text) if "--json" in arguments else text


class Run:
    """A finished run: its folder, read when asked for."""

    def __init__(self, path):
        self.path = Path(path)

    @cached_property
    def result(self):
        """result.json; numbers that JSON lacks are None."""
        return json.loads((self.path / "result.json").read_text(encoding="utf-8"))

    @property
    def status(self):
        """"completed", or "stopped: " and why."""
        return self.result["status"]

    @property
    def spec(self):
        """The spec as resolved, a dict that run takes again."""
        return self.result["spec"]

    @property
    def records(self):
        """The records, a dict each."""
        return self.result["records"]

    @cached_property
    def series(self):
        """series.csv: an array over the records for each of its columns."""
        return _columns(self.path / "series.csv")

    @cached_property
    def fields(self):
        """fields.npz: arrays over points and time."""
        return _arrays(self.path / "fields.npz", "charts and spheres have fields")

    @cached_property
    def parameters(self):
        """parameters.npz: weights_0 (out, in), biases_0 (out), weights_1, ..."""
        return _arrays(self.path / "parameters.npz", "networks have parameters")

    @property
    def finding(self):
        """What was found, in a sentence."""
        return _finding(self.path)

    def evaluate(self, points=None, what=(), *, count=None, seed=1000003):
        """The metric where you ask: a dict of arrays whose first axis is the point.

        points  (N, d) coordinates; of a variety (N, n) complex homogeneous ones
        what    "metric", "ricci", ...; "all" for everything there is, nothing for the usual
        count   so many random points instead, with their weights; integrals with errors as well
        """
        names = [what] if isinstance(what, str) else list(what)
        arguments = ["evaluate", str(self.path)] + (["--what", ",".join(names)] if names else [])
        with tempfile.TemporaryDirectory() as folder:
            if points is not None:
                np.save(Path(folder) / "points.npy", np.atleast_2d(np.asarray(points)))
                arguments += ["--points", str(Path(folder) / "points.npy")]
            if count is not None:
                arguments += ["--count", str(count), "--seed", str(seed)]
            out = Path(folder) / "values.npz"
            _execute(arguments + ["--out", str(out)])
            return _arrays(out, "")

    def __repr__(self):
        return f"Run({str(self.path)!r}): {self.status}. {self.finding}"

    def _repr_html_(self):
        rows = [{k: v for k, v in r.items() if not isinstance(v, (list, dict))} for r in self.records]
        return _page(self.spec.get("title"), self.finding, _table(rows), self.path)


class Variants(Mapping):
    """The runs of a spec with `compare`, by their names."""

    def __init__(self, path):
        self.path = Path(path)
        names = (self.path / "variants.txt").read_text(encoding="utf-8").split("\n")
        self._runs = {name: Run(self.path / name) for name in names if name.strip()}

    def __getitem__(self, name):
        return self._runs[name]

    def __iter__(self):
        return iter(self._runs)

    def __len__(self):
        return len(self._runs)

    @property
    def finding(self):
        """What was found, in a sentence."""
        return _finding(self.path)

    def __repr__(self):
        return f"Variants({str(self.path)!r}): {', '.join(self)}. {self.finding}"

    def _repr_html_(self):
        rows = [{"variant": name, "status": run.status} for name, run in self.items()]
        return _page(None, self.finding, _table(rows), self.path)


class Sweep:
    """A finished sweep."""

    def __init__(self, path):
        self.path = Path(path)

    @cached_property
    def result(self):
        """sweep.json."""
        return json.loads((self.path / "sweep.json").read_text(encoding="utf-8"))

    @cached_property
    def table(self):
        """table.csv: an array over the rows for each of its columns."""
        return _columns(self.path / "table.csv")

    @property
    def slopes(self):
        """The fitted exponents, a dict each."""
        return self.result["slopes"]

    @property
    def finding(self):
        """What was found, in a sentence."""
        return _finding(self.path)

    def __repr__(self):
        return f"Sweep({str(self.path)!r}). {self.finding}"

    def _repr_html_(self):
        columns = {name: list(values) for name, values in self.table.items()}
        rows = [dict(zip(columns, row)) for row in zip(*columns.values())]
        return _page(self.result.get("title"), self.finding, _table(rows), self.path)


def _launcher():
    beside = Path(__file__).resolve().parents[2] / "metricflows"
    for candidate in (os.environ.get("METRICFLOWS"), beside if beside.is_file() else None):
        if candidate:
            return str(candidate)
    found = shutil.which("metricflows")
    if found is None:
        raise Failed("the command metricflows is not found; set METRICFLOWS to its path")
    return found


def _execute(arguments):
    """Standard output of a command; what it says on standard error is raised or warned of."""
    try:
        done = subprocess.run(
            [_launcher(), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as e:
        raise Failed(f"the command metricflows cannot be started: {e}") from e
    said = done.stderr.strip()
    if done.returncode == _BAD_INPUT:
        raise BadInput(re.sub(r"^metricflows: (\S*python-\w+\.json(:\d+)?: )?", "", said))
    if done.returncode == _STOPPED and done.stdout:
        warnings.warn(said, stacklevel=4)
    elif done.returncode != 0:
        raise Failed(said or f"metricflows ended with exit code {done.returncode}")
    return done.stdout


def _folder_of(name, spec, out, force, values):
    options = ["--out", str(_new_folder(spec) if out is None else out)]
    options += ["--force"] if force else []
    for key, value in values.items():
        options += ["--set", f"{key.replace('__', '.')}={_written(value)}"]
    with _file(spec) as file:
        text = _execute([name, str(file), *options])
    return load(text.rstrip("\n").rsplit("results: ", 1)[1])


@contextmanager
def _file(spec):
    """The file of a spec; of a dict one that lies here for a while, so that paths in it count from here."""
    if not isinstance(spec, Mapping):
        yield spec
        return
    handle, name = tempfile.mkstemp(prefix="python-", suffix=".json", dir=".")
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(_written(spec))
        yield name
    finally:
        os.unlink(name)


def _new_folder(spec):
    """One in runs/ that is not there yet, named like the spec."""
    title = spec.get("title") or "python" if isinstance(spec, Mapping) else Path(spec).stem
    name = re.sub("[^a-z0-9]+", "-", str(title).lower()).strip("-")
    folder = Path("runs", name)
    number = 1
    while folder.exists():
        number += 1
        folder = Path("runs", f"{name}-{number}")
    return folder


def _written(value):
    """As JSON, which is YAML as well; arrays and numbers of NumPy as lists and numbers."""
    return value if isinstance(value, str) else json.dumps(value, default=_plain)


def _plain(value):
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, Path):
        return str(value)
    raise BadInput(f"a spec holds maps, lists, texts and numbers, but not {type(value).__name__}")


def _columns(file):
    with open(file, newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))
    return {name: _column([row[i] for row in rows[1:]]) for i, name in enumerate(rows[0])}


def _column(cells):
    """Numbers, NaN where a cell is empty; texts where they are none."""
    try:
        return np.array([float(cell) if cell else np.nan for cell in cells])
    except ValueError:
        return np.array(cells)


def _arrays(file, who):
    if not file.is_file():
        raise BadInput(f"{file.parent}: has no {file.name}; {who}")
    with np.load(file) as arrays:
        return {name: arrays[name] for name in arrays.files}


def _finding(path):
    file = path / "finding.txt"
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


def _table(rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{_cell(row.get(name))}</td>" for name in names) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value):
    if isinstance(value, (float, np.floating)):
        return f"{value:.5g}"
    return "" if value is None else html.escape(str(value))


def _page(title, finding, table, path):
    """Title, finding, table, and the figures, which are pictures and run no script."""
    figures = "".join(_image(file) for file in sorted((path / "figures").glob("*.svg")))
    heading = f"<h4>{html.escape(title)}</h4>" if title else ""
    return f"<div>{heading}<p>{html.escape(finding)}</p>{table}{figures}</div>"


def _image(file):
    name = html.escape(file.stem.replace("-", " "), quote=True)
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    return f'<img alt="{name}" style="max-width:100%" src="data:image/svg+xml;base64,{data}">'
