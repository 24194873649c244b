"""JSON for other programs: sound by its own schemas, equal to the pages, whole."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, meta

from conftest import AGENCY, TODAY, Write
from pendopo.basics import addresses
from pendopo.kinds.news.pages.article import listed
from pendopo.kinds.portal.machines.api import files as schemas_of
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.site.context import Context
from pendopo.site.planning import Site, plan
from places import drawings_of, site_of
from sample_records import SAMPLES

URL = "https://uji.example/repo/"
KOTA = "agencies/kota-uji"


def files_of(site: Site, site_url: str = URL) -> dict[str, Any]:
    """The content of every file below `api/v1/`, by its address."""
    found = plan(Context(site.context.directory, TODAY, KINDS, site_url))[0].files
    return {
        each.address: json.loads(each.text)
        for each in found
        if each.address.startswith(addresses.API)
    }


def built(write: Write, files: Mapping[str, str]) -> Site:
    site, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return site


def closed(schema: Any) -> Any:
    """A schema that bears no key it does not name."""
    if isinstance(schema, dict):
        found = {key: closed(each) for key, each in schema.items()}
        if "properties" in found:
            found["additionalProperties"] = False
            found["properties"] |= {"$schema": {"type": "string"}}
        return found
    return [closed(each) for each in schema] if isinstance(schema, list) else schema


def wrong(files: Mapping[str, Any]) -> list[str]:
    """Where a file is not as the schema says that it names."""
    found = []
    for address, content in files.items():
        if "/schema/" in address:
            continue
        place = urljoin(URL + address, content["$schema"]).removeprefix(URL)
        validator = Draft202012Validator(closed(files[place]), validate_formats=True)
        found += [f"{address}: {each.message}" for each in validator.iter_errors(content)]
    return found


@pytest.mark.parametrize("site_url", [URL, ""])
def test_every_file_is_as_its_schema_says(miniature: Site, site_url: str) -> None:
    files = files_of(miniature, site_url)
    assert len(files) > 10
    assert wrong(files) == []


def test_what_is_not_as_the_schema_says_is_found(miniature: Site) -> None:
    files = files_of(miniature)
    files["api/v1/agencies.json"]["agencies"][0]["nama"] = "x"
    files["api/v1/index.json"]["news"][0]["year"] = "2026"
    files["api/v1/news/2026.json"]["news"][0]["published"] = "kemarin"
    del files["api/v1/agencies/kota-contoh.json"]["record"]
    assert [each.partition(":")[0] for each in wrong(files)] == [
        *("api/v1/index.json", "api/v1/agencies.json"),
        *("api/v1/news/2026.json", "api/v1/agencies/kota-contoh.json"),
    ]


def test_a_record_with_every_field_is_as_its_schema_says(write: Write) -> None:
    (tree,) = [each.tree for each in SAMPLES if each.path == "agencies/kota-binjai/agency.yml"]
    assert isinstance(tree, dict)
    whole = {key: each for key, each in tree.items() if key not in ("emblem", "cover", "documents")}
    site = built(write, {f"{KOTA}/agency.yml": yaml.safe_dump(whole)})
    files = files_of(site)
    assert wrong(files) == []
    record = files["api/v1/agencies/kota-uji.json"]["record"]
    assert set(record) == set(whole) - {"maintainers"}
    assert isinstance(record["area"]["km2"], float | int)


def test_the_schemas_are_schemas_and_bear_further_keys(miniature: Site) -> None:
    schemas = {a: each for a, each in files_of(miniature).items() if "/schema/" in a}
    assert [*schemas] == [addresses.schema(name) for name in schemas_of(KINDS)]
    for schema in schemas.values():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        meta.validate(schema)
        assert 'additionalProperties": false' not in json.dumps(schema)


@pytest.mark.parametrize("site_url", [URL, ""])
def test_every_address_in_a_file_leads_to_a_page_or_file(miniature: Site, site_url: str) -> None:
    known = {*miniature.by_address, *(each.address for each in miniature.files)}
    known |= {path for each in drawings_of(miniature) for path in each.addresses}
    checked = 0

    def walk(value: Any, address: str, key: str = "") -> None:
        nonlocal checked
        if isinstance(value, dict):
            for name, each in value.items():
                if name not in ("record", "licence"):
                    walk(each, address, name if not key or key != "files" else "page")
        elif isinstance(value, list):
            for each in value:
                walk(each, address, key)
        elif key in ("$schema", "page", "data", "feed", "agencies", "emblem", "cover", "files"):
            target = urljoin(URL + address, value).partition("#")[0]
            assert bool(urlsplit(value).scheme) == bool(site_url), value
            assert target.removeprefix(URL) in known, (address, value)
            checked += 1

    for address, content in files_of(miniature, site_url).items():
        if "/schema/" not in address:
            walk(content, address)
    assert checked > 60


def test_the_list_of_agencies_is_that_of_the_site(miniature: Site) -> None:
    rows = files_of(miniature)["api/v1/agencies.json"]["agencies"]
    assert [each["id"] for each in rows] == [*miniature.context.directory.agencies]
    assert rows[0] == {
        "id": "kota-contoh",
        "type": "kota",
        "name": "Pemerintah Kota Contoh",
        "short_name": "Kota Contoh",
        "region_code": "99.71",
        "page": f"{URL}kota-contoh/",
        "data": f"{URL}api/v1/agencies/kota-contoh.json",
        "feed": f"{URL}kota-contoh/berita/atom.xml",
        "updated": "2026-02-01",
    }
    assert rows[1]["parent"] == "kota-contoh"
    for row in rows:
        assert files_of(miniature)[addresses.agency_data(row["id"])]["name"] == row["name"]


def test_the_news_of_all_years_are_those_of_the_site(miniature: Site) -> None:
    files = files_of(miniature)
    index = files["api/v1/index.json"]
    rows = [
        (year, row)
        for year in index["news"]
        for row in files[year["data"].removeprefix(URL)]["news"]
    ]
    assert [row["page"].removeprefix(URL) for _, row in rows] == [
        each.address for each in listed(miniature.context)
    ]
    for year, row in rows:
        assert (row.get("published") or row["event_date"])[:4] == str(year["year"])
    for year in index["news"]:
        assert len(files[year["data"].removeprefix(URL)]["news"]) == year["count"]
    (tree,) = [row for _, row in rows if row["page"].endswith("2026-01-15-pohon-pertama/")]
    assert tree == {
        "id": addresses.urn("kota-contoh/berita/2026-01-15-pohon-pertama/"),
        "agency": "kota-contoh",
        "title": "Pohon pertama ditanam di Jalan Percobaan",
        "published": "2026-01-16",
        "event_date": "2026-01-15",
        "updated": "2026-01-20",
        "summary": "Pohon pertama dari seribu pohon ditanam pada hari Kamis.",
        "topics": ["Lingkungan", "Pohon"],
        "page": f"{URL}kota-contoh/berita/2026-01-15-pohon-pertama/",
    }


def test_an_agency_is_told_with_its_record_its_plans_and_its_newest_news(miniature: Site) -> None:
    found = files_of(miniature)["api/v1/agencies/kota-contoh.json"]
    assert found["record"]["phones"] == ["0999-123456", "+62 999 654321"]
    assert found["record"]["area"] == {"km2": 42.5, "year": 2024, "source": "Statistik Contoh"}
    assert found["record"]["sources"][0]["retrieved"] == "2026-01-31"
    assert found["emblem"].startswith(f"{URL}kota-contoh/media/lambang-")
    assert found["cover"].startswith(f"{URL}kota-contoh/media/balai-")
    assert found["record"]["cover"]["focus"] == "50% 70%"
    assert [each["id"] for each in found["agencies"]] == [
        *("kota-contoh/dinas-pertamanan", "kota-contoh/dinas-arsip"),
        *("kota-contoh/dinas-lingkungan", "kota-contoh/kecamatan-contoh-hulu"),
    ]
    assert [(each["title"], each["start"]) for each in found["plans"]][1] == (
        "RPJPD Kota Contoh 2025–2045",
        2025,
    )
    assert [*found["plans"][0]["files"]] == [
        "plan.json",
        "indicators.csv",
        "values.csv",
        "stratml.xml",
    ]
    assert all(each["agency"] == "kota-contoh" for each in found["news"])


def test_of_a_site_of_which_little_is_known_nothing_empty_is_said(write: Write) -> None:
    files = files_of(built(write, {}))
    assert wrong(files) == []
    assert '""' not in json.dumps(files)
    assert "[]" not in json.dumps({k: v for k, v in files.items() if "schema" not in k})
    assert "feed" not in files["api/v1/index.json"]
    assert {"api/v1/index.json", "api/v1/agencies.json"} <= files.keys()
    assert files["api/v1/agencies/kota-uji.json"]["record"] == {"type": "kota", "name": "Kota Uji"}


def test_texts_are_those_of_the_data(write: Write) -> None:
    name = '</script> "&" \\ 😀'
    site = built(write, {f"{KOTA}/agency.yml": yaml.safe_dump({"type": "kota", "name": name})})
    assert files_of(site)["api/v1/agencies.json"]["agencies"][0]["name"] == name


def test_no_agency_takes_the_place_of_these_files(write: Write) -> None:
    folder = write({"agencies/api/agency.yml": AGENCY})
    assert [each.code for each in site_of(folder, TODAY)[1]] == ["name-reserved"]
