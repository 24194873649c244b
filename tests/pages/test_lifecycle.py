"""What became of agencies: renamed, merged, split, closed, replaced."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import PORTAL, ROOT, TODAY, Write, codes, warnings
from markup import masthead, one, parse, renderer_of, shown, text, texts
from pendopo.basics import addresses
from pendopo.build.manifest import PageRow
from pendopo.build.output import WrittenFile
from pendopo.build.search.shards import documents
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import built as build
from places import contents, place, site_of

LAW = "  law: {title: Perda 1/2025, url: https://contoh.example/perda.pdf}\n"
PLAN = (
    "type: Renstra\ntitle: Renstra\nperiod: {start: 2021, end: 2026}\ngoals:\n  statements:\n"
    "    - statement: Bersih\n      indicators:\n"
    "        - {name: Sampah, unit: '%', polarity: higher, targets: {2024: 1, 2025: 2}}\n"
)


def agency(name: str, more: str = "", kind: str = "dinas") -> str:
    return f"type: {kind}\nname: {name}\n{more}"


def status(state: str, *successors: str, since: str = "2025-01-03", more: str = LAW) -> str:
    named = f"  successors: [{', '.join(successors)}]\n" if successors else ""
    return f"status:\n  state: {state}\n  since: {since}\n{named}{more}"


TOP = {
    "agencies/kota/agency.yml": agency("Kota Uji", kind="kota"),
    "agencies/lain/agency.yml": agency("Kota Lain", kind="kota"),
    "agencies/lain/baru/agency.yml": agency("Dinas Baru"),
}


def files(state: str = "digabung", *successors: str, since: str = "2025-01-03") -> dict[str, str]:
    found = status(state, *(successors or ("lain/baru",)), since=since)
    return {**TOP, "agencies/kota/lama/agency.yml": agency("Dinas Lama", found)}


def site(write: Write, found: Mapping[str, str]) -> Site:
    made, problems = site_of(write(found), TODAY)
    assert faults(problems) == []
    return made


def links(made: Site, address: str) -> set[str]:
    """The addresses that the content of a page leads to, from the root."""
    back = "../" * address.count("/") or "./"
    return {each.attrib["href"].removeprefix(back) for each in shown(made, address).iter("a")}


@pytest.mark.parametrize(
    ("state", "successors", "said"),
    [
        ("digabung", ["lain/baru"], "telah digabung sejak 3 Januari 2025."),
        ("dipecah", ["lain/baru", "kota"], "telah dipecah sejak 3 Januari 2025."),
        ("digantikan", ["lain/baru"], "telah digantikan sejak 3 Januari 2025."),
        ("ditutup", [], "telah ditutup sejak 3 Januari 2025."),
    ],
)
def test_every_page_of_an_ended_agency_says_so_first(
    write: Write, state: str, successors: list[str], said: str
) -> None:
    head = agency("Dinas Lama", status(state, *successors))
    news = "title: Kabar\npublished: 2024-01-01\nbody: Teks.\n"
    more = {"agencies/kota/lama/agency.yml": head, "agencies/kota/lama/news/2024-01-01-a.yml": news}
    made = site(write, {**TOP, **more})
    own = [page.address for page in made.pages if page.agency and page.agency.id == "kota/lama"]
    assert len(own) == 3
    for address in own:
        notice = one(masthead(made, address), ".//div[@class='ended']")
        assert said in text(notice)
        assert "Dasar hukum: Perda 1/2025." in text(notice)
        back = "../" * address.count("/")
        found = [each.attrib["href"].removeprefix(back) for each in notice.iter("a")]
        assert found == [
            "https://contoh.example/perda.pdf",
            *(addresses.profile(each) for each in successors),
        ]
    for other in ("kota/", "lain/baru/", ""):
        assert masthead(made, other).find(".//div[@class='ended']") is None


def test_lists_leave_it_out_but_for_those_of_former_agencies(write: Write) -> None:
    found = files() | {"agencies/kota/lama/plans/2021-2026.yml": PLAN}
    found |= {"agencies/kota/baik/agency.yml": agency("Dinas Baik")}
    found |= {"agencies/kota/baik/plans/2021-2026.yml": PLAN}
    made = site(write, found)
    for address in ("", "instansi/dinas/", "kota/", "kinerja/rencana-berlaku/"):
        assert not any("kota/lama/" in each for each in links(made, address)), address
    assert "kota/baik/" in links(made, "kinerja/rencana-berlaku/")
    page = shown(made, "instansi/")
    assert "Dinas Lama" not in text(one(page, "ul[@class='tree']"))
    assert text(page.find("h2")) == "Bekas instansi"
    assert texts(page, "ul[last()]/li") == [
        "Dinas Lama, Kota Uji Digabung sejak 3 Januari 2025; diteruskan oleh Dinas Baru"
    ]
    assert "Dinas (2)" in text(page.find("nav"))
    assert "Semua instansi (4)" in text(shown(made, ""))
    assert "kota/lama/" in made.by_address


def test_those_below_it_move_up_in_lists(write: Write) -> None:
    below = {"agencies/kota/lama/uptd/agency.yml": agency("UPTD Sampah", kind="uptd")}
    made = site(write, files() | below)
    (_, city) = one(shown(made, "instansi/"), "ul[@class='tree']").findall("li")
    assert texts(city, "ul/li/a") == ["UPTD Sampah"]
    assert "kota/lama/uptd/" in links(made, "")


def test_its_last_listing_may_be_the_only_page_of_the_directory(write: Write) -> None:
    made = site(write, {"agencies/a/agency.yml": agency("Dinas A", status("ditutup"))})
    assert text(shown(made, "instansi/").find("h2")) == "Bekas instansi"
    assert [page.address for page in made.pages if page.address.startswith("instansi/")] == [
        "instansi/"
    ]


def test_before_its_day_nothing_of_it_shows(write: Write) -> None:
    folder = write(files(since="2026-03-01"))
    made, problems = site_of(folder, TODAY)
    assert [(each.place(), each.code, each.severity) for each in problems] == [
        ("agencies/kota/lama/agency.yml:5:10", "status-ahead", "information")
    ]
    assert masthead(made, "kota/lama/").find(".//div[@class='ended']") is None
    assert "kota/lama/" in links(made, "kota/")
    assert "Bekas instansi" not in text(shown(made, "instansi/"))
    assert "Meneruskan tugas" not in text(shown(made, "lain/baru/"))
    assert "dissolutionDate" not in renderer_of(made).page(made.by_address["kota/lama/"]).shell.head


def test_a_successor_names_those_before_it(write: Write) -> None:
    page = shown(site(write, files()), "lain/baru/")
    assert text(page.find("h2[@id='riwayat']")) == "Riwayat"
    assert texts(page, "ul/li")[-1] == (
        "Meneruskan tugas: Dinas Lama (Digabung, sejak 3 Januari 2025)"
    )
    assert "kota/lama/" in links(site(write, files()), "lain/baru/")


def test_a_renamed_agency_lives_on_and_tells_its_former_name(write: Write) -> None:
    former = (
        "  former_names:\n"
        "    - {name: Dinas Kebersihan, until: 2025-01-02, law: {title: Perda 9}}\n"
        "    - name: Dinas Pasar\n  note: Kantornya **tetap**.\n"
    )
    head = agency("Dinas Lingkungan", status("berganti-nama", more=LAW + former))
    made = site(write, {**TOP, "agencies/kota/dlh/agency.yml": head})
    page = shown(made, "kota/dlh/")
    assert texts(page, "ul/li")[-2:] == [
        "Sampai 2 Januari 2025 bernama Dinas Kebersihan (Perda 9)",
        "Dahulu: Dinas Pasar",
    ]
    assert "Dasar hukum: Perda 1/2025 Kantornya tetap." in text(page)
    assert "kota/dlh/" in links(made, "kota/")
    assert masthead(made, "kota/dlh/").find(".//div[@class='ended']") is None
    head_html = renderer_of(made).page(made.by_address["kota/dlh/"]).shell.head
    assert '"alternateName":["Dinas Kebersihan","Dinas Pasar"]' in head_html
    assert "dissolutionDate" not in head_html


def test_machines_are_told(write: Write) -> None:
    made = site(write, files())
    listed = next(each.text for each in made.files if each.address == addresses.api("agencies"))
    assert '"status":{"state":"digabung","since":"2025-01-03","successors":["lain/baru"]}' in listed
    assert listed.count('"status"') == 1
    head = renderer_of(made).page(made.by_address["kota/lama/"]).shell.head
    assert '"dissolutionDate":"2025-01-03"' in head


def test_search_marks_it_and_knows_former_names(write: Write) -> None:
    former = "  former_names: [{name: Dinas Kebersihan}]\n"
    head = agency("Dinas Lama", status("digabung", "lain/baru", more=LAW + former))
    made = site(write, {**TOP, "agencies/kota/lama/agency.yml": head})
    row = PageRow("kota/lama/", *[""] * (len(PageRow._fields) - 1))._replace(kind="Profil")
    file = WrittenFile("", (0,) * 5)
    (found,) = documents(made.context, [row], {"kota/lama/index.html": file})
    assert (found.who.name, found.who.also) == ("Dinas Lama (bekas instansi)", "Dinas Kebersihan")


def test_results_that_were_due_after_its_end_are_not_missed(write: Write) -> None:
    plan = {"agencies/kota/lama/plans/2021-2026.yml": PLAN.replace("2024: 1, ", "")}
    address = "kota/lama/perencanaan/2021-2026/"
    assert "Belum jatuh tempo" in text(shown(site(write, files() | plan), address))
    living = {**TOP, "agencies/kota/lama/agency.yml": agency("Dinas Lama"), **plan}
    assert "Belum dilaporkan" in text(shown(site(write, living), address))


def test_in_an_english_site_what_staff_wrote_is_marked(write: Write) -> None:
    made = site(write, files() | {"portal.yml": f"{PORTAL}language: en\n"})
    notice = one(masthead(made, "kota/lama/"), ".//div[@class='ended']")
    assert "This agency has been merged since 3 January 2025." in text(notice)
    assert [text(each) for each in notice.findall(".//span[@lang='id']")] == ["Perda 1/2025"]


def of_status(*lines: str) -> str:
    return agency("Dinas A", "status:\n" + "".join(f"  {line}\n" for line in lines))


A, PATH = "agencies/a", "agencies/a/agency.yml"


@pytest.mark.parametrize(
    ("state", "named", "expected"),
    [
        ("digabung", "b", "6:16 successor-missing"),
        ("digabung", "kota/bary", "6:16 successor-missing-nearest"),
        ("digabung", "a", "6:16 successor-self"),
        ("digabung", "lain, lain", "6:22 successor-twice"),
        ("dipecah", "lain", "4:10 successors-two"),
        ("dipecah", "lain, lain", "4:10 successors-two"),
        ("ditutup", "lain", "6:16 closed-successor"),
        ("digabung", "Kota/Baru", "6:16 agency-id"),
        ("bubar", "lain", "4:10 value-choice"),
    ],
)
def test_successors_that_cannot_be_are_told(
    write: Write, state: str, named: str, expected: str
) -> None:
    own = of_status(f"state: {state}", "since: 2025-01-03", f"successors: [{named}]")
    found = codes(write({**TOP, "agencies/kota/baru/agency.yml": agency("X"), PATH: own}))
    assert f"{PATH}:{expected}" in found
    assert len(found) == (2 if "lain, lain" in named and state == "dipecah" else 1)


@pytest.mark.parametrize("state", ["digabung", "digantikan"])
def test_a_state_that_needs_a_successor_is_told(write: Write, state: str) -> None:
    own = of_status(f"state: {state}", "since: 2025-01-03")
    assert codes(write({PATH: own})) == [f"{PATH}:4:10 successors-none"]


def test_successors_in_a_circle_are_told(write: Write) -> None:
    found = {
        f"agencies/{name}/agency.yml": agency(name, status("digabung", after))
        for name, after in (("a", "b"), ("b", "c"), ("c", "b"), ("d", "e"), ("e", "f"))
    } | {"agencies/f/agency.yml": agency("F")}
    assert [each.partition(":")[0] for each in codes(write(found))] == [
        f"agencies/{name}/agency.yml" for name in "abc"
    ]


def test_a_long_line_of_successors_is_followed_to_its_end(write: Write) -> None:
    found = {
        f"agencies/a{n}/agency.yml": agency(f"A{n}", status("digabung", f"a{n + 1}"))
        for n in range(40)
    } | {"agencies/a40/agency.yml": agency("A40")}
    _, problems = site_of(write(found), TODAY)
    assert {each.code for each in problems} == {"successor-ended-last"}
    assert {dict(each.values)["last"] for each in problems} == {"a40"}
    assert len(problems) == 39


def test_what_may_be_wrong_is_a_warning(write: Write) -> None:
    found = {
        **files("digabung", "kota/tutup"),
        "agencies/kota/tutup/agency.yml": agency("Tutup", status("ditutup", more="")),
        "agencies/kota/tutup/bawah/agency.yml": agency("Bawah"),
        "agencies/kota/tutup/juga/agency.yml": agency("Juga", status("ditutup")),
        "agencies/kota/jauh/agency.yml": agency("Jauh", status("ditutup", since="2028-01-01")),
    }
    assert warnings(write(found)) == [
        "agencies/kota/jauh/agency.yml:5:10 status-far",
        "agencies/kota/lama/agency.yml:6:16 successor-ended",
        "agencies/kota/tutup/agency.yml:3:1 status-law",
        "agencies/kota/tutup/bawah/agency.yml:1:1 status-below",
    ]


def test_a_changed_name_of_a_successor_anywhere_renders_the_ended_agency(
    tmp_path: Path, write: Write
) -> None:
    data = write(files())
    build(data, place(tmp_path / "one"), TODAY)
    for name, old, new in (("lain/baru", "Baru", "Cipta"), ("kota/lama", "Lama", "Usang")):
        path = data / f"agencies/{name}/agency.yml"
        path.write_text(path.read_text().replace(f"Dinas {old}", f"Dinas {new}"))
        build(data, place(tmp_path / "one"), TODAY)
    build(data, place(tmp_path / "two"), TODAY)
    after = contents(tmp_path / "one/site")
    assert after == contents(tmp_path / "two/site")
    assert "Dinas Cipta" in after["kota/lama/index.html"].decode()
    assert "Dinas Usang" in after["lain/baru/index.html"].decode()


def test_the_day_on_which_it_ends_changes_the_site(tmp_path: Path, write: Write) -> None:
    data = write(files(since="2026-02-02"))
    build(data, place(tmp_path / "one"), TODAY)
    build(data, place(tmp_path / "one"), TODAY.replace(day=2))
    build(data, place(tmp_path / "two"), TODAY.replace(day=2))
    after = contents(tmp_path / "one/site")
    assert after == contents(tmp_path / "two/site")
    page = parse(after["kota/lama/index.html"].decode())
    assert "telah digabung" in text(page)


def test_the_example_of_the_guide_is_sound(write: Write) -> None:
    guide = (ROOT / "docs/panduan/riwayat-instansi.md").read_text()
    for example in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL):
        found = {**TOP, "agencies/kota-contoh/agency.yml": agency("Kota Contoh", kind="kota")}
        found["agencies/kota-contoh/dinas-lingkungan/agency.yml"] = agency("Dinas Lingkungan")
        found[PATH] = agency("Dinas A", example)
        assert codes(write(found)) == []
