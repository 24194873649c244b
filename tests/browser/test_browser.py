"""Every kind of page in a real browser: no error, no foreign request, nothing that runs over."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, Page, Request

from browsing import served
from conftest import AGENCY, PORTAL, SITE_URL, configuration, in_light
from kind_samples import PAGES, some_pages
from plan_texts import NAME, with_indicators


def failure(request: Request) -> str:
    """The failure of a request; one aborted because the test goes on to the next page is none."""
    return "" if request.failure == "net::ERR_ABORTED" else f"{request.failure} {request.url}"


def test_no_page_has_an_error_or_breaks_its_policy_or_asks_another_host_or_runs_over(
    page: Page, address: str, subtests: pytest.Subtests
) -> None:
    messages: list[str] = []
    foreign: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("requestfailed", lambda request: messages.append(failure(request)))
    page.on("request", lambda request: foreign.append(request.url))
    page.add_init_script(
        "window.violations = [];"
        "addEventListener('securitypolicyviolation',"
        " e => violations.push(`${e.violatedDirective} ${e.blockedURI}`));"
    )
    for kind, path in some_pages().items():
        with subtests.test(kind):
            messages.clear()
            response = page.goto(address + path)
            assert response is not None
            assert response.status == 200
            found = page.evaluate(
                """() => ({
                  policy: document.querySelector("[http-equiv=Content-Security-Policy]").content,
                  referrer: document.querySelector("[name=referrer]").content,
                  violations,
                  kept: localStorage.length + sessionStorage.length + document.cookie.length,
                  width: document.documentElement.scrollWidth
                })"""
            )
            assert "default-src 'none'; script-src 'self';" in found["policy"]
            assert "data:" not in found["policy"]
            assert found["referrer"] == "same-origin"
            assert found["violations"] == []
            assert [each for each in messages if each] == []
            assert [url for url in foreign if not url.startswith(address)] == []
            assert found["width"] <= page.viewport_size["width"]  # type: ignore[index]
            assert found["kept"] == 0
    assert page.context.cookies() == []


@in_light
def test_a_wide_font_does_not_push_the_search_over_the_edge(page: Page, address: str) -> None:
    for path in ("", "instansi/"):
        page.goto(address + path)
        # The smallest width of a field is that of as many wide letters as its size.
        page.evaluate("document.querySelector('form input').size = 60")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.viewport_size["width"]  # type: ignore[index]


@in_light
def test_text_is_set_in_the_font_of_the_machine(page: Page, address: str) -> None:
    page.goto(address)
    for name in ("body", "h1", ".masthead", "main p", "input", "button"):
        font = page.locator(name).first.evaluate("e => getComputedStyle(e).fontFamily")
        assert font.startswith('-apple-system, "Segoe UI", roboto, "Noto Sans"'), name
    assert page.evaluate("document.fonts.size") == 0


@in_light
def test_the_policy_would_stop_what_is_written_into_a_page(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(
        """() => {
          window.ran = false;
          const element = document.createElement("i");
          element.setAttribute("style", "top:1px");
          document.body.append(element);
          const script = document.createElement("script");
          script.append("ran = true");
          document.body.append(script);
        }"""
    )
    assert page.evaluate("ran") is False
    assert page.evaluate("getComputedStyle(document.querySelector('i')).top") == "auto"


SINKS = (
    'document.body.innerHTML = "<i>"',
    'document.body.insertAdjacentHTML("beforeend", "<i>")',
    'document.write("<i>")',
    'document.body.setAttribute("onclick", "ran = true")',
    'document.createElement("script").src = "/a.js"',
    'document.createElement("script").textContent = "a"',
    'new Worker("assets/search.js")',
    'new DOMParser().parseFromString("<i>", "text/html")',
    'setTimeout("ran = true")',
    'trustedTypes.createPolicy("other", {})',
)


@in_light
@pytest.mark.parametrize("path", ["", "cari/?q=kota"], ids=["portal", "search"])
def test_no_script_can_make_markup_or_code_of_text(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    if path:
        page.locator(".results li").first.wait_for()
    for sink in SINKS:
        tried = f"() => {{ try {{ {sink}; return '' }} catch (error) {{ return error.name }} }}"
        said = page.evaluate(tried)
        assert said in ("TypeError", "EvalError"), sink


def test_every_page_can_be_read_without_javascript(
    browser: Browser, address: str, subtests: pytest.Subtests
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for kind, path in some_pages().items():
            with subtests.test(kind):
                page.goto(address + path)
                assert page.locator("h1").count() == 1
                assert page.locator("header a").first.is_visible()
                assert page.locator("main").inner_text().strip()


LONG = "Persentase rumah tangga yang memperoleh air minum layak dari jaringan perpipaan " * 4


def drawn(name: str, years: range, *targets: str, **more: Any) -> dict[str, Any]:
    """An indicator with a target for each of `years`, the last one for all that follow."""
    values = [*targets, *targets[-1:] * len(years)]
    chosen = {str(year): value for year, value in zip(years, values, strict=False) if value != "-"}
    polarity = {"polarity": "range", "achievement_by": "ratio"}
    return {"name": name, "unit": "rupiah", **polarity, "targets": chosen, **more}


CHARTS = [
    drawn("Satu tahun", range(2021, 2022), "5", actuals={"2021": "4"}),
    drawn("Lima tahun", range(2021, 2026), "5", "6", "7", "8", "9", actuals={"2021": "4"}),
    drawn("Lima belas tahun", range(2021, 2036), "80–120", baseline={"year": "2020", "value": "9"}),
    drawn("Dua puluh satu tahun", range(2015, 2036), "1.234.567.890.123", "2"),
    drawn(LONG, range(2021, 2026), "1"),
    drawn("Nol", range(2021, 2024), "0", actuals={"2021": "0", "2022": "0"}),
    drawn("Kosong", range(2021, 2028), "5", "-", "-", "8", "-", "-", "9", actuals={"2024": "7"}),
    drawn("Negatif", range(2021, 2024), "-5", "3", actuals={"2021": "-7", "2022": "2,25"}),
    drawn("Sangat kecil", range(2021, 2024), "0,00001", "0,00002"),
    drawn("Sangat besar", range(2021, 2024), "98.765.432.109.876", actuals={"2021": "1"}),
]
DRAWINGS = """
() => [...document.querySelectorAll("svg.drawing")].map(svg => {
  const frame = svg.getBoundingClientRect(), faults = [];
  const texts = [...svg.querySelectorAll("text")].map(e => [e, e.getBoundingClientRect()]);
  for (const e of svg.querySelectorAll("text, rect, circle, path, polyline")) {
    const box = e.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
      || box.bottom > frame.bottom + 1) faults.push(`cut off: ${e.outerHTML}`);
  }
  texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([two, b]) => {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2)
      faults.push(`overlap: ${one.textContent} ${two.textContent}`);
  }));
  for (const [e, a] of texts)
    for (const mark of svg.querySelectorAll("rect, circle")) {
      const b = mark.getBoundingClientRect();
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        faults.push(`on a mark: ${e.textContent} ${mark.outerHTML}`);
    }
  if (parseFloat(getComputedStyle(texts[0][0]).fontSize) * frame.width / 264 < 9.5)
    faults.push("too small to read");
  return faults;
})
"""


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a plan with charts of every shape."""
    root = tmp_path_factory.mktemp("charts")
    plan = with_indicators(*CHARTS, type="lainnya", period={"start": "2015", "end": "2036"})
    files = {
        "portal.yml": PORTAL,
        "agencies/kota-uji/agency.yml": AGENCY,
        f"agencies/kota-uji/plans/{NAME}.yml": json.dumps(plan),
    }
    for path, content in files.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_text(content)
    build(configuration(root / "data", root / "site"))
    with served(root / "site") as address:
        yield f"{address}kota-uji/perencanaan/{NAME}/"


def test_nothing_of_a_chart_is_cut_off_or_overlaps(page: Page, charts: str) -> None:
    page.goto(charts)
    found = page.evaluate(DRAWINGS)
    assert len(found) == len(CHARTS)
    named = zip((each["name"] for each in CHARTS), found, strict=True)
    assert {name: faults for name, faults in named if faults} == {}
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]  # type: ignore[index]


def test_actuals_have_a_pattern_and_targets_a_broken_line(page: Page, charts: str) -> None:
    page.goto(charts)
    style = "e => getComputedStyle(e)"
    fills = page.locator(".actuals rect").evaluate_all(f"all => all.map(e => ({style})(e).fill)")
    assert set(fills) == {'url("#arsir")'}
    dashes = page.locator(".promised polyline").evaluate_all(
        f"all => all.map(e => ({style})(e).strokeDasharray)"
    )
    assert set(dashes) == {"4px, 3px"}


ODD = {
    "panjang": f"title: {'T' * 300}\npublished: 2026-01-01\nsummary: {'s' * 1999}\n"
    f"body: {'b' * 19_999}\n",
    "kanan": "title: بلدية المدينة تفتح حديقة\npublished: 2026-01-01\nbody: نص الخبر مع English.\n",
    "emoji": "title: 😀👩‍🌾🇮🇩 Panen\npublished: 2026-01-01\nbody: 🌾🌾\n",
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An agency with a name and articles as no office would write them."""
    root = tmp_path_factory.mktemp("odd")
    files = {
        "portal.yml": PORTAL,
        "agencies/aneh/agency.yml": f"type: dinas\nname: {'D' * 300}\ntagline: {'t' * 100}\n",
        "agencies/aneh/bawah/agency.yml": f"type: uptd\nname: {'U' * 300}\ntype_name: {'T' * 50}\n",
        **{f"agencies/aneh/news/2026-01-01-{name}.yml": text for name, text in ODD.items()},
    }
    for path, content in files.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_text(content, encoding="utf-8")
    build(configuration(root / "data", root / "site"))
    with served(root / "site") as address:
        yield address


def test_pages_hold_their_shape_whatever_is_written(page: Page, odd: str) -> None:
    articles = [f"aneh/berita/2026-01-01-{name}/" for name in ODD]
    for path in ("", "instansi/", "berita/", "aneh/", "aneh/berita/", *articles):
        page.goto(odd + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.viewport_size["width"], path  # type: ignore[index]
    page.goto(odd + articles[1])
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"


@in_light
def test_on_paper_is_the_document_without_what_only_a_screen_can_do(
    page: Page, address: str
) -> None:
    page.emulate_media(media="print")
    for kind in ("profile", "plan", "article", "vision"):
        page.goto(address + PAGES[kind])
        for name in (".menu", ".breadcrumbs", ".skip", ".colophon nav", ".md-button"):
            hidden = page.locator(name)
            assert [hidden.nth(n).is_visible() for n in range(hidden.count())].count(True) == 0
        assert page.locator(".masthead .name").is_visible()
        assert page.locator(".on-paper svg").bounding_box()["width"] > 80, kind  # type: ignore[index]
    page.goto(address + PAGES["vision"])
    assert page.get_by_text("Satu pohon setiap sepuluh meter.").is_visible()
    page.goto(address + PAGES["article"])
    link = page.locator(".body a").first
    written = link.evaluate("e => getComputedStyle(e, '::after').content")
    assert "https://contoh.example/" in written or "attr(href)" in written


@in_light
def test_a_code_for_paper_is_not_on_the_screen(page: Page, address: str) -> None:
    page.goto(address + PAGES["profile"])
    assert page.locator(".on-paper").count() == 1
    assert not page.locator(".on-paper").is_visible()


@in_light
def test_the_copy_button_says_what_it_did(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + PAGES["article"])
    button = page.get_by_role("button", name="Salin tautan")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Tautan disalin.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{SITE_URL}{PAGES['article']}"
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text(f"Salin alamat ini: {copied}").wait_for()
