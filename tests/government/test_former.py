"""`formerly`: what was renamed keeps its addresses and its ids, and says so at its line if not."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write, at_length, codes
from pendopo.basics.addresses import urn
from pendopo.kinds.redirects.former_rules import former_site_rules
from pendopo.site.kind import Taken
from pendopo.site.planning import Site
from places import built, contents, place, site_of

KOTA = "agencies/kota-uji"
LAMA, BARU = f"{KOTA}/kecamatan-lama", f"{KOTA}/kecamatan-baru"
HEAD = "type: kecamatan\nname: Kecamatan Uji\n"
ARTICLE = "title: Kabar\npublished: 2026-01-05\nbody: Teks.\n"
PLAN = (
    "type: Renstra\ntitle: Renstra\nperiod: {start: 2021, end: 2026}\nvision: {statement: Maju}\n"
)
DOCUMENT = (
    "title: R\ntype: lainnya\ncategory: berkala\nform: [cetak]\npublished: 2026-01-05\n"
    "file: renstra.pdf\n"
)
RECORDS = {
    "agency.yml": f"{HEAD}documents: [{{title: R, file: renstra.pdf}}]\n",
    "media/renstra.pdf": "%PDF-1.7",
    "news/2026-01-05-kabar.yml": ARTICLE,
    "announcements/2026-01-05-umum.yml": ARTICLE,
    "documents/renstra.yml": DOCUMENT,
    "plans/2021-2026.yml": PLAN,
    "kelurahan-a/agency.yml": "type: kelurahan\nname: Kelurahan A\n",
    "redirects.yml": 'redirects: [{old: "index.php/profil", new: perencanaan}]\n',
}


def government(place: str, more: str = "", **others: str) -> dict[str, str]:
    """A data folder whose district lies at `place`, with `more` in its agency.yml."""
    records = {**RECORDS, "agency.yml": RECORDS["agency.yml"] + more}
    return {
        f"{KOTA}/agency.yml": AGENCY,
        **{f"{place}/{path}": text for path, text in records.items()},
        **others,
    }


def site(write: Write, files: dict[str, str]) -> Site:
    folder = write(files)
    assert codes(folder) == []
    return site_of(folder, TODAY)[0]


def leads(site: Site) -> dict[str, str]:
    """Where each old address leads."""
    return {
        each.address: each.shown.target
        for each in site.files
        if each.address.endswith("/index.html")
    }


def ids(site: Site) -> dict[str, list[str]]:
    """The ids in each feed by the feed's address."""
    return {
        each.address: re.findall(r"<id>(.*?)</id>", each.text)
        for each in site.files
        if each.address.endswith("atom.xml")
    }


@pytest.fixture
def before(tmp_path: Path) -> Site:
    root = tmp_path / "before"
    for path, text in {"portal.yml": PORTAL, **government(LAMA)}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    assert codes(root) == []
    return site_of(root, TODAY)[0]


def test_every_page_of_a_renamed_folder_leads_on_and_ids_stay(write: Write, before: Site) -> None:
    after = site(write, government(BARU, "formerly: kecamatan-lama\n"))
    old = {each for each in before.by_address if "kecamatan-lama" in each}
    assert len(old) > 10
    led = leads(after)
    assert {each for each in old if f"{each}index.html" not in led} == set()
    for address in old:
        assert led[f"{address}index.html"] == address.replace("kecamatan-lama", "kecamatan-baru")
    assert led["kota-uji/kecamatan-lama/index.php/profil/index.html"] == (
        "kota-uji/kecamatan-baru/perencanaan/"
    )
    assert led["kota-uji/kecamatan-lama/media/renstra.pdf/index.html"] == (
        "kota-uji/kecamatan-baru/media/renstra.pdf"
    )
    feeds = ids(before)
    assert len(feeds) > 4
    # Who subscribed to the old address goes on reading there.
    assert {address: ids(after).get(address) for address in feeds} == feeds
    moved = {each.replace("kecamatan-lama", "kecamatan-baru"): ids for each, ids in feeds.items()}
    assert {address: ids(after).get(address) for address in moved} == moved


def test_those_below_a_renamed_folder_keep_theirs(write: Write) -> None:
    below = {f"{BARU}/kelurahan-b/agency.yml": f"{HEAD}formerly: kelurahan-lama\n"}
    files = government(BARU, "formerly: kecamatan-lama\n", **below)
    files[f"{KOTA}/agency.yml"] = f"{AGENCY}formerly: [kota-tua, kota-lama]\n"
    after = site(write, files)
    agencies = after.context.directory.agencies
    assert agencies["kota-uji/kecamatan-baru/kelurahan-b"].formers == (
        *("kota-tua/kecamatan-lama/kelurahan-lama", "kota-lama/kecamatan-lama/kelurahan-lama"),
        *("kota-uji/kecamatan-lama/kelurahan-lama", "kota-tua/kecamatan-baru/kelurahan-lama"),
        *("kota-lama/kecamatan-baru/kelurahan-lama", "kota-uji/kecamatan-baru/kelurahan-lama"),
        *("kota-tua/kecamatan-lama/kelurahan-b", "kota-lama/kecamatan-lama/kelurahan-b"),
        *("kota-uji/kecamatan-lama/kelurahan-b", "kota-tua/kecamatan-baru/kelurahan-b"),
        "kota-lama/kecamatan-baru/kelurahan-b",
    )
    led = leads(after)
    new = "kota-uji/kecamatan-baru/kelurahan-b/"
    for former in agencies[new[:-1]].formers:
        assert led[f"{former}/index.html"] == new


def test_former_names_do_not_multiply_without_end(write: Write) -> None:
    names = ", ".join(f"lama-{number}" for number in range(10))
    files, place = {}, "agencies"
    for depth in range(6):
        place = f"{place}/desa-{depth}"
        files[f"{place}/agency.yml"] = f"type: desa\nname: Desa\nformerly: [{names}]\n"
    agencies = site(write, files).context.directory.agencies
    assert {len(each.formers) for each in agencies.values()} == {10, 50}


def test_an_agency_may_have_lain_elsewhere(write: Write) -> None:
    head = f"{HEAD}formerly: [/lain/kecamatan-lama, lain/kecamatan]\n"
    files = {f"{KOTA}/agency.yml": AGENCY, f"{BARU}/agency.yml": head}
    led = leads(site(write, files))
    assert led["lain/kecamatan-lama/index.html"] == "kota-uji/kecamatan-baru/"
    assert led["lain/kecamatan/index.html"] == "kota-uji/kecamatan-baru/"


def test_pages_of_a_renamed_file_lead_on_and_its_id_stays(write: Write) -> None:
    old = "2026-01-04-lama"
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/news/2026-01-05-kabar.yml": f"{ARTICLE}formerly: {old}.yml\n",
        f"{KOTA}/plans/2021-2026.yml": f"{PLAN}formerly: renstra\n",
    }
    after = site(write, files)
    led = leads(after)
    assert led[f"kota-uji/berita/{old}/index.html"] == "kota-uji/berita/2026-01-05-kabar/"
    plan = [each for each in after.by_address if "2021-2026" in each]
    assert len(plan) > 1
    for address in plan:
        assert led[f"{address.replace('2021-2026', 'renstra')}index.html"] == address
    assert ids(after)["kota-uji/berita/atom.xml"][1] == urn(f"kota-uji/berita/{old}/")
    moved = {path.replace(KOTA, "agencies/kota-baru"): text for path, text in files.items()}
    moved["agencies/kota-baru/agency.yml"] += "formerly: kota-uji\n"
    shutil.rmtree(write({}) / KOTA)
    again = site(write, moved)
    assert ids(again)["kota-baru/berita/atom.xml"][1] == urn(f"kota-uji/berita/{old}/")
    assert leads(again)[f"kota-uji/berita/{old}/index.html"] == (
        "kota-baru/berita/2026-01-05-kabar/"
    )


def test_what_redirects_say_of_a_former_folder_counts(write: Write) -> None:
    redirects = "redirects: [{old: kecamatan-lama/berita, new: /}]\n"
    files = government(BARU, "formerly: kecamatan-lama\n", **{f"{KOTA}/redirects.yml": redirects})
    after = site(write, files)
    found = [each.address for each in after.files]
    assert len(found) == len({*found})
    assert leads(after)["kota-uji/kecamatan-lama/berita/index.html"] == ""


HEAD_OF = f"{BARU}/agency.yml"
NEWS = f"{BARU}/news/2026-01-05-kabar.yml"


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        (HEAD_OF, "formerly: kecamatan-baru", "4:11 formerly-itself"),
        (HEAD_OF, "formerly: /kota-uji", "4:11 formerly-taken"),
        (HEAD_OF, "formerly: [a, kecamatan-baru/kelurahan-a]", None),
        (HEAD_OF, "formerly: [a, /kota-uji/kecamatan-baru/kelurahan-a]", "4:15 formerly-taken"),
        (HEAD_OF, "formerly: [a, a]", "4:15 formerly-twice"),
        (HEAD_OF, "formerly: berita", "4:11 formerly-reserved"),
        (HEAD_OF, "formerly: /instansi", "4:11 formerly-reserved"),
        (HEAD_OF, "formerly: Kecamatan Lama", "4:11 formerly-folder"),
        (HEAD_OF, "formerly: ../x", "4:11 formerly-folder"),
        (HEAD_OF, f"formerly: [{', '.join(map(str, range(11)))}]", "4:11 formerly-many"),
        (NEWS, "formerly: 2026-01-05-kabar.md", "4:11 formerly-itself"),
        (NEWS, "formerly: news/2026-01-05-kabar", "4:11 formerly-file"),
        (NEWS, "formerly: 2026-01-04-lain", "4:11 formerly-taken"),
        (NEWS, "formerly: [a, a]", "4:15 formerly-twice"),
    ],
)
def test_a_former_name_that_cannot_be_is_told_at_its_line(
    write: Write, path: str, line: str, expected: str | None
) -> None:
    files = government(BARU) | {f"{BARU}/news/2026-01-04-lain.yml": ARTICLE.replace("05", "04")}
    found = codes(write({**files, path: f"{files[path]}{line}\n"}))
    assert found == ([f"{path}:{expected}"] if expected else [])


def test_pages_written_by_hand_stay_where_they_are(write: Write) -> None:
    context = site_of(write(government(BARU, "formerly: kecamatan-lama\n")), TODAY)[0].context
    by_hand = frozenset({"kota-uji/kecamatan-lama/sejarah/index.html"})
    found = [*former_site_rules(context, Taken(frozenset(), by_hand), [])]
    assert [each.code for each in found] == ["formerly-reserved"]
    assert [*former_site_rules(context, Taken(frozenset(), frozenset({"lain/"})), [])] == []


def test_of_two_that_were_the_same_the_second_is_told(write: Write) -> None:
    other = {f"{KOTA}/kecamatan-lain/agency.yml": f"{HEAD}formerly: kecamatan-lama\n"}
    found = codes(write(government(BARU, "formerly: kecamatan-lama\n", **other)))
    assert found == [f"{KOTA}/kecamatan-lain/agency.yml:3:11 formerly-twice"]


@at_length
def test_a_build_after_the_renaming_writes_what_one_from_nothing_does(
    write: Write, tmp_path: Path
) -> None:
    folder = write(government(LAMA))
    assert not isinstance(built(folder, place(tmp_path / "a"), TODAY), list)
    (folder / LAMA).rename(folder / BARU)
    write({f"{BARU}/agency.yml": f"{RECORDS['agency.yml']}formerly: kecamatan-lama\n"})
    for name in ("a", "b"):
        assert not isinstance(built(folder, place(tmp_path / name), TODAY), list)
    one, two = contents(tmp_path / "a/site"), contents(tmp_path / "b/site")
    assert one == two
    assert "kota-uji/kecamatan-lama/kelurahan-a/index.html" in one
    assert b"kecamatan-lama" not in one["sitemap.xml"]
