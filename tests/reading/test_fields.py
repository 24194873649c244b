"""Values that each type of field accepts and refuses."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from budgets import tries
from pendopo.kinds.agency.record import agency, hours
from pendopo.kinds.plans.record import references
from pendopo.kinds.portal import record as portal
from pendopo.reading import fields, focus
from pendopo.reading.fields import is_web_address
from pendopo.reading.signs import INVISIBLE, invisible

MODULES = (fields, references, agency, hours, portal, focus)
TYPES = {
    name: TypeAdapter[Any](next(vars(each)[name] for each in MODULES if name in vars(each)))
    for name in (
        *("Line", "Statement", "Prose", "RegionCode", "BpsCode", "PostalCode", "Phone", "Email"),
        *("PictureName", "PlanReference", "WebAddress", "Colour", "Number", "Whole", "Year", "Day"),
        *("Time", "EndTime", "Percent", "Rupiah", "DocumentName", "Account", "Contact"),
        "Focus",
        "AnyWeekday",
    )
}
ACCEPTED: dict[str, dict[str, object]] = {
    "Line": {
        "Kota Uji": "Kota Uji",
        "  di tepi  ": "di tepi",
        "<b>, [x](y) & *z*": "<b>, [x](y) & *z*",
        "tab\tdi dalam": "tab\tdi dalam",
        "😀 👩\u200d🌾 é": "😀 👩\u200d🌾 é",
        "x" * 300: "x" * 300,
        "no": "no",
        "\u2764\ufe0f 1\ufe0f\u20e3 \xa9\ufe0f": "\u2764\ufe0f 1\ufe0f\u20e3 \xa9\ufe0f",
        "\u9089\U000e0100 \u4e00\ufe00": "\u9089\U000e0100 \u4e00\ufe00",
    },
    "Statement": {"x" * 2_000: "x" * 2_000, "Menata (kota;": "Menata (kota;"},
    "Prose": {"Satu.\n\nDua **tiga**.\n": "Satu.\n\nDua **tiga**.", "5 < 6": "5 < 6"},
    "RegionCode": {c: c for c in ("12", "12.75", "12.75.05", "12.75.05.1001", "12.10")},
    "Contact": {
        **{c: c for c in ("csirt@kota-a.go.id", "https://kota-a.go.id/lapor?a=b")},
        "CSIRT@KOTA-A.GO.ID": "csirt@kota-a.go.id",
    },
    "BpsCode": {c: c for c in ("12", "1276", "1276010", "1276010001", "0012")},
    "PostalCode": {"20714": "20714", "01234": "01234"},
    "Phone": {
        p: p
        for p in ("061-8821234", "+62 61 8821234", "(061) 8821234", "0812.3456.7890", "0811234567")
    },
    "Email": {
        **{e: e for e in ("info@binjaikota.go.id", "a@b.id", "A.b+c_d-e@x-y.sch.id")},
        "PKM@CONTOH.GO.ID": "pkm@contoh.go.id",
    },
    "PictureName": {m: m for m in ("a.jpg", "Foto_1-b.c.jpeg", "9.png", "x.webp")},
    "PlanReference": {p: p for p in ("kota-uji/2016-2021", "kota-uji/dinas-a/bidang/2021")},
    "WebAddress": {
        u: u
        for u in (
            *("https://contoh.example", "http://contoh.example/a?b=c&d=(e)#f", "https://x/é"),
            *("https://contoh.example:8443/", "https://10.0.0.1/"),
        )
    },
    "Colour": {"#14532d": "#14532d", "#14532D": "#14532d", " #0f5e9c ": "#0f5e9c"},
    "Number": {
        "90,23": Decimal("90.23"),
        "12.5": Decimal("12.5"),
        "1.000,5": Decimal("1000.5"),
    },
    "Percent": {"96.153": Decimal("96.153"), "100 %": Decimal(100), "0": Decimal(0)},
    "Rupiah": {"150.000": Decimal(150_000), "Rp 1.250,-": Decimal(1250), "0": Decimal(0)},
    "Whole": {"0": 0, "315.609": 315_609, "1.000.000": 1_000_000, "12": 12},
    "Year": {"1945": 1945, "2100": 2100},
    "Day": {
        **{d: date(2018, 4, 5) for d in ("2018-04-05", "2018-4-5", "2018/04/05", "5/4/2018")},
        **{d: date(2018, 4, 5) for d in ("05-04-2018", "5.4.2018", "5 April 2018", "5-Apr-2018")},
        **{"3 Pebruari 2026": date(2026, 2, 3), "1 Agt 2026": date(2026, 8, 1)},
    },
    "AnyWeekday": {"Senin": "senin", "KAMIS": "kamis", "Jum'at": "jumat", "ahad": "minggu"},
    "Time": {
        **{"08:00": "08:00", "8.00": "08:00", "8:05": "08:05", "08.00": "08:00"},
        **{"23:59": "23:59", "00:00": "00:00"},
    },
    "EndTime": {"24:00": "24:00", "24.00": "24:00", "07:00": "07:00"},
    "DocumentName": {d: d for d in ("a.pdf", "SK-12.PDF", "b.docx")},
    "Focus": {f: f for f in ("50% 20%", "0% 100%", "7% 33%")},
    "Account": {"budi": "@budi", "@budi": "@budi", "kota-a/tim_b.c": "@kota-a/tim_b.c"},
}
REFUSED: dict[str, dict[str, tuple[str, ...]]] = {
    "Line": {
        "text-empty": ("", "  ", "\n\t"),
        "text-long": ("x" * 301,),
        "text-line": ("a\nb", "a\n\nb"),
        "text-character": (
            *(
                "a\u200bb",
                "a\u202eb",
                "\ufeff!",
                "a\x00b",
                "a\x1bb",
                "a\u2028b",
                "a\x85b",
                "a\rb",
                "a\ufffe",
            ),
            "\ud800",
            # Selectors where no script has them, signs of music and shorthand, noncharacters.
            *("a\ufe0f", "a\ufe00", "\u2764\ufe01", "a\U000e0100", "a\U000e0080", "a\U000e0fff"),
            *("a\U0001d173", "a\U0001bca0", "a\ufdd0", "a\U0001fffe", "a\U0010ffff"),
        ),
        "string_type": (),
    },
    "Statement": {"text-long": ("x" * 2_001,), "text-line": ("a\nb",), "text-empty": (" ",)},
    "Prose": {
        "text-long": ("x" * 20_001,),
        "text-empty": ("\n\n",),
        "text-character": ("satu\n\ndua\u200b",),
        "markup": ("a <b>b</b>", "![a](b.png)", "[a](b)", "[a](javascript:b)", "<!-- a -->"),
    },
    "RegionCode": {
        "region-code": (
            *("1", "123", "12.7", "12,75", "1275", "12.75.5", "12.75.05.4001", "12.75.05.100"),
            *("12.75.", "12.75.05.1001.1", "１２"),
        )
    },
    "Account": {"account": ("@", "@@a", "a@b.id", "a/", "/a", "a/b/c", "-a", "a b", "é", "*")},
    "Contact": {"contact": ("csirt", "http://kota-a.go.id", "https://", "mailto:a@b.id", "021-1")},
    "BpsCode": {"bps-code": ("1", "123", "12.76", "127601", "12760100", "12760100011")},
    "PostalCode": {"postal-code": ("2071", "207144", "20 714", "2071a", "２０７１４")},
    "Phone": {
        "phone": ("rahasia", "061", "061-", "0" * 30, "++6261"),
        "phone-label": ("061/8821234", "Telp. 061-8821234", "061-8821234 (kantor)"),
        "phone-extension": ("061-8821234 ext. 12", "061-8821234 pesawat 12", "061-8821234 psw 1"),
        "phone-several": ("061-8821234 / 061-8821235", "061-8821234, 0811234567"),
        "phone-whatsapp": ("WA 081234567890", "081234567890 (WhatsApp)", "WA: +62 812 3456 7890"),
    },
    "Email": {
        "email": (
            *(
                "info",
                "@contoh.example",
                "info@",
                "info@contoh",
                "in fo@contoh.example",
                "a@b@c.id",
            ),
            *("a@.id", "a@b..id", "Kantor <a@b.id>", "a@b.id,c@d.id", "é@b.id", "a@b.i"),
        )
    },
    "PictureName": {
        "media-name": (
            "a",
            "a.gif",
            "../a.jpg",
            "a.jpg/",
            "a.svg",
            "https://x/a.jpg",
        ),
        "media-signs": (".jpg", "a b.jpg", "-.jpg", "é.jpg", "a" * 101 + ".jpg"),
    },
    "PlanReference": {
        "plan-reference": (
            "2016-2021",
            "kota uji/2016",
            "/2016",
            "kota/",
            "Kota/2016",
            "a//b",
            "../a",
        )
    },
    "WebAddress": {
        "url": (
            *("www.contoh.example", "contoh", "ftp://contoh.example", "javascript:alert(1)", "//x"),
            *("https://", "https:/x", "https://a b", "https://u:p@contoh.example", "https://x/<y>"),
            *("https://x\\y", "https://x:99999/", "https://[::1", 'https://x/"', "https://x\ty"),
            *("mailto:a@b.id", "https://münchen.example/", "https://%41/"),
        )
    },
    "Colour": {
        "colour": ("hijau", "#123", "14532d", "#14532", "#14532d1", "#gggggg", "rgb(0,0,0)"),
        "colour-contrast": ("#ffffff", "#777777", "#ffff00"),
    },
    "Number": {
        "number": ("", "lima", "5%", "1,2,3", "9" * 21, "1.2.3", "١٢", " 7 "),
        "number-positive": ("-5", "0", "0,0"),
        "number-english": ("1,234.5", "-1,234,567.89"),
        "number-ambiguous": ("1.234", "90,236"),
    },
    "Percent": {"number": ("baik", "1.2.3"), "number-negative": ("-5 %",)},
    "Rupiah": {"number": ("Rp", "1,2 juta"), "number-negative": ("-1.000",)},
    "Whole": {
        "number-whole": (*("12,5", "-1", "0,5", "315,000", "9" * 17, "", "banyak", "9" * 41),),
        "number-english": ("1,234.0",),
    },
    "Year": {
        "year": (
            "",
            " 2021 ",
            "1944",
            "2101",
            "21",
            "20l6",
            "2021-2126",
            "+2021",
            "２０２１",
            "02021",
        )
    },
    "Day": {
        "date": (
            *("", "4/25/2018", "25/4/18", "Senin, 3 Februari 2026", "3 February 2026", "5/4-2018"),
            *("31/2/2026", "2018-02-30", "20180425", "2018-W17-3"),
            *("2018-04-25T00:00", "1944-12-31", "2101-01-01", "kemarin", "２０１８-04-25"),
        )
    },
    "Focus": {
        "focus": (
            *("50%", "50 20", "101% 0%", "-1% 0%", "50%  20%", "50% 20% 10%", "5,5% 20%"),
            *("atas", "50px 20px", "٥٠% 20%", "top left", "0.5 0.2", "1000% 20%"),
        )
    },
    "EndTime": {"time": ("24:01", "25:00")},
    "DocumentName": {
        "media-signs": ("SK No. 12 (Final).pdf", "é.docx", ".pdf"),
        "document-name": ("a.exe", "a", "../a.pdf", "a.jpg"),
    },
    "Time": {"time": ("8:0", "24:00", "08:60", "8 pagi", "08:00:00", "0800", "08-00", "０８:00")},
}


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [(field, *pair) for field, pairs in ACCEPTED.items() for pair in pairs.items()],
)
def test_what_is_right_is_accepted(field: str, text: str, value: object) -> None:
    assert TYPES[field].validate_python(text) == value


@pytest.mark.parametrize(
    ("field", "code", "text"),
    [
        (field, code, text)
        for field, codes in REFUSED.items()
        for code, texts in codes.items()
        for text in texts
    ],
)
def test_what_is_wrong_is_refused_with_its_code(field: str, code: str, text: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        TYPES[field].validate_python(text)
    assert [error["type"] for error in refusal.value.errors()] == [code]


@pytest.mark.parametrize("field", TYPES)
@tries(60)
@given(text=st.text() | st.text(alphabet="0123456789.,:-/#+() @ahtps", max_size=20))
def test_any_text_is_accepted_or_refused(field: str, text: str) -> None:
    try:
        value = TYPES[field].validate_python(text)
    except ValidationError:
        return
    assert value is not None


@pytest.mark.parametrize("field", TYPES)
@pytest.mark.parametrize("value", [[], {}, None, ["a"], {"a": "b"}])
def test_a_list_or_mapping_is_no_value_of_any_field(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        TYPES[field].validate_python(value)


@tries(300)
@given(st.text() | st.text(alphabet="htps:/.@[]%\\ a1", max_size=20).map("http://".__add__))
def test_a_web_address_has_a_scheme_and_neither_space_nor_user(text: str) -> None:
    if is_web_address(text):
        assert text.lower().startswith(("http://", "https://"))
        assert not any(character.isspace() for character in text)
        assert "@" not in text.split("/")[2]


def test_each_sign_that_nobody_sees_is_found_among_letters() -> None:
    known = " ".join(map(chr, range(0x110000)))
    signs = {found[0] for found in INVISIBLE.finditer(known)}
    assert len(signs) > 4000
    assert all(invisible(f"Nama –\n{sign}dan") for sign in signs)
    assert not invisible(INVISIBLE.sub("", known))
