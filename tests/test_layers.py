"""The picture in clubdesk/__init__.py holds; the contracts stand in pyproject.toml under importlinter."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import clubdesk

PACKAGE = Path(clubdesk.__file__).parent
PROJECT = PACKAGE.parent
LONGEST_FILE = 400


def modules() -> Iterator[Path]:
    """Our files; migrations are left out, as they are frozen once released."""
    return (file for file in PACKAGE.rglob("*.py") if "migrations" not in file.parts)


def test_every_layer_uses_only_what_is_below_it() -> None:
    """In a process of its own: import-linter switches off the loggers of the one it runs in."""
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8")
    banner = set("╔╚║")
    report = [line for line in done.stdout.splitlines() if not banner & set(line)]
    assert done.returncode == 0, "\n".join([*report, done.stderr])


def test_every_module_has_its_place_in_the_picture() -> None:
    picture = (clubdesk.__doc__ or "").split("Read ``->``")[0].replace("->", " ").replace("|", " ").split()
    tops = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert sorted(tops - {"__init__"} - set(picture)) == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {file.parent for file in modules()}
    assert sorted(str(folder) for folder in folders if not (folder / "__init__.py").exists()) == []


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        str(file.relative_to(PROJECT)): file.read_text(encoding="utf-8").count("\n") for file in modules()
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_only_the_command_line_prints() -> None:
    """A window has no terminal: what it says goes into the page or into the log."""
    prints = [
        f"{file.relative_to(PROJECT)}:{node.lineno}"
        for file in modules()
        if "cli" not in file.relative_to(PACKAGE).parts
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert prints == []
