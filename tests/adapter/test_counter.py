"""A counter of visits: only where a publisher names one, held by the policy, told to visitors."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Route

from browsing import served
from conftest import EPOCH, ROOT, at_length
from pendopo.mkdocs.counter import PLACES, Counter, counter, told
from pendopo.mkdocs.faulty_settings import problems
from publisher import content, published
from sites import serving

HOST = "https://hitung.contoh.example"
COUNTER: dict[str, Any] = {"kind": "matomo", "url": f"{HOST}/", "site": 7}
PRIVACY = {"docs/privasi.md": "# Privasi\n\n<!-- penghitung -->\n"}
NAV = [{"Privasi": "privasi.md"}, {"Tentang": "tentang.md"}]


def repository(folder: Path, **changes: Any) -> Path:
    given = {name: value for name, value in (COUNTER | changes).items() if value is not None}
    return content(folder, PRIVACY, nav=NAV, extra={"pendopo": {"counter": given}})


def policy(page: Path) -> list[str]:
    (found,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page.read_text())
    return str(found).split("; ")


@pytest.mark.parametrize("name", ["index.html", "kota-uji/index.html", "tentang/index.html"])
def test_without_a_counter_no_page_may_load_or_send_anything_elsewhere(
    tmp_path: Path, name: str
) -> None:
    site = published(content(tmp_path))
    assert "https:" not in "".join(policy(site / name))
    assert "counter" not in (site / name).read_text()
    assert not (site / "assets/counter.js").exists()


def test_with_a_counter_the_policy_has_its_host_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    before = policy(published(content(tmp_path / "a")) / "kota-uji/index.html")
    site = published(repository(tmp_path / "b", url=f"{HOST}:8443/matomo"))
    for name in ("index.html", "kota-uji/index.html", "tentang/index.html", "404.html"):
        after = policy(site / name)
        assert [each for each in after if each not in before] == [
            f"script-src 'self' {HOST}:8443",
            f"img-src 'self' {HOST}:8443",
            f"connect-src 'self' {HOST}:8443",
            "trusted-types default counter",
        ]
        assert len(after) == len(before)
    (script,) = re.findall(r"<script[^>]*counter.js[^>]*>", (site / "index.html").read_text())
    assert script == (
        f'<script src="./assets/counter.js" data-kind="matomo" data-url="{HOST}:8443/matomo/"'
        ' data-site="7" defer>'
    )
    assert (site / "assets/counter.js").is_file()


def test_nothing_is_counted_while_serving(tmp_path: Path) -> None:
    config = load_config(str(repository(tmp_path) / "mkdocs.yml"))
    with serving(config):
        build(config, serve_url="http://127.0.0.1:8000/")
    page = tmp_path / ".serve.pendopo/site/kota-uji/index.html"
    assert "counter" not in page.read_text()
    assert HOST not in "".join(policy(page))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "google"}, "counter-kind"),
        ({"kind": None}, "counter-kind"),
        ({"kind": "plausible", "site": "a b"}, "counter-site"),
        ({"site": None}, "counter-site"),
        ({"site": '1"'}, "counter-site"),
        ({"kind": "goatcounter"}, "counter-site"),
        ({"url": None}, "counter-url"),
        ({"url": "http://hitung.contoh.example/"}, "counter-url"),
        ({"url": "https://a:b@hitung.contoh.example/"}, "counter-url"),
        ({"url": "https://hitung.contoh.example/?a"}, "counter-url"),
        ({"url": "https://hitung.contoh.example; script-src *"}, "counter-url"),
        ({"url": "https://hitung.contoh.example/'"}, "counter-url"),
        ({"url": "https:///"}, "counter-url"),
        ({"token": "x"}, "key-unknown"),
    ],
)
def test_a_counter_that_could_not_work_is_told(
    tmp_path: Path, changes: dict[str, Any], code: str
) -> None:
    config = load_config(str(repository(tmp_path, **changes) / "mkdocs.yml"))
    assert [each.code for each in problems(config)] == [code]


@pytest.mark.parametrize("given", ["matomo", [], 1])
def test_a_counter_without_keys_is_told(tmp_path: Path, given: object) -> None:
    folder = content(tmp_path, PRIVACY, extra={"pendopo": {"counter": given}})
    config = load_config(str(folder / "mkdocs.yml"))
    assert [each.code for each in problems(config)] == ["setting-mapping"]
    assert counter(config) is None


@pytest.mark.parametrize("text", [None, "# Privasi\n\nKami tidak menghitung.\n"])
def test_a_counter_that_no_page_tells_of_is_refused(tmp_path: Path, text: str | None) -> None:
    folder = repository(tmp_path)
    (folder / "docs/privasi.md").unlink()
    if text:
        (folder / "docs/privasi.md").write_text(text)
    found = problems(load_config(str(folder / "mkdocs.yml")))
    assert [each.code for each in found] == ["counter-untold"]


def test_the_page_about_privacy_says_by_itself_whether_visits_are_counted(tmp_path: Path) -> None:
    site = published(repository(tmp_path))
    page = (site / "privasi/index.html").read_text()
    assert "Kunjungan dihitung dengan Matomo di hitung.contoh.example, tanpa kuki." in page
    published(content(tmp_path, PRIVACY, nav=NAV))
    page = (site / "privasi/index.html").read_text()
    assert "Situs ini tidak memakai penghitung kunjungan." in page
    assert "hitung.contoh.example" not in page


def test_what_is_said_of_a_counter_is_escaped_and_in_the_language_of_its_place() -> None:
    found = Counter("plausible", "https://a&b.example/", "x")
    english = told("<!-- counter -->", found)
    assert english.startswith("<p>Visits are counted with Plausible on a&amp;b.example, without")
    assert told("<p>x</p>", found) == "<p>x</p>"


@pytest.mark.parametrize("path", ["docs/privasi.md", "hooks/pendopo/starter/files/docs/privasi.md"])
def test_our_own_pages_about_privacy_leave_a_place_for_it(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    assert any(place in text for place in PLACES)


def test_the_place_within_a_part_in_another_language_is_filled(published: Path) -> None:
    page = (published / "privasi/index.html").read_text()
    assert "This site has no counter of visits." in page
    assert "Situs ini tidak memakai penghitung kunjungan." in page


FAKE = {
    "matomo": "matomo.js",
    "plausible": "js/script.js",
    "goatcounter": "count.js",
}


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("matomo", "7", "setSiteId,7"),
        pytest.param("plausible", "contoh.example", "contoh.example", marks=at_length),
        pytest.param("goatcounter", None, f"{HOST}/count", marks=at_length),
    ],
)
def test_a_browser_loads_the_counter_and_sends_to_it_unless_it_asks_not_to_be_tracked(
    tmp_path: Path, browser: Browser, kind: str, name: str | None, expected: str
) -> None:
    site = published(repository(tmp_path, kind=kind, site=name))
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        # It sends what it was told, once in each way that counters use.
        code = (
            "const me = document.currentScript; const said = (globalThis._paq ?? [])"
            ".map(String).concat(me.dataset.domain, me.dataset.goatcounter).join(';');"
            f"fetch('{HOST}/kirim?' + encodeURIComponent(said), {{mode: 'no-cors'}});"
            f"navigator.sendBeacon('{HOST}/suar');"
            f"new Image().src = '{HOST}/gambar';"
        )
        body = code if route.request.url.endswith(".js") else ""
        route.fulfill(body=body, content_type="text/javascript")

    context = browser.new_context()
    context.route(f"{HOST}/**", answer)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(site) as address:
        with page.expect_request(f"{HOST}/kirim*") as sent:
            page.goto(f"{address}kota-uji/", wait_until="networkidle")
        assert expected in unquote(sent.value.url)
        assert asked[0] == f"{HOST}/{FAKE[kind]}"
        assert {f"{HOST}/suar", f"{HOST}/gambar"} <= {*asked}
        asked.clear()
        page.goto(f"{address}cari/#q=rahasia", wait_until="networkidle")
        page.add_init_script("Object.defineProperty(navigator, 'doNotTrack', {get: () => '1'});")
        page.goto(f"{address}kota-uji/", wait_until="networkidle")
    assert asked == []
    assert wrong == []
    context.close()
