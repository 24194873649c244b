from urllib.parse import parse_qs, urlsplit

from pendopo.kinds.portal.record import PortalRecord
from pendopo.rendering.feedback import report_url
from pendopo.site.shell import Publication

PORTAL = PortalRecord(name="Portal", introduction="Teks.")
BY_MAIL = PORTAL.model_copy(update={"report_email": "lapor@contoh.example"})
ON_THE_WEB = Publication(site_url="https://contoh.example/situs/")
REPOSITORY = Publication(repository="https://github.com/kota-contoh/profil/")


def test_a_report_by_mail_names_the_page_and_the_version() -> None:
    found = urlsplit(report_url("kota/berita/a&b/", BY_MAIL, ON_THE_WEB, str))
    assert (found.scheme, found.path) == ("mailto", "lapor@contoh.example")
    values = parse_qs(found.query)
    page = "https://contoh.example/situs/kota/berita/a&b/"
    assert values["subject"] == ["A problem on /kota/berita/a&b/"]
    assert page in values["body"][0]
    assert "Pendopo 0." in values["body"][0]


def test_without_an_address_for_mail_a_report_is_an_issue_of_the_repository() -> None:
    found = report_url("kota/", PORTAL, REPOSITORY, str)
    assert found.startswith("https://github.com/kota-contoh/profil/issues/new?title=")
    assert parse_qs(urlsplit(found).query)["title"] == ["A problem on /kota/"]


def test_mail_goes_before_the_repository() -> None:
    assert report_url("", BY_MAIL, REPOSITORY, str).startswith("mailto:")


def test_a_repository_elsewhere_takes_no_prefilled_issue() -> None:
    assert report_url("", PORTAL, Publication(repository="https://git.example/x"), str) == ""
