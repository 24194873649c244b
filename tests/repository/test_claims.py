"""What README.md, CONTRIBUTING.md, SECURITY.md and publiccode.yml say of the repository is so."""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from click import Context

import pendopo
from conftest import MINIATURE, ROOT, TODAY, Write
from guide import GUIDE
from pendopo.basics.translations import LANGUAGES, number
from pendopo.build.division import MOST
from pendopo.build.sizes import MUCH, TOO_MUCH
from pendopo.commands import Commands
from pendopo.commands.stale import MONTHS
from pendopo.history import search, states
from pendopo.pictures.renditions import WIDTHS
from pendopo.problems.formats.rows import SEVERITIES, Row
from places import site_of

DOCUMENTS = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")
}
PACKAGE = Path(pendopo.__file__).parent
WALK_THROUGH = "## Walk-through"
PATH = re.compile(r"`([\w.-]+/[\w./-]*|\w+\.(?:py|html|json|yml))`")
"""A file or folder as these documents name it: within the repository or within the package."""
MADE = ("site/", "dist/", ".site.pendopo/", ".well-known/", "build.json", "forms.json")
"""Folders and files that only a command or a publisher makes."""


def without_walk_through(text: str) -> str:
    """The walk-through names files of a kind that does not exist; a test of its own follows it."""
    before, _, after = text.partition(WALK_THROUGH)
    return before + after.partition("\n## ")[2]


def rows(text: str, heading: str) -> Iterator[list[str]]:
    """The cells of the rows of the first table below a heading."""
    table = text.partition(heading)[2].partition("\n|")[2].partition("\n\n")[0]
    for line in table.splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_a_document_names_exists(name: str) -> None:
    named = [
        path
        for path in PATH.findall(without_walk_through(DOCUMENTS[name]))
        if not path.startswith(MADE) and "NAME" not in path
    ]
    rooms = [each for each in PACKAGE.iterdir() if each.is_dir()]
    roots = (ROOT, ROOT / "tests", MINIATURE / "agencies/kota-contoh", PACKAGE, *rooms)
    missing = [path for path in named if not any((root / path).exists() for root in roots)]
    assert len(named) > 1
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    found = re.findall(r"\]\(((?!https?:)[^)#]+)", DOCUMENTS[name])
    assert [path for path in found if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_target_of_make_that_a_document_names_exists(name: str) -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):.*## ", (ROOT / "Makefile").read_text()))
    named = set(re.findall(r"(?m)(?:`|^)make ([a-z-]+)(?=[ `])", DOCUMENTS[name]))
    assert named <= targets


def test_make_alone_lists_every_target() -> None:
    said = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    phony = re.findall(r"(?m)^\.PHONY: (.*)", (ROOT / "Makefile").read_text())[0].split()
    assert [target for target in phony if f"make {target} " not in said] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/panduan.md"])
def test_every_option_of_pendopo_that_a_document_names_exists(document: str) -> None:
    text = " ".join((ROOT / document).read_text("utf-8").split())
    named = set(re.findall(r"`pendopo ([a-z]+) (--[a-z-]+)", text))
    assert ("build", "--keep-going") in named
    commands = Commands(str)
    for name, option in named:
        command = commands.get_command(Context(commands), name)
        assert command
        assert option in {each for given in command.params for each in given.opts}


def test_every_command_and_option_of_the_readme_exists() -> None:
    text = " ".join(DOCUMENTS["README.md"].split())
    commands = Commands(str)
    named = set(re.findall(r"[`/ ]pendopo ([a-z]+)[ `;]", text))
    assert named >= {"forms", "check", "upgrade"}
    found = {name: commands.get_command(Context(commands), name) for name in named}
    assert {name for name, each in found.items() if each is None} == set()
    check = found["check"]
    assert check
    options = {each for given in check.params for each in given.opts}
    assert set(re.findall(r"`(--(?:fix|explain|stale|format))", text)) <= options
    assert MONTHS == 6
    assert "`--stale` lists instead the files that nobody has touched for six months" in text


def test_the_limits_of_a_build_that_keeps_going_are_those_of_the_code() -> None:
    text = " ".join(DOCUMENTS["CONTRIBUTING.md"].split())
    assert states.MOST_COMMITS == 50
    assert "up to fifty commits" in text
    assert (search.PATIENCE, search.MOST_ROUNDS) == (10, 20)
    assert "After ten rounds such an agency is left out, with those below it; after twenty" in text


def test_the_rooms_are_those_of_the_package() -> None:
    named = (
        DOCUMENTS["CONTRIBUTING.md"].partition("hooks/pendopo/  ")[2].partition("overrides/\n")[0]
    )
    rooms = {each.name for each in PACKAGE.iterdir() if (each / "__init__.py").exists()}
    assert len(rooms) > 8
    assert {room for room in rooms if f"\n  {room}/" not in named} == set()


def test_an_agency_of_the_readme_is_sound(write: Write) -> None:
    example = re.findall(r"```yaml\n(.*?)```", DOCUMENTS["README.md"], re.DOTALL)
    assert len(example) == 1
    site, problems = site_of(write({"agencies/kecamatan-moti/agency.yml": example[0]}), TODAY)
    assert problems == []
    assert "kecamatan-moti/" in site.by_address


class Measured(NamedTuple):
    """A section of docs/benchmarks.md: how large its government is, and its rows by name."""

    pages: int
    agencies: int
    table: Mapping[str, list[str]]


def measured(shape: str = "") -> list[Measured]:
    """What was measured of governments of a shape, by size."""
    text = (ROOT / "docs/benchmarks.md").read_text("utf-8")
    head = rf"(?m)^(## ([\d,]+) pages{shape})\n\n([\d,]+) agencies"
    return [
        Measured(
            int(pages.replace(",", "")),
            int(agencies.replace(",", "")),
            {row[0]: row for row in rows(text, f"{heading}\n")},
        )
        for heading, pages, agencies in re.findall(head, text)
    ]


def largest() -> Measured:
    """The largest government that was measured with other generators beside Pendopo."""
    return [each for each in measured() if "Hugo, the whole job" in each.table][-1]


def test_the_figures_of_the_readme_are_those_that_were_measured() -> None:
    text = (ROOT / "docs/benchmarks.md").read_text("utf-8")
    pages, offices, table = largest()
    cold, edit = float(table["Pendopo, cold"][1]), float(table["Pendopo, one edit"][1])
    readme = " ".join(DOCUMENTS["README.md"].split())
    assert f"The {round(pages, -3):,} pages of {round(offices, -1):,} agencies, with" in readme
    assert f"are built in {cold:.0f} seconds; after an edit it takes {edit:.0f}" in readme
    served = max(float(each) for each in re.findall(r"saved to served.*?: ([\d.]+) s", text))
    assert served < 2
    assert "`make serve` shows it within two" in readme
    each = float(table["Pendopo, cold"][7]) / offices
    assert f"fills {each:.1f} MB of it, so some {round(1000 / each, -2):,.0f} of them fit" in readme


def test_the_figures_of_the_guide_on_large_sites_are_those_that_were_measured() -> None:
    guide = " ".join((ROOT / "docs/panduan/situs-besar.md").read_text("utf-8").split())
    pages, offices, table = largest()
    cold, edit = (round(float(table[f"Pendopo, {each}"][1])) for each in ("cold", "one edit"))
    memory, megabytes = (float(table["Pendopo, cold"][each]) for each in (3, 7))
    counts = f"{number(offices, 'id')} instansi, {number(pages, 'id')} halaman"
    assert f"{counts}: {cold} detik dari nol, {edit} detik sesudah satu suntingan" in guide
    assert f"memori {memory:.0f} MB" in guide
    assert f"Situs {number(pages, 'id')} halaman di atas sebesar {megabytes:.0f} MB" in guide
    assert "2 cores" in (ROOT / "docs/benchmarks.md").read_text("utf-8").rpartition("\n## ")[2]
    assert "pada mesin dengan dua prosesor" in guide
    nation = measured(", places that have little but a profile")[-1]
    minutes = round(float(nation.table["Pendopo, cold"][1]) / 60)
    edit, check = (
        round(float(nation.table[each][1])) for each in ("Pendopo, one edit", "pendopo check")
    )
    memory = max(float(row[3]) for row in nation.table.values())
    counts = f"{number(nation.agencies, 'id')} instansi, {number(nation.pages, 'id')} halaman"
    assert f"{counts}: {minutes} menit dari nol, {edit} detik sesudah satu suntingan" in guide
    assert f"{check} detik untuk memeriksa semuanya" in guide
    assert f"{number(round(memory / 1000), 'id')} GB memori" in guide
    each = round(megabytes / offices, 1)
    fit = number(int(round(1000 / (megabytes / offices), -2)), "id")
    assert f"sekitar {fit} instansi, {number(Decimal(str(each)), 'id')} MB setiapnya" in guide
    assert f"dengan peringatan mulai {MUCH // 1_000_000} MB" in guide
    assert f"Dari {TOO_MUCH // 1_000_000} MB `make size` menghentikan" in guide
    assert f"`with: {{ shards: 4 }}` dalam alur kerja, paling banyak {MOST}" in guide


def test_what_a_page_costs_in_large_sites_is_what_was_measured() -> None:
    told = " ".join(DOCUMENTS["CONTRIBUTING.md"].split())
    small, large = (measured(", places that have little but a profile")[each] for each in (0, -1))
    pairs = ((largest(), measured()[-1]), (small, large))
    for less, more in pairs:
        costs = [float(each.table["Pendopo, cold"][4]) for each in (less, more)]
        first, second = (f"{cost:.1f}" for cost in costs)
        assert f"{first} ms at {less.pages:,} pages and {second} at {more.pages:,}" in told
        assert more.pages > 2 * less.pages
        assert costs[1] / costs[0] <= 1.1
    edit = float(large.table["Pendopo, one edit"][1])
    assert f"{edit:.0f} s among {large.agencies:,} agencies" in told


def test_what_shares_cost_is_told_to_publishers_as_it_was_measured() -> None:
    told = " ".join(DOCUMENTS["CONTRIBUTING.md"].split())
    said = r"Of ([\d,]+) pages .{,60}, a build in one piece took (\d+) s of the processors, each of"
    found = re.search(rf"{said} four shares ([\d.]+) s, and joining them ([\d.]+) s", told)
    assert found
    pages, whole, share, joining = (Decimal(each.replace(",", "")) for each in found.groups())
    assert whole < 4 * share
    guide = " ".join((ROOT / "docs/panduan/situs-besar.md").read_text("utf-8").split())
    one, both = (number(each, "id") for each in (share, joining))
    size = f"dari {number(pages, 'id')} halaman dengan empat bagian"
    costs = (
        f"setiap bagian {one} detik prosesor, penggabungan {both} detik; sekaligus {whole} detik"
    )
    assert f"{size}: {costs}" in guide
    said = r"Of ([\d,]+) pages, with two cores each, the slowest of eight shares took (\d+) s,"
    found = re.search(rf"{said} joining them (\d+) s, and a build in one piece (\d+) s", told)
    assert found
    pages, share, joining, whole = (Decimal(each.replace(",", "")) for each in found.groups())
    assert share + joining < whole
    size = f"dari {number(pages, 'id')} halaman dengan delapan bagian"
    costs = (
        f"bagian paling lambat {share} detik, penggabungan {joining} detik; sekaligus {whole} detik"
    )
    assert f"{size}: {costs}" in guide


def test_what_a_cluster_gains_follows_from_what_was_measured() -> None:
    told = " ".join(DOCUMENTS["CONTRIBUTING.md"].split())
    found = re.search(
        r"at best ([\d.]+) \+ ([\d.]+)/N seconds: two fifths .* a third with 100", told
    )
    assert found
    here, workers = map(float, found.groups())
    eight, hundred = ((here + workers / each) / (here + workers) for each in (8, 100))
    assert (round(eight * 5), round(hundred * 3)) == (2, 1)
    guide = (ROOT / "docs/panduan/situs-besar.md").read_text("utf-8")
    assert "8 pekerja: dua perlima waktu satu pekerja; 100 pekerja: sepertiga" in guide


def test_every_package_that_is_asked_for_has_its_reason() -> None:
    wanted = {
        re.split(r"[\[=<>*]", line)[0].strip().lower()
        for path in (ROOT / "requirements").glob("*.in")
        for line in path.read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    }
    wanted |= json.loads((ROOT / "tests/audit/package.json").read_text())["dependencies"].keys()
    told = " ".join(row[0] for row in rows(DOCUMENTS["CONTRIBUTING.md"], "\n## Dependencies"))
    unnamed = {each for each in wanted if each not in told}
    assert "types-*" in told
    assert {each for each in unnamed if not each.startswith("types-")} == set()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name
)
def test_every_package_is_pinned_with_hashes_and_none_names_a_registry(path: Path) -> None:
    text = re.sub(r"\\\n", "", path.read_text())
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(lines) > 1
    assert [
        line for line in lines if not re.match(r"[\w.-]+(\[\w+\])?==\S+.* --hash=sha256:", line)
    ] == []
    assert "://" not in text


def test_the_keys_of_the_report_for_programs_are_those_of_the_readme() -> None:
    told = DOCUMENTS["README.md"].partition("--format json`")[2].partition("`--format sarif`")[0]
    assert [each for each in Row._fields if f"`{each}`" not in told] == []
    assert [each for each in SEVERITIES if f"`{each}`" not in told] == []


def test_the_limits_of_a_site_are_those_of_the_readme() -> None:
    readme = " ".join(DOCUMENTS["README.md"].split())
    assert f"with a warning from {MUCH // 1_000_000} MB on" in readme
    assert f"from {TOO_MUCH // 1_000_000} MB on it fails" in readme
    assert f"selebar {number(WIDTHS[-1], 'id')} piksel" in GUIDE


def test_catalogues_of_public_software_find_what_they_need() -> None:
    """The keys that publiccode.yml 0 demands, with the values that it knows."""
    found = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert found["publiccodeYmlVersion"] == "0"
    assert found["softwareVersion"] == pendopo.__version__
    assert found["name"] == "Pendopo"
    assert re.fullmatch(r"https://\S+\.git", found["url"])
    assert set(found["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert found["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert found["softwareType"] == "standalone/other"
    assert found["maintenance"]["type"] == "community"
    assert all(each["name"] for each in found["maintenance"]["contacts"])
    assert found["localisation"]["localisationReady"] is True
    languages = set(found["localisation"]["availableLanguages"])
    assert languages == found["description"].keys() == set(LANGUAGES)
    for said in found["description"].values():
        assert len(said["shortDescription"]) <= 150
        assert 500 <= len(said["longDescription"]) <= 10_000
        assert all(len(each) <= 100 for each in said["features"])
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert found["legal"]["license"] == tomllib.load(file)["project"]["license"]
