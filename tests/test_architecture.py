"""The shape of the project: dependencies point one way, and each library is met in one place."""

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for name in ("cleaners", "flows") for path in (ROOT / name).rglob("*.py"))
# A module may import what stands in its own row or above it.
LAYERS = (
    ("cleaners.errors", "cleaners.model", "cleaners.dates"),
    ("cleaners.markdown", "cleaners.arrays"),
    ("cleaners.article", "cleaners.draft", "cleaners.policy", "cleaners.sites"),
    ("cleaners.readers", "cleaners.encoding", "cleaners.reflow", "cleaners.language"),
    ("cleaners.debris", "cleaners.typos"),
    ("cleaners.judge", "cleaners.run_on", "cleaners.fields"),
    ("cleaners.pipeline",),
    ("cleaners.ledger", "cleaners.explain", "cleaners.rulebook"),
    ("cleaners",),
    ("flows",),
    ("cleaners.cli", "cleaners.__main__"),
)
# Every flow module speaks Prefect; arrays are the language of the judge and of the lexicons.
SHARED = {"prefect", "numpy"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, *, inside_functions: bool = True) -> Iterator[str]:
    """The full names of what a module imports."""
    todo: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        if inside_functions or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            todo.extend(ast.iter_child_nodes(node))


def layer(name: str) -> int:
    """The row of a module, or of the nearest package around it that has one."""
    rows = {module: row for row, modules in enumerate(LAYERS) for module in modules}
    while name not in rows:
        name = name.rpartition(".")[0]
    return rows[name]


def is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_dependencies_point_one_way(path: Path):
    name = name_of(path)
    for imported in imports(path, inside_functions=not name.startswith("cleaners.cli")):
        if imported.split(".")[0] in ("cleaners", "flows"):
            target = imported if is_module(imported) else imported.rpartition(".")[0]
            assert layer(target) <= layer(name), f"{name} imports {imported}"


def test_each_library_is_imported_in_one_module():
    where = defaultdict(set)
    for path in MODULES:
        for imported in imports(path):
            library = imported.split(".")[0]
            if library not in sys.stdlib_module_names | {"cleaners", "flows"} | SHARED:
                where[path.relative_to(ROOT).parts[0], library].add(name_of(path))
    assert {library: names for library, names in where.items() if len(names) > 1} == {}


@pytest.mark.parametrize("module", ["cleaners", "cleaners.cli"])
def test_importing_the_cleaners_loads_nothing_slow(module: str):
    slow = "{'prefect', 'trafilatura', 'pyarrow', 'fsspec'}"
    code = f"import sys, {module}; print(*({slow} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_cleaners_stay_pure():
    impure = {"datetime.now", "time", "random", "socket", "urllib.request", "requests", "httpx"}
    for path in MODULES:
        if name_of(path).startswith("cleaners") and not name_of(path).startswith("cleaners.cli"):
            assert not impure & set(imports(path)), name_of(path)
