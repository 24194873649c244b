"""Markdown of the data: what is shown, what is told of, and what can never get through."""

import re
import resource
from pathlib import Path

import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from markup import elements, parse
from pendopo.basics.cmark import to_html
from pendopo.basics.markdown import Fault, faults, render
from pendopo.basics.typed_lines import as_markdown

ALLOWED = {
    **dict.fromkeys(("p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote"), ""),
    **dict.fromkeys(("ul", "li", "thead", "tbody", "tr", "h3", "h4", "h5", "h6"), ""),
    **{"a": "href rel", "ol": "start type", "div": "class role aria-label tabindex"},
    **{"table": "class", "caption": "class", "th": "class scope", "td": "class"},
}
CAPTION = re.compile(r"<caption.*?</caption>", re.DOTALL)
PIECES = [
    *(
        "kata",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "# ",
        "### ",
        "###### ",
        "===\n",
    ),
    *("> ", "- ", "3. ", "    ", "|", "|a|b|\n|:-|-:|\n", "\\", "&amp;", "&lt;", "&#60;", "---\n"),
    *("[", "](", ")", "][", "]: ", "![", "[a]", "(b)", "<", ">", "</", "<b>", "</b>", "<!-- c -->"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='x'>", "<br/>", "<p "),
    *("https://contoh.example", "http:", "javascript:alert(1)", "JaVaScRiPt:", "data:text/html,x"),
    *("mailto:a@b.id", "a@b.id", "tel:112", "www.contoh.example", "ftp://x/", "//x", "xmpp:a@b.id"),
    *(
        "http://a:99999/",
        "https://a%20b/",
        "https://u@x/",
        "http://[::1",
        "\t",
        '"',
        "'",
        "é",
        "😀",
    ),
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def shown(html: str) -> list[tuple[str, str]]:
    """Elements with their targets, headings without level and without what is set around them."""
    found = [(str(each.tag), each.get("href", "")) for each in elements(parse(html))]
    return [(re.sub(r"^h\d", "h", tag), href) for tag, href in found if tag != "div"]


@tries(800)
@given(TEXTS)
def test_whatever_is_written_only_harmless_html_comes_out(text: str) -> None:
    level = 2
    for element in elements(parse(render(text, 2))):
        assert element.tag in ALLOWED
        assert set(element.attrib) <= set(ALLOWED[str(element.tag)].split())
        if href := element.get("href", ""):
            assert href.lower().startswith(("http:", "https:", "mailto:", "tel:"))
        if re.fullmatch(r"h\d", str(element.tag)):
            assert 3 <= int(str(element.tag)[1]) <= level + 1
            level = int(str(element.tag)[1])


@tries(800)
@given(TEXTS)
def test_a_text_without_faults_is_shown_whole(text: str) -> None:
    if not faults(text):
        unsafe = to_html(as_markdown(text).text, Options.CMARK_OPT_UNSAFE)
        assert shown(CAPTION.sub("", render(text, 2))) == shown(unsafe)


@tries(300)
@given(TEXTS)
def test_every_fault_lies_within_the_text(text: str) -> None:
    for fault in faults(text):
        assert 1 <= fault.line <= len(re.split(r"\r\n|\r|\n", text))


@pytest.mark.parametrize(
    "html",
    [
        *("<b>", "</b>", "<b>x</b>", "<br>", "<div>x</div>", "<!-- c -->", "<script>x</script>"),
        *(
            "<?php x ?>",
            "<!DOCTYPE html>",
            "<![CDATA[x]]>",
            "<a href='https://contoh.example'>x</a>",
        ),
        *("<style>*{}</style>", "<iframe src='x'>", "<B class=x>", "<x-y>"),
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "kata {} kata", "- {}", "> {}", "# {}", "[{}](http://a.b)"]
)
def test_html_is_always_a_fault_and_never_shown(html: str, around: str) -> None:
    text = around.format(html)
    assert "markup-html" in {fault.code for fault in faults(text)}
    assert {element.tag for element in elements(parse(render(text, 2)))} <= set(ALLOWED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("satu <b>", [Fault(1, "markup-html")]),
        ("satu\n\n<div>\n\ndua <i>", [Fault(3, "markup-html"), Fault(5, "markup-html")]),
        ("satu\n\n\n\n<div>", [Fault(5, "markup-html")]),
        ("# satu\n<!-- c -->", [Fault(2, "markup-html")]),
        ("```\n<b>\n```\n\n<div>", [Fault(5, "markup-html")]),
        ("- satu\n- dua\n\n  <div>", [Fault(4, "markup-html")]),
        ("> satu\n>\n> <div>", [Fault(3, "markup-html")]),
        ("satu\ndua <i>\ntiga", [Fault(2, "markup-html")]),
        ("| a |\n| - |\n| b |\n| <b> |", [Fault(4, "markup-html")]),
        ("![a](b.png)", [Fault(1, "markup-image")]),
        ("satu\n\n![a][b]\n\n[b]: b.png", [Fault(3, "markup-image")]),
        ("[![a](b.png)](https://contoh.example/)", [Fault(1, "markup-image")]),
        ("[a](b)", [Fault(1, "markup-link", "b")]),
        ("[a](#b)", [Fault(1, "markup-link", "#b")]),
        ("[a](//contoh.example)", [Fault(1, "markup-link", "//contoh.example")]),
        ("[a]\n\n[a]: ftp://x/", [Fault(1, "markup-link", "ftp://x/")]),
        ("[a](javascript:b)", [Fault(1, "markup-link", "(…)")]),
        ("[a](data:text/html,b)", [Fault(1, "markup-link", "(…)")]),
        ("[a]()", [Fault(1, "markup-link", "(…)")]),
        ("[a](mailto:)", [Fault(1, "markup-link", "mailto:")]),
        ("[a](https://u:p@x/)", [Fault(1, "markup-link", "https://u:p@x/")]),
        ("[a](http://a:99999/)", [Fault(1, "markup-link", "http://a:99999/")]),
        ("[a](<https://a b/>)", [Fault(1, "markup-link", "https://a%20b/")]),
        ("satu\nxmpp:a@b.id", [Fault(2, "markup-link", "xmpp:a@b.id")]),
    ],
)
def test_faults_are_told_with_their_line_and_target(text: str, expected: list[Fault]) -> None:
    assert sorted(set(faults(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("a < b > c", "\\<b>", "`<b>`", "```\n<b>\n```", "&lt;b&gt;", "<3", "a [b] c"),
        *("[a](https://contoh.example/?b=c&d=e#f)", "<https://contoh.example>", "<a@b.id>"),
        *("[a](mailto:a@b.id)", "[a](tel:+6261)", "https://contoh.example", "www.contoh.example"),
        *("a@b.id", "[a]\n\n[a]: https://contoh.example", "`![a](b)`", "[a] (b)", "5](6", "::/"),
    ],
)
def test_what_is_no_html_picture_or_dead_link_is_no_fault(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "below", "html"),
    [
        ("# a", 2, "<h3>a</h3>"),
        ("# a", 1, "<h2>a</h2>"),
        ("###### a", 3, "<h4>a</h4>"),
        ("a\n===\nb\n---", 2, "<h3>a</h3>\n<h4>b</h4>"),
        ("# a\n### b\n## c\n# d", 2, "<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>\n<h3>d</h3>"),
        ("### a\n# b\n##### c", 2, "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>"),
        (
            "# a\n## b\n### c\n#### d\n##### e",
            3,
            "<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n<h6>e</h6>",
        ),
        ("> # a", 2, "<blockquote>\n<h3>a</h3>\n</blockquote>"),
        ("`<h1>`", 2, "<p><code>&lt;h1&gt;</code></p>"),
    ],
)
def test_headings_follow_in_order_below_those_of_the_page(text: str, below: int, html: str) -> None:
    assert render(text, below) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("a <b>c</b>", "<p>a c</p>"),
        ('5 < 6 & "7"', '<p>5 &lt; 6 &amp; "7"</p>'),
        ("[a](https://b.id)", '<p><a href="https://b.id" rel="noopener noreferrer">a</a></p>'),
        ("[a](javascript:b)", '<p><a rel="noopener noreferrer">a</a></p>'),
        ("```yaml\na: <b>\n```", "<pre><code>a: &lt;b&gt;\n</code></pre>"),
        (
            "| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |",
            '<div class="scroll" role="group" aria-label="Tabel: a, b, c" tabindex="0">'
            '<table class="data"><caption class="visually-hidden">Tabel: a, b, c</caption>\n'
            '<thead>\n<tr>\n<th scope="col" class="align-left">a</th>\n'
            '<th scope="col" class="align-center">b</th>\n'
            '<th scope="col" class="align-right">c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td class="align-left">1</td>\n<td class="align-center">2</td>\n'
            '<td class="align-right">3</td>\n</tr>\n</tbody>\n</table></div>',
        ),
    ],
)  # fmt: skip
def test_markdown_is_shown_as_on_github(text: str, html: str) -> None:
    assert render(text, 2) == html


@pytest.mark.parametrize(
    ("headings", "label"),
    [
        ("| **a** | `b` |", "Tabel: a, b"),
        ('| "a" & | <x |', "Tabel: &quot;a&quot; &amp;, &lt;x"),
        ("| |  |", "Tabel"),
        ("|  | b |", "Tabel: b"),
    ],
)
def test_a_table_is_named_by_its_columns(headings: str, label: str) -> None:
    html = render(f"{headings}\n|-|-|\n| 1 | 2 |", 2)
    assert f'role="group" aria-label="{label}" tabindex="0"' in html
    assert html.count("<th scope") == 2 - headings.count("|  ") - headings.count("| |")
    assert "<th></th>" not in html


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "[",
            "![",
            "](",
            "[a](",
            "*",
            "_",
            "**a",
            "*a_",
            "`",
            "`a``",
            "<",
            "<b>",
            "<!--",
            "<?",
            "&",
        ),
        *("> ", "- ", "1. ", "~", "|", "|-\n", "#", "\\", "[a]: b\n", "a@", "http://", "www.", "é"),
    ],
)
def test_hostile_text_of_the_greatest_length_is_rendered(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    assert isinstance(faults(text), list)
    assert {element.tag for element in elements(parse(render(text[:2_000], 2)))} <= set(ALLOWED)
    assert "<script" not in render(text, 2)


def test_texts_leave_nothing_in_memory() -> None:
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

    text = "Kabar **tebal** untuk warga. " * 100 + "\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
    to_html(text)
    before = resident()
    for _ in range(2_000):
        to_html(text)
    assert resident() - before < 20_000_000
