"""People, offices and terms of the user's own, over the register that ships."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.errors import RegisterError
from legation.reading import Reader
from legation.register import Register, keeping, load
from legation.register.own import own_file

DAY = dt.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's file, not there yet; what other tests have loaded is set aside and comes back."""
    path = tmp_path / "data" / "own.json"
    monkeypatch.setenv("LEGATION_REGISTER", str(path))
    load.cache_clear()
    yield path
    load.cache_clear()


def table(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def holders(office: str, on: dt.date = DAY) -> list[tuple[str, str]]:
    register = load()
    found = register.office(office)
    assert found is not None
    return [(p.name, t.standing(on)) for t in register.holders(found, on) if (p := register.person(t.person))]


OFFICES = "id,jurisdiction,kind,titles,single_seat\nKEN-climate_envoy,KEN,climate_envoy,Climate Envoy,yes\n"
PEOPLE = "name,names\nAmina Yusuf,Amina A. Yusuf;Aminah Yusuf\n"
TERMS = "person,office,start,end,as_of,title\nAmina Yusuf,KEN-climate_envoy,2026-02,,2026-09-01,Climate Envoy\n"


def test_people_offices_and_terms_come_from_tables_in_any_order(tmp_path: Path) -> None:
    files = [table(tmp_path, "t.csv", TERMS), table(tmp_path, "p.csv", PEOPLE), table(tmp_path, "o.csv", OFFICES)]
    assert keeping.import_tables(files) == 3
    assert holders("KEN-climate_envoy") == [("Amina Yusuf", "held")]
    assert load().people_named("Aminah Yusuf", country="KEN")[0].person.id == "x-own-amina-yusuf"
    assert [o.id for o in load().offices_titled("the Kenyan climate envoy", "KEN")] == ["KEN-climate_envoy"]


def test_a_name_of_the_register_means_that_person_and_the_same_start_that_term(tmp_path: Path) -> None:
    before = holders("KEN-head_of_state")
    term = "person,office,start,end,as_of\nWilliam Ruto,KEN-head_of_state,2022-09-13,,2026-10-01\n"
    keeping.import_tables([table(tmp_path, "t.csv", term)])
    assert before == [("William Ruto", "unconfirmed")]
    assert holders("KEN-head_of_state") == [("William Ruto", "held")]


def test_importing_twice_changes_nothing(tmp_path: Path, own: Path) -> None:
    files = [table(tmp_path, "o.csv", OFFICES), table(tmp_path, "t.csv", TERMS)]
    keeping.import_tables(files)
    once = own.read_text(encoding="utf-8")
    keeping.import_tables(files)
    assert own.read_text(encoding="utf-8") == once


def test_one_person_is_added_with_a_term(own: Path) -> None:
    keeping.add_person("Amina Yusuf", ["A. Yusuf"], "KEN-foreign_minister", "2026-03-01", "", "2026-11-01", "Minister")
    entry = json.loads(own.read_text(encoding="utf-8"))["people"][0]
    assert entry["names"] == ["Amina Yusuf", "A. Yusuf"]
    assert ("Amina Yusuf", "held") in holders("KEN-foreign_minister")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n", "columns of no known table: a, b"),
        ("person,office\nX Y,KEN-nothing\n", "t.csv:2: no office 'KEN-nothing'"),
        ("person,office,start\nX Y,KEN-head_of_state,12.5.2020\n", "t.csv:2: start '12.5.2020'"),
        ("person,office,start\nX Y,KEN-head_of_state,2020-02-30\n", "t.csv:2: start '2020-02-30'"),
        ("person,office,start,end\nX Y,KEN-head_of_state,2020,2019\n", "t.csv:2: the term ends (2019) before"),
        ("person,office\n,KEN-head_of_state\n", "t.csv:2: nothing in the column person"),
        ("id,jurisdiction,kind,titles\nZZZ-x,ZZZ,envoy,Envoy\n", "t.csv:2: no country (ISO alpha-3)"),
        ("id,jurisdiction,kind,titles,single_seat\nKEN-x,KEN,envoy,Envoy,maybe\n", "single_seat must be yes or no"),
        ("", "no head line"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_kept(tmp_path: Path, own: Path, text: str, told: str) -> None:
    good = table(tmp_path, "o.csv", OFFICES)
    with pytest.raises(RegisterError) as problem:
        keeping.import_tables([good, table(tmp_path, "t.csv", text)])
    assert told in str(problem.value)
    assert not own.exists()


BINDING = {
    "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q999999999"},
    "personLabel": {"value": "Lucia Example"},
    "names": {"value": "L. Example"},
    "kind": {"value": "foreign_minister"},
    "iso3": {"value": "BLZ"},
    "start": {"value": "2025-11-16T00:00:00Z"},
}


def test_a_wikidata_result_is_taken_as_json_and_as_csv(tmp_path: Path) -> None:
    result = {"head": {"vars": []}, "results": {"bindings": [BINDING]}}
    rows = "person,personLabel,kind,iso3,start,end,names\n"
    rows += "wikidata.org/entity/Q999999999,Lucia Example,foreign_minister,BLZ,2025-11-16T00:00:00Z,,L. Example\n"
    for name, text in (("q.json", json.dumps(result)), ("q.csv", rows)):
        own_file().unlink(missing_ok=True)
        load.cache_clear()
        assert keeping.import_wikidata(table(tmp_path, name, text), DAY) == 1
        assert holders("BLZ-foreign_minister") == [("Lucia Example", "held")]
        assert holders("BLZ-foreign_minister", dt.date(2026, 6, 2)) == [("Lucia Example", "unconfirmed")]


@pytest.mark.parametrize("text", ["{", "[]", '{"results": {"bindings": []}}', '{"results": {"bindings": [{}]}}'])
def test_what_is_no_wikidata_result_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RegisterError):
        keeping.import_wikidata(table(tmp_path, "q.json", text), DAY)


def test_a_damaged_file_is_told_and_not_written_over(own: Path) -> None:
    own.parent.mkdir()
    own.write_text("{", encoding="utf-8")
    with pytest.raises(RegisterError, match="no register of legation"):
        load()
    with pytest.raises(RegisterError):
        keeping.add_person("X Y", [], "KEN-head_of_state", "", "", "", "")
    assert own.read_text(encoding="utf-8") == "{"


def test_the_reader_has_another_version_whenever_the_own_register_changes() -> None:
    versions = [Reader.load().version]
    for name in ("Amina Yusuf", "Jane Doe"):
        keeping.add_person(name, [], "KEN-foreign_minister", "2026", "", "", "")
        versions.append(Reader.load().version)
    assert len(set(versions)) == 3
    assert versions[1].startswith(f"{versions[0]} own register ")


def test_without_the_variable_the_file_lies_in_the_users_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LEGATION_REGISTER")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert own_file() == tmp_path / "legation" / "register.json"


def test_the_shipped_register_alone_has_no_edition() -> None:
    register: Register = load()
    assert register.edition == ""
