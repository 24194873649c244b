"""The reference of the guide is as the code is, and leads to every code."""

import re

import reference


def test_the_reference_is_as_make_reference_writes_it() -> None:
    written = {each.name: each.read_text("utf-8") for each in reference.FOLDER.iterdir()}
    assert written == reference.pages()


def test_each_code_has_a_heading_that_its_link_leads_to() -> None:
    pages = reference.pages()
    links = re.findall(r"\((\S+\.md)#(\S+)\)", pages["pesan.md"])
    assert len(links) > 300
    assert [code for page, code in links if not re.search(rf"(?m)^##+ {code}$", pages[page])] == []


def test_each_key_is_in_a_table_with_its_meaning_in_both_languages() -> None:
    keys = reference.pages()["kunci.md"]
    assert "<tr><td><code>opens</code>*</td>" in keys
    said = re.findall(r'</b> (.+?)</td><td lang="en">(.+?)</td>', keys)
    assert len(said) == keys.count("<tr><td><code>")
    assert {english for indonesian, english in said if indonesian == english} == {"Kecamatan."}
