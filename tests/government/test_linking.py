"""Problems that need all records: codes, names, pictures, plans above, dates of names."""

import pytest

from conftest import AGENCY, TODAY, Write, codes
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.registry import KINDS
from places import site_of
from samples import JPEG, PNG

KOTA, CAMAT = "agencies/kota-uji", "agencies/kota-uji/kecamatan-a"
HEAD, CAMAT_HEAD = f"{KOTA}/agency.yml", f"{CAMAT}/agency.yml"
UNSOUND = "type: kota\n"
VISION = "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\nvision: {statement: Maju}\n"
DERIVED = (
    "type: Renstra\ntitle: Renstra\nperiod: {{start: 2025, end: 2029}}\nderives_from: {}\n".format
)


def agency(code: str = "", more: str = "") -> str:
    return AGENCY + (f"region_code: {code}\n" if code else "") + more


def article(day: str, title: str = "Kabar") -> str:
    return f"title: {title}\npublished: {day}\nbody: Teks.\n"


@pytest.mark.parametrize(
    ("above", "between", "code"),
    [
        ("12", None, "12.75"),
        ("12.75", None, "12.75.05"),
        ("12.75", None, "12.75"),
        ("12.75", "", "12.75.05"),
        ("12.75", "12.75.05", "12.75.05.1001"),
        ("", "", "12.75"),
        ("12.75", None, ""),
        ("12", "12.75", "12.75.05"),
    ],
)
def test_a_region_code_may_begin_with_that_of_the_nearest_agency_above_that_has_one(
    write: Write, above: str, between: str | None, code: str
) -> None:
    files = {HEAD: agency(above)}
    if between is not None:
        files[CAMAT_HEAD] = agency(between)
    below = CAMAT if between is not None else KOTA
    assert codes(write({**files, f"{below}/desa-b/agency.yml": agency(code)})) == []


@pytest.mark.parametrize(
    ("above", "between", "code", "expected"),
    [
        ("12.75", None, "12.76.05", "12.75"),
        ("12.75", None, "12", "12.75"),
        ("12.75.05", None, "12.75", "12.75.05"),
        ("12.75", "", "12.76.05", "12.75"),
        ("12.75", "12.75.05", "12.75.06.1001", "12.75.05"),
    ],
)
def test_another_region_code_is_told(
    write: Write, above: str, between: str | None, code: str, expected: str
) -> None:
    files = {HEAD: agency(above)}
    if between is not None:
        files[CAMAT_HEAD] = agency(between)
    below = CAMAT if between is not None else KOTA
    folder = write({**files, f"{below}/desa-b/agency.yml": agency(code)})
    _, (problem,) = site_of(folder, TODAY)
    assert problem.place() == f"{below}/desa-b/agency.yml:3:14"
    assert problem.code == "region-code-parent"
    assert dict(problem.values) == {"value": code, "parent": expected, "name": "Kota Uji"}


@pytest.mark.parametrize("name", sorted(KINDS.links.portal_names))
def test_no_agency_at_the_top_takes_the_address_of_a_page_of_the_portal(
    write: Write, name: str
) -> None:
    path = f"agencies/{name}/agency.yml"
    assert f"{path}:1:1 name-reserved" in codes(write({path: AGENCY}))


@pytest.mark.parametrize("name", sorted(KINDS.links.agency_names - {"media"}))
def test_no_agency_takes_the_address_of_a_page_of_the_one_above(write: Write, name: str) -> None:
    path = f"{KOTA}/{name}/agency.yml"
    assert f"{path}:1:1 name-reserved" in codes(write({HEAD: AGENCY, path: AGENCY}))


@pytest.mark.parametrize("name", ["visi-misi", "tujuan-sasaran", "media-center"])
def test_a_name_that_is_reserved_only_below_is_free_at_the_top(write: Write, name: str) -> None:
    assert codes(write({f"agencies/{name}/agency.yml": AGENCY})) == []


@pytest.mark.parametrize("name", ["instansi", "assets", "tentang", "panduan", "search"])
def test_a_name_that_is_reserved_only_at_the_top_is_free_below(write: Write, name: str) -> None:
    assert codes(write({HEAD: AGENCY, f"{KOTA}/{name}/agency.yml": AGENCY})) == []


@pytest.mark.parametrize(
    ("name", "reserved"), [("visi-misi", True), ("tujuan-sasaran", True), ("tentang", False)]
)
def test_names_are_judged_by_where_the_folder_lies_even_if_the_agency_above_is_not_sound(
    write: Write, name: str, reserved: bool
) -> None:
    found = codes(write({HEAD: UNSOUND, f"{KOTA}/{name}/agency.yml": AGENCY}))
    assert (f"{KOTA}/{name}/agency.yml:1:1 name-reserved" in found) is reserved


def test_an_emblem_that_is_missing_is_told_with_a_near_name(write: Write) -> None:
    head = AGENCY + "emblem: {file: lambamg.png, alt: Perisai hijau}\n"
    _, (problem,) = site_of(write({HEAD: head, f"{KOTA}/media/lambang.png": PNG}), TODAY)
    assert f"{problem.place()} {problem.code}" == f"{HEAD}:3:16 media-missing-nearest"
    assert dict(problem.values) == {"value": "lambamg.png", "nearest": "lambang.png"}


def test_an_emblem_that_is_missing_is_told_without_a_near_name(write: Write) -> None:
    head = AGENCY + "emblem: {file: lambang.png, alt: Perisai hijau}\n"
    assert codes(write({HEAD: head, f"{KOTA}/media/x.jpg": JPEG})) == [f"{HEAD}:3:16 media-missing"]


def test_a_picture_of_an_article_that_is_missing_is_told(write: Write) -> None:
    path = f"{KOTA}/news/2026-01-15-satu.yml"
    text = article("2026-01-15") + "picture:\n  file: pohon.jpg\n  alt: Pohon\n"
    assert codes(write({HEAD: AGENCY, path: text})) == [f"{path}:5:9 media-missing"]


def test_no_file_of_another_kind_and_none_that_is_used_is_proposed(write: Write) -> None:
    path = f"{KOTA}/news/2026-01-15-satu.yml"
    emblem = "emblem: {file: lambang.png, alt: Perisai hijau}\n"
    text = article("2026-01-15") + "documents: [{title: A, file: lambang.pdf}]\n"
    picture = "picture: {file: lambang-2.png, alt: Pohon}\n"
    folder = write({HEAD: AGENCY + emblem, f"{KOTA}/media/lambang.png": PNG, path: text + picture})
    assert codes(folder) == [f"{path}:4:30 media-missing", f"{path}:5:17 media-missing"]


def test_a_picture_that_lies_among_the_news_is_told_to_move(write: Write) -> None:
    path = f"{KOTA}/news/2026-01-15-satu.yml"
    text = article("2026-01-15") + "picture: {file: pohon.jpg, alt: Pohon}\n"
    photograph = f"{KOTA}/news/pohon.jpg"
    folder = write({HEAD: AGENCY, path: text, photograph: JPEG, f"{KOTA}/media/pohom.jpg": JPEG})
    _, (problem,) = site_of(folder, TODAY)
    assert (problem.path, problem.code) == (photograph, "file-media")
    assert dict(problem.values)["folder"] == f"{KOTA}/media"


def test_a_picture_of_another_agency_does_not_count(write: Write) -> None:
    head = AGENCY + "emblem: {file: lambang.png, alt: Perisai hijau}\n"
    folder = write({HEAD: AGENCY, f"{KOTA}/media/lambang.png": PNG, CAMAT_HEAD: head})
    assert codes(folder) == [f"{CAMAT_HEAD}:3:16 media-missing"]


def test_a_picture_that_was_refused_is_not_told_missing_as_well(write: Write) -> None:
    head = AGENCY + "emblem: {file: lambang.png, alt: Perisai hijau}\n"
    found = codes(write({HEAD: head, f"{KOTA}/media/lambang.png": b"GIF89a"}))
    assert found == [f"{KOTA}/media/lambang.png:1:1 media-content"]


@pytest.mark.parametrize("reference", ["kota-uji/2025-2029", "kota-uji/kecamatan-a/2025-2029"])
def test_a_plan_may_derive_from_one_of_any_agency_above(write: Write, reference: str) -> None:
    files: dict[str, str | bytes] = {
        HEAD: AGENCY,
        CAMAT_HEAD: AGENCY,
        f"{KOTA}/plans/2025-2029.yml": VISION,
        f"{CAMAT}/plans/2025-2029.yml": VISION,
        f"{CAMAT}/desa-b/agency.yml": AGENCY,
        f"{CAMAT}/desa-b/plans/2025-2029.yml": DERIVED(reference),
    }
    assert codes(write(files)) == []


@pytest.mark.parametrize(
    ("reference", "code", "near"),
    [
        ("kota-uji/2025-2030", "plan-above-missing-nearest", "kota-uji/2025-2029"),
        ("kota-ujii/2025-2029", "plan-above-missing-nearest", "kota-uji/2025-2029"),
        ("provinsi/zz", "plan-above-missing", None),
        ("kota-lain/2025-2029", "plan-above-place", None),
        ("kota-uji/kecamatan-a/2025-2029", "plan-above-place", None),
        ("kota-uji/kecamatan-a/desa-b/2025-2029", "plan-above-place", None),
    ],
)
def test_a_plan_that_derives_from_none_above_is_told(
    write: Write, reference: str, code: str, near: str | None
) -> None:
    path = f"{CAMAT}/plans/2025-2029.yml"
    files: dict[str, str | bytes] = {
        HEAD: AGENCY,
        f"{KOTA}/plans/2025-2029.yml": VISION,
        "agencies/kota-lain/agency.yml": AGENCY,
        "agencies/kota-lain/plans/2025-2029.yml": VISION,
        CAMAT_HEAD: AGENCY,
        path: DERIVED(reference),
        f"{CAMAT}/desa-b/agency.yml": AGENCY,
        f"{CAMAT}/desa-b/plans/2025-2029.yml": VISION,
    }
    _, (problem,) = site_of(write(files), TODAY)
    assert f"{problem.place()} {problem.code}" == f"{path}:4:15 {code}"
    values = {"value": reference}
    assert dict(problem.values) == (values | {"nearest": near} if near else values)


def test_a_plan_above_that_is_not_sound_is_not_told_twice(write: Write) -> None:
    files: dict[str, str | bytes] = {
        HEAD: AGENCY,
        f"{KOTA}/plans/2025-2029.yml": "title: RPJMD\n",
        CAMAT_HEAD: AGENCY,
        f"{CAMAT}/plans/2025-2029.yml": DERIVED("kota-uji/2025-2029"),
    }
    assert {problem.split(":")[0] for problem in codes(write(files))} == {
        f"{KOTA}/plans/2025-2029.yml"
    }


def test_a_plan_above_of_an_agency_that_is_not_sound_is_not_told_twice(write: Write) -> None:
    files: dict[str, str | bytes] = {
        HEAD: UNSOUND,
        f"{KOTA}/plans/2025-2029.yml": VISION,
        CAMAT_HEAD: AGENCY,
        f"{CAMAT}/plans/2025-2029.yml": DERIVED("kota-uji/2025-2029"),
    }
    assert codes(write(files)) == [f"{HEAD}:1:1 key-missing"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "file-empty"), (b"\xff", "file-encoding"), (b"#" * 300_000, "file-size")],
)
def test_a_plan_above_that_could_not_be_read_is_not_told_twice(
    write: Write, content: bytes, code: str
) -> None:
    files: dict[str, str | bytes] = {
        HEAD: AGENCY,
        f"{KOTA}/plans/2025-2029.yml": content,
        CAMAT_HEAD: AGENCY,
        f"{CAMAT}/plans/2025-2029.yml": DERIVED("kota-uji/2025-2029"),
    }
    assert codes(write(files)) == [f"{KOTA}/plans/2025-2029.yml:1:1 {code}"]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ("event_date: 2026-01-15", False),
        ("published: 2026-01-15", False),
        ("event_date: 2026-01-15\npublished: 2026-01-16", False),
        ("event_date: 2026-01-14\npublished: 2026-01-15", False),
        ("event_date: 2026-01-14", True),
        ("event_date: 2026-01-14\npublished: 2026-01-16", True),
    ],
)
def test_the_date_in_the_name_of_a_news_file_is_one_of_its_dates(
    write: Write, dates: str, told: bool
) -> None:
    path = f"{KOTA}/news/2026-01-15-satu.yml"
    found = codes(write({HEAD: AGENCY, path: f"title: T\nbody: Teks.\n{dates}\n"}))
    assert found == ([f"{path}:1:1 article-name-date"] if told else [])


def test_an_article_without_date_is_told_once_and_belongs_to_no_list(write: Write) -> None:
    path = f"{KOTA}/news/2026-01-15-satu.yml"
    site, problems = site_of(write({HEAD: AGENCY, path: "title: T\nbody: Teks.\n"}), TODAY)
    assert [(problem.path, problem.code) for problem in problems] == [(path, "article-date")]
    assert list(site.context.directory.agencies["kota-uji"].records(ARTICLE)) == []


def with_goal(mission: int) -> str:
    goals = f"goals: {{statements: [{{statement: Tujuan, mission: {mission}}}]}}\n"
    return DERIVED("kota-uji/2025-2029") + goals


MISSIONS = "type: RPJMD\ntitle: R\nmissions: {statements: [{statement: Satu}, {statement: Dua}]}\n"


@pytest.mark.parametrize(("mission", "known"), [(1, True), (2, True), (3, False), (0, False)])
def test_a_goal_of_a_plan_without_missions_serves_one_of_the_plan_above(
    write: Write, mission: int, known: bool
) -> None:
    files = {
        HEAD: AGENCY,
        f"{KOTA}/plans/2025-2029.yml": MISSIONS,
        CAMAT_HEAD: AGENCY,
        f"{CAMAT}/plans/2025-2029.yml": with_goal(mission),
    }
    told = [] if known else [f"{CAMAT}/plans/2025-2029.yml:5:51 mission-unknown"]
    assert codes(write(files)) == told


def test_each_mission_of_a_list_is_judged_at_its_own_place(write: Write) -> None:
    plan = MISSIONS + "goals: {statements: [{statement: Tujuan, mission: [1, 4, 2, 5]}]}\n"
    assert codes(write({HEAD: AGENCY, f"{KOTA}/plans/2025-2029.yml": plan})) == [
        f"{KOTA}/plans/2025-2029.yml:4:55 mission-unknown",
        f"{KOTA}/plans/2025-2029.yml:4:61 mission-unknown",
    ]


def test_a_plan_with_nothing_to_show_is_told(write: Write) -> None:
    goals = "type: RPJMD\ntitle: R\ngoals: {statements: [{statement: Tujuan}]}\n"
    files = {
        HEAD: AGENCY,
        f"{KOTA}/plans/2025-2029.yml": goals,
        CAMAT_HEAD: AGENCY,
        f"{CAMAT}/plans/2025-2029.yml": DERIVED("kota-uji/2025-2029"),
    }
    assert codes(write(files)) == [f"{CAMAT}/plans/2025-2029.yml:1:1 plan-empty"]


def test_a_date_that_was_refused_is_not_told_to_differ_from_the_name_as_well(write: Write) -> None:
    text = "title: T\nevent_date: 31/4/2018\npublished: 2026-01-01\nbody: B\n"
    files = {HEAD: AGENCY, f"{KOTA}/news/2018-04-25-a.yml": text}
    assert codes(write(files)) == [f"{KOTA}/news/2018-04-25-a.yml:2:13 date"]


TOPICS = {"topics.yml": "topics: [{key: pohon, name: Pohon}, {key: air, name: Air bersih}]\n"}


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("[Pohon, air bersih]", []),
        ("[Pohom]", ["4:10 topic-unknown-nearest"]),
        ("[Pohon, Jembatan]", ["4:17 topic-unknown"]),
    ],
)
def test_an_article_names_topics_of_the_vocabulary(
    write: Write, named: str, expected: list[str]
) -> None:
    path = f"{KOTA}/news/2026-01-15-a.yml"
    text = f"{article('2026-01-15')}topics: {named}\n"
    assert codes(write({HEAD: AGENCY, path: text, **TOPICS})) == [
        f"{path}:{each}" for each in expected
    ]


def test_without_a_vocabulary_every_topic_is_unknown_but_not_if_it_is_only_unsound(
    write: Write,
) -> None:
    path = f"{KOTA}/news/2026-01-15-a.yml"
    files = {HEAD: AGENCY, path: f"{article('2026-01-15')}topics: [Pohon]\n"}
    assert codes(write(files)) == [f"{path}:4:10 topic-none"]
    found = codes(write({**files, "topics.yml": "topics: {a: b}\n"}))
    assert [each for each in found if "topic-unknown" in each] == []
