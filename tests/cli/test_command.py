"""The command as a whole: help, version, completion, pipes, speed of starting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from legation import __version__
from legation.cli import main
from tests.cli.hand import legation

COMMANDS = ("read", "timeline", "show", "statements", "documents", "who", "search", "completion")
HEAVY = tuple("onnxruntime trafilatura lxml sqlalchemy alembic legation.reading legation.record".split())


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)


def test_the_version_is_told() -> None:
    assert legation("--version").stdout == f"legation, version {__version__}\n"


def test_help_names_every_command_and_the_exit_codes() -> None:
    shown = legation("--help").stdout
    assert all(f"\n  {command} " in shown for command in COMMANDS)
    assert "Exit codes:" in shown and "..." not in shown.partition("Commands:")[2]


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "completion"])
def test_every_command_takes_a_record_and_gives_json(command: str) -> None:
    shown = legation(command, "--help").stdout
    assert "--record FILE" in shown and "LEGATION_RECORD" in shown and "--json" in shown


def test_asking_for_help_loads_nothing_that_takes_long() -> None:
    code = (
        "import sys\nfrom legation.cli import main\n"
        "try: main(['--help'])\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = run("-c", code)
    assert done.stderr == "[]\n"


def test_asking_the_record_loads_no_language_model(record: Path) -> None:
    code = (
        "import sys\nfrom legation.cli import main\n"
        f"try: main(['timeline', '--json', '--record', {str(record)!r}])\n"
        "finally: print([name for name in ('onnxruntime', 'trafilatura', 'legation.reading') if name in sys.modules], "
        "file=sys.stderr)"
    )
    assert run("-c", code).stderr == "[]\n"


def test_a_pipe_that_closes_early_is_no_error(record: Path) -> None:
    command = [sys.executable, "-m", "legation", "timeline", "--json", "--record", str(record)]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 141


def test_letters_that_the_terminal_lacks_do_not_stop_the_answer(record: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for words in (["timeline"], ["timeline", "--json"]):
        command = [sys.executable, "-m", "legation", *words, "--record", str(record)]
        done = subprocess.run(command, capture_output=True, env=env, check=False)
        assert done.returncode == 0 and b"Macron" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_each_shell_is_printed(shell: str) -> None:
    shown = legation("completion", shell).stdout
    assert "_LEGATION_COMPLETE" in shown


def completed(words: list[str], incomplete: str) -> list[str]:
    return [item.value for item in ShellComplete(main, {}, "legation", "_X").get_completions(words, incomplete)]


def test_kinds_statuses_and_ids_complete(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed(["timeline", "--kind"], "vi") == ["visit"]
    assert completed(["timeline", "--status"], "c") == ["cancelled"]
    monkeypatch.setenv("LEGATION_RECORD", str(record))
    ids = completed(["show"], "E")
    assert len(ids) == 5
    assert completed(["show"], ids[0][:7]) == [ids[0]]


def test_completion_stays_silent_where_there_is_no_record(tmp_path: Path) -> None:
    assert completed(["show", "--record", str(tmp_path / "none.db")], "E") == []
