"""The register in the package is what the builder makes of the facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts import build_register


def test_the_register_is_up_to_date_with_the_facts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shipped = build_register.TARGET.read_text(encoding="utf-8")
    monkeypatch.setattr(build_register, "TARGET", tmp_path / "data" / "register.json")
    build_register.main()
    built = build_register.TARGET.read_text(encoding="utf-8")
    known = set(shipped.splitlines())
    assert [line for line in built.splitlines() if line not in known][:5] == [], "run python -m facts.build_register"
    assert built == shipped
