"""Structured data of agencies, articles and breadcrumbs."""

import json

import pytest

from conftest import AGENCY, TODAY, Write
from markup import URL, things
from pendopo.problems.problem import faults
from pendopo.site import linked_data
from pendopo.site.page import Link
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
TREE = "kota-contoh/berita/2026-01-15-pohon-pertama/"


def built(write: Write, files: dict[str, str]) -> Site:
    site, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return site


def test_an_agency_is_told_with_all_that_is_known_of_it(miniature: Site) -> None:
    found = things(miniature, "kota-contoh/")["GovernmentOrganization"]
    assert found["@id"] == f"{URL}kota-contoh/#instansi"
    assert (found["name"], found["url"]) == ("Pemerintah Kota Contoh", f"{URL}kota-contoh/")
    assert found["logo"].startswith(f"{URL}kota-contoh/media/lambang-")
    assert found["image"].startswith(f"{URL}kota-contoh/media/balai-")
    assert found["image"].endswith("-1200.jpg")
    assert found["contactPoint"] == {
        "@type": "ContactPoint",
        "contactType": "customer service",
        "telephone": ["0999-123456", "+62 999 654321"],
        "email": ["info@contoh.example"],
    }
    assert found["areaServed"] == {
        "@type": "AdministrativeArea",
        "name": "Kota Contoh",
        "identifier": "99.71",
    }
    assert found["address"]["postalCode"] == "99711"
    assert "parentOrganization" not in found


def test_an_office_serves_the_area_of_the_nearest_agency_that_has_one(miniature: Site) -> None:
    found = things(miniature, "kota-contoh/dinas-arsip/")["GovernmentOrganization"]
    assert found["areaServed"]["name"] == "Kota Contoh"
    assert found["parentOrganization"] == {
        "@type": "GovernmentOrganization",
        "@id": f"{URL}kota-contoh/#instansi",
        "name": "Kota Contoh",
    }
    assert "contactPoint" not in found
    district = things(miniature, "kota-contoh/kecamatan-contoh-hulu/")["GovernmentOrganization"]
    assert district["areaServed"]["identifier"] == "99.71.01"


def test_the_page_of_contacts_refers_to_the_agency_of_which_the_profile_tells_all(
    miniature: Site,
) -> None:
    whole = things(miniature, "kota-contoh/")["GovernmentOrganization"]
    found = things(miniature, "kota-contoh/kontak/")["ContactPage"]["mainEntity"]
    assert (found["@type"], found["@id"]) == (whole["@type"], whole["@id"])
    assert "telephone" not in found


def test_a_dataset_names_its_indicators_with_their_units_and_all_its_files(miniature: Site) -> None:
    plan = "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/"
    found = things(miniature, plan)["Dataset"]
    assert found["variableMeasured"][0] == "Indeks kualitas udara (indeks)"
    assert [each["contentUrl"].removeprefix(URL + plan) for each in found["distribution"]] == [
        *("plan.json", "indicators.csv", "values.csv", "stratml.xml")
    ]


def test_of_an_agency_of_which_little_is_known_nothing_empty_is_said(write: Write) -> None:
    found = things(built(write, {}), "kota-uji/")["GovernmentOrganization"]
    assert set(found) == {"@type", "@id", "name", "url"}


def test_an_article_is_told_with_who_answers_for_it(miniature: Site) -> None:
    found = things(miniature, TREE)["NewsArticle"]
    picture = found.pop("image")
    logo = found["publisher"].pop("logo")
    assert picture.startswith(f"{URL}kota-contoh/media/pohon-")
    assert logo.startswith(f"{URL}kota-contoh/media/lambang-")
    assert found == {
        "@type": "NewsArticle",
        "headline": "Pohon pertama ditanam di Jalan Percobaan",
        "description": "Pohon pertama dari seribu pohon ditanam pada hari Kamis.",
        "datePublished": "2026-01-16",
        "dateModified": "2026-01-20",
        "author": {"@type": "Person", "name": "Penulis Rekaan"},
        "publisher": {
            "@type": "GovernmentOrganization",
            "@id": f"{URL}kota-contoh/#instansi",
            "name": "Kota Contoh",
            "url": f"{URL}kota-contoh/",
        },
        "mainEntityOfPage": URL + TREE,
        "inLanguage": "id",
    }


def test_who_wrote_an_article_is_the_agency_where_no_name_is_known(write: Write) -> None:
    text = "title: A\nevent_date: 2026-01-15\nbody: Teks **tebal**.\n"
    site = built(write, {f"{KOTA}/news/2026-01-15-a.yml": text})
    found = things(site, "kota-uji/berita/2026-01-15-a/")["NewsArticle"]
    assert found["author"] == found["publisher"]
    assert found["description"] == "Teks tebal."
    assert not {"datePublished", "dateModified", "image"} & set(found)


def test_the_way_to_a_page_begins_below_the_portal_and_ends_with_the_page(miniature: Site) -> None:
    assert things(miniature, "") == {}
    assert things(miniature, TREE)["BreadcrumbList"]["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "Kota Contoh",
            "item": f"{URL}kota-contoh/",
        },
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Berita",
            "item": f"{URL}kota-contoh/berita/",
        },
        {
            "@type": "ListItem",
            "position": 3,
            "name": "Pohon pertama ditanam di Jalan Percobaan",
        },
    ]


@pytest.mark.parametrize("address", [TREE, "kota-contoh/"])
def test_where_the_address_of_the_site_is_not_known_links_lead_on_from_the_page(
    miniature: Site, address: str
) -> None:
    root = "../" * address.count("/")
    steps = things(miniature, address, "")["BreadcrumbList"]["itemListElement"]
    assert all(each["item"].startswith(root) for each in steps[:-1])


def test_nothing_that_is_written_ends_the_script() -> None:
    hostile = "</script><script>alert(1)</script> <!-- & \u2028"
    text = linked_data.script([linked_data.breadcrumbs([Link(hostile, "")], str)])
    assert not {"<", ">", "&", "\u2028"} & set(text)
    (step,) = json.loads(text)["@graph"][0]["itemListElement"]
    assert step["name"] == hostile
