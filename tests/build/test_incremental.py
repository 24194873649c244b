"""A build after any change gives the same bytes as a build from nothing."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from budgets import share
from conftest import TODAY, at_length
from kind_samples import samples
from pendopo.build.check import Check
from pendopo.build.publish import Outcome
from pendopo.build.search import shards as search
from pendopo.kinds.registry import KINDS
from pendopo.rendering import template_files, templates
from pendopo.site.kind import Kind
from pendopo.site.shell import Frame
from places import FRAME, PUBLICATION, built, contents, place
from samples import PNG

TOP = ("kota-a", "kota-b", "kabupaten-c")
BELOW = ("kecamatan-x", "kecamatan-y", "dinas-z")
WORDS = ("air", "bersih", "untuk", "semua", "warga", "Kota & Desa", "jalan")
TAMPERING = ("remove", "change", "add", "file", "folder", "empty", "forget", "workshop")
AGENCIES = [*TOP, *(f"{top}/{below}" for top in TOP for below in BELOW), "kota-a/dinas-z/desa-w"]

agencies = st.sampled_from(AGENCIES)
text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
days = st.dates(date(2025, 1, 1), date(2026, 3, 1))
colours = st.sampled_from(["#14532d", "#7a1f2b", "#0b4f6c"])


class Government(RuleBasedStateMachine):
    """Edits a small government at random; after each edit, both builds are compared."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="government-"))
        self.data = self.folder / "data"
        self.today = TODAY
        self.publication = PUBLICATION
        self.frame = FRAME
        self.most, search.MOST = search.MOST, 6
        self.templates = template_files.TEMPLATES
        template_files.TEMPLATES = self.folder / "overrides"
        shutil.copytree(self.templates, template_files.TEMPLATES)

    def teardown(self) -> None:
        search.MOST, template_files.TEMPLATES = self.most, self.templates
        templates.environment.cache_clear()  # it would look for templates in the folder that goes
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.settings("Portal", "id", "")
        self.agency("kota-a", "Kota A", "", "#14532d")
        self.plan("kota-a", 2025, "Maju", True)
        self.article("kota-a", date(2026, 1, 1), "Kabar", "")

    @rule(name=text, language=st.sampled_from(["id", "en"]), notice=st.just("") | text)
    def settings(self, name: str, language: str, notice: str) -> None:
        more = {"notice": notice} if notice else {}
        self.write("portal.yml", name=name, language=language, introduction=name, **more)

    @rule(cap=st.sampled_from(["none", "100"]))
    def achievement(self, cap: str) -> None:
        path = self.data / "portal.yml"
        kept = [each for each in path.read_text().splitlines() if "achievement" not in each]
        path.write_text("\n".join([*kept, f'achievement: {{"cap": "{cap}"}}', ""]))

    @rule(agency=agencies, name=text, tagline=st.just("") | text, colour=st.just("") | colours)
    def agency(self, agency: str, name: str, tagline: str, colour: str) -> None:
        if not self.exists(agency.rpartition("/")[0]):
            return
        fields: dict[str, Any] = {"type": "kota", "name": name, "introduction": tagline or name}
        if tagline:
            fields["tagline"] = tagline
        if colour:
            fields["colours"] = {"primary": colour}
        if (self.data / f"agencies/{agency}/media/lambang.png").exists():
            fields["emblem"] = {"file": "lambang.png", "alt": "Perisai hijau"}
        self.write(f"agencies/{agency}/agency.yml", **fields)

    @rule(agency=agencies, content=st.binary(max_size=3))
    def emblem(self, agency: str, content: bytes) -> None:
        if self.exists(agency):
            path = self.data / f"agencies/{agency}/media/lambang.png"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(PNG + content)
            head = self.data / f"agencies/{agency}/agency.yml"
            if "emblem" not in head.read_text():
                named = "emblem: {file: lambang.png, alt: Perisai hijau}\n"
                head.write_text(head.read_text() + named)

    @rule(
        agency=agencies,
        start=st.integers(2020, 2026),
        vision=text,
        goals=st.booleans(),
        actual=st.sampled_from(["", "1", "2"]),
    )
    def plan(self, agency: str, start: int, vision: str, goals: bool, actual: str = "") -> None:
        if not self.exists(agency):
            return
        fields: dict[str, Any] = {
            "type": "RPJMD",
            "title": f"Rencana {vision}",
            "period": {"start": str(start), "end": str(start + 4)},
            "vision": {"statement": vision},
            "missions": {"statements": [{"statement": vision}]},
        }
        above = agency.rpartition("/")[0]
        if above and (self.data / f"agencies/{above}/plans/p{start}.yml").exists():
            del fields["vision"], fields["missions"]
            fields["derives_from"] = f"{above}/p{start}"
        if goals:
            indicator: dict[str, Any] = {"name": vision, "unit": "%", "polarity": "higher"}
            indicator["targets"] = {str(start): "1", str(start + 1): "2"}
            if actual:
                indicator["actuals"] = {str(start): actual}
            goal = {"statement": vision, "indicators": [indicator]}
            if above in TOP and "derives_from" in fields:
                goal["supports"] = [f"{above}/p{start}#misi-1"]
            fields["goals"] = {"statements": [goal]}
            fields["programmes"] = [{"name": vision, "indicators": [indicator]}]
        self.write(f"agencies/{agency}/plans/p{start}.yml", **fields)

    @rule(agency=agencies, start=st.integers(2020, 2026))
    def remove_plan(self, agency: str, start: int) -> None:
        below = self.data / f"agencies/{agency}"
        if not list(below.glob(f"*/plans/p{start}.yml")):
            (below / f"plans/p{start}.yml").unlink(missing_ok=True)

    @rule(agency=agencies, day=days, title=text, summary=st.just("") | text)
    def article(self, agency: str, day: date, title: str, summary: str) -> None:
        if self.exists(agency):
            more = {"summary": summary} if summary else {}
            path = f"agencies/{agency}/news/{day}-kabar.yml"
            self.write(path, title=title, published=str(day), body=f"{title}.\n\n* {title}", **more)

    @rule(kind=st.sampled_from([*KINDS]), agency=agencies, word=text, remove=st.booleans())
    def any_kind(self, kind: Kind, agency: str, word: str, remove: bool = False) -> None:
        """Writes or removes what a kind itself gives for this."""
        portal = kind.record.in_portal and not kind.record.in_agencies
        if not portal and not self.exists(agency):
            return
        for path, content in samples(kind).edit(word).items():
            file = self.data / (path if portal else f"agencies/{agency}/{path}")
            if remove and kind.record.folder:
                file.unlink(missing_ok=True)
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(content)

    @rule(agency=agencies, number=st.integers(0, 50), body=text)
    def text_of_an_article(self, agency: str, number: int, body: str) -> None:
        """Changes what no list shows, and a feed does."""
        if found := sorted((self.data / f"agencies/{agency}/news").glob("*.yml")):
            path = found[number % len(found)]
            kept = [each for each in path.read_text().splitlines() if not each.startswith("body")]
            path.write_text("\n".join([*kept, f"body: {body}", ""]))

    @rule(agency=agencies)
    def news_from_below(self, agency: str) -> None:
        path = self.data / f"agencies/{agency}/agency.yml"
        if path.exists() and "news_from_below" not in path.read_text():
            path.write_text(path.read_text() + "news_from_below: ya\n")

    @rule(
        agency=agencies | st.just(""),
        old=st.sampled_from(["lama", "lama/profil.html", "berita/2020-01-01-lama"]),
        new=st.sampled_from(["/", "/kota-a/", "/instansi/#isi", "https://example.org/"]),
        remove=st.booleans(),
    )
    def redirect(self, agency: str, old: str, new: str, remove: bool = False) -> None:
        path = f"agencies/{agency}/redirects.yml" if agency else "redirects.yml"
        if remove:
            (self.data / path).unlink(missing_ok=True)
        elif self.exists(agency):
            self.write(path, redirects=[{"old": old, "new": new}, {"old": "b", "new": new}])

    @rule(agency=agencies, count=st.integers(20, 45), title=text)
    def many_articles(self, agency: str, count: int, title: str) -> None:
        for number in range(count):
            self.article(agency, date(2024, 1, 1) + timedelta(number), f"{title} {number}", "")

    @rule(agency=agencies, number=st.integers(0, 50), remove=st.booleans())
    def change_or_remove_an_article(self, agency: str, number: int, remove: bool) -> None:
        if found := sorted((self.data / f"agencies/{agency}/news").glob("*.yml")):
            path = found[number % len(found)]
            if remove:
                path.unlink()
            else:
                path.write_text(path.read_text() + f"# {number}\n")

    @rule(agency=agencies)
    def remove_agency(self, agency: str) -> None:
        if agency != "kota-a":
            shutil.rmtree(self.data / "agencies" / agency, ignore_errors=True)

    @rule(old=agencies, new=agencies)
    def move_agency(self, old: str, new: str) -> None:
        here, there = self.data / "agencies" / old, self.data / "agencies" / new
        movable = old != "kota-a" and self.exists(old) and not there.exists()
        if movable and self.exists(new.rpartition("/")[0]) and not new.startswith(old):
            for path in here.rglob("plans/*.yml"):
                path.unlink()
            here.rename(there)

    @rule(days=st.integers(1, 800))
    def later(self, days: int) -> None:
        self.today = TODAY + timedelta(days)

    @rule(url=st.sampled_from(["", "https://example.org/", "https://example.org/repo/"]))
    def published_elsewhere(self, url: str) -> None:
        self.publication = replace(self.publication, site_url=url)

    @rule(word=st.sampled_from(WORDS))
    def another_theme(self, word: str) -> None:
        self.frame = Frame((f"<!-- {word} -->", *FRAME.parts[1:]))

    @rule(
        name=st.sampled_from(
            [
                *(
                    "pages/news/article",
                    "pages/macros",
                    "pages/plans/targets",
                    "pages/plans/indicator",
                ),
                *("pages/plans/tree", "pages/plans/performance", "shell/footer", "shell/emblem"),
            ]
        ),
        word=st.sampled_from(WORDS),
    )
    def edit_template(self, name: str, word: str) -> None:
        path = template_files.TEMPLATES / f"{name}.html"
        original = (self.templates / f"{name}.html").read_text()
        for tag in ("<li", "<p", "<td", "<svg"):
            original = original.replace(tag, f"{tag} data-{word[0]}")
        path.write_text(original)

    @rule(
        number=st.integers(0, 1000),
        how=st.sampled_from(TAMPERING),
    )
    def tamper(self, number: int, how: str) -> None:
        """Somebody changes what the last build has left."""
        found = sorted(path for path in (self.folder / "site").rglob("*") if path.is_file())
        if not found:
            return
        path = found[number % len(found)]
        match how:
            case "remove":
                path.unlink()
            case "change":
                path.write_text("x")
            case "add":
                (path.parent / "asing.html").write_text("x")
            case "file":
                shutil.rmtree(path.parent)
                path.parent.write_text("x")
            case "folder":
                path.unlink()
                path.mkdir()
                (path / "x").write_text("x")
            case "empty":
                shutil.rmtree(self.folder / "site")
            case "forget":
                (self.folder / ".site.pendopo/manifest.json").unlink()
            case "workshop":
                shutil.rmtree(self.folder / ".site.pendopo")

    @invariant()
    def equal(self) -> None:
        if not self.data.exists():
            return
        done = built(self.data, place(self.folder), self.today, self.publication, self.frame)
        assert isinstance(done, Outcome), done
        fresh = self.folder / "fresh"
        built(self.data, place(fresh), self.today, self.publication, self.frame)
        assert contents(self.folder / "site") == contents(fresh / "site")
        shutil.rmtree(fresh)
        again = built(self.data, place(self.folder), self.today, self.publication, self.frame)
        assert isinstance(again, Outcome)
        assert (again.built, again.removed) == (0, 0)
        days = {"WIB": self.today}
        check = Check(self.data, days, KINDS, self.folder / "checks" / "check", 1)
        assert check.verdict() == replace(check, kept=None).verdict()

    def exists(self, agency: str) -> bool:
        return not agency or (self.data / f"agencies/{agency}/agency.yml").exists()

    def write(self, path: str, **fields: Any) -> None:
        target = self.data / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items()))


Government.TestCase.settings = settings(
    max_examples=share(10, 1), stateful_step_count=share(30, 15), phases=[Phase.generate]
)
TestGovernment = pytest.mark.thorough(Government.TestCase)


@at_length
def test_every_kind_of_edit_in_turn() -> None:
    """The edits that the machine above makes at random, each once for certain."""
    machine = Government()
    try:
        machine.begin()
        machine.equal()
        edits: tuple[Callable[[], None], ...] = (
            lambda: machine.agency("kota-a/kecamatan-x", "Kecamatan X", "", ""),
            lambda: machine.plan("kota-a/kecamatan-x", 2025, "Maju", True),
            lambda: machine.plan("kota-a", 2025, "Maju bersama", False),
            lambda: machine.plan("kota-a/kecamatan-x", 2025, "Maju", True, "1"),
            lambda: machine.plan("kota-a/kecamatan-x", 2025, "Maju", True, "2"),
            lambda: machine.plan("kota-a/kecamatan-x", 2025, "Air", True, "2"),
            lambda: machine.plan("kota-a", 2021, "Maju", True, "2"),
            lambda: machine.achievement("100"),
            lambda: machine.achievement("none"),
            lambda: machine.article(
                "kota-a/kecamatan-x", date(2026, 1, 2), "Air bersih", "Ringkas"
            ),
            lambda: machine.article("kota-a", date(2026, 1, 1), "Kabar lain", ""),
            lambda: machine.many_articles("kota-a", 42, "Kabar"),
            lambda: machine.change_or_remove_an_article("kota-a", 3, False),
            lambda: machine.change_or_remove_an_article("kota-a", 7, True),
            lambda: machine.text_of_an_article("kota-a", 40, "Isi lain"),
            lambda: machine.text_of_an_article("kota-a", 1, "Isi lain"),
            lambda: machine.text_of_an_article("kota-a/kecamatan-x", 0, "Isi lain"),
            lambda: machine.news_from_below("kota-a"),
            lambda: machine.text_of_an_article("kota-a/kecamatan-x", 0, "Isi baru"),
            *(
                partial(machine.any_kind, kind, "kota-a/kecamatan-x", word)
                for kind in KINDS
                for word in ("air", "jalan")
            ),
            lambda: machine.settings("Portal", "id", ""),
            lambda: machine.redirect("kota-a", "lama", "/"),
            lambda: machine.redirect("kota-a", "lama", "/instansi/#isi"),
            lambda: machine.redirect("kota-a", "lama/profil.html", "https://example.org/"),
            lambda: machine.redirect("", "berita/2020-01-01-lama", "/kota-a/"),
            lambda: machine.redirect("", "lama", "/kota-a/"),
            lambda: machine.redirect("kota-a/kecamatan-x", "lama", "/kota-a/"),
            lambda: machine.emblem("kota-a/kecamatan-x", b"1"),
            lambda: machine.emblem("kota-a/kecamatan-x", b"2"),
            lambda: machine.emblem("kota-a", b"1"),
            lambda: machine.agency("kota-a", "Kota A", "Semboyan", "#7a1f2b"),
            lambda: machine.agency("kota-a/kecamatan-x", "Kecamatan Y", "", "#0b4f6c"),
            lambda: machine.agency("kota-b", "Kota B", "", ""),
            lambda: machine.move_agency("kota-a/kecamatan-x", "kota-b/kecamatan-x"),
            lambda: machine.plan("kota-a", 2024, "Lama", True),
            lambda: machine.later(400),
            lambda: machine.later(1300),
            lambda: machine.published_elsewhere("https://example.org/repo/"),
            lambda: machine.published_elsewhere(""),
            lambda: machine.another_theme("air"),
            lambda: machine.edit_template("pages/plans/targets", "air"),
            lambda: machine.edit_template("shell/emblem", "air"),
            lambda: machine.edit_template("pages/macros", "air"),
            lambda: machine.settings("Portal lain", "id", "Percobaan"),
            lambda: machine.settings("Portal lain", "en", "Percobaan"),
            *(partial(machine.tamper, number, how) for number in (0, 9) for how in TAMPERING),
            lambda: machine.redirect("kota-a", "lama", "/", True),
            lambda: machine.redirect("", "lama", "/", True),
            lambda: machine.remove_plan("kota-a", 2025),
            lambda: machine.remove_agency("kota-b"),
        )
        for edit in edits:
            edit()
            machine.equal()
    finally:
        machine.teardown()
