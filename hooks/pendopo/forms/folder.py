"""The folder of the forms: their pages, their configuration, and the editor itself."""

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from pendopo.forms.configuration import Forms
from pendopo.forms.packages import editor

FILES = Path(__file__).with_name("files")
POLICY = Markup("default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'")
PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="stylesheet" href="kelola.css">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{about}</p>
<ul>
{links}
</ul>
</main>
</body>
</html>
""")
LINK = Markup('<li><a href="formulir.html?instansi={id}">{name}</a></li>')
PORTAL = "portal"


def files(forms: Forms, archives: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """All files of the forms by their paths, with those of the packages in `archives`."""
    own = {each.name: each.read_bytes() for each in sorted(FILES.iterdir()) if each.is_file()}
    return {
        **editor(archives),
        **own,
        "forms.json": forms.told.encode(),
        "index.html": _index(forms).encode(),
    }


def _index(forms: Forms) -> Markup:
    """The page that leads to the forms of each agency."""
    _ = forms.translate
    configuration = forms.configuration
    portal = [] if forms.only else [LINK.format(id=PORTAL, name=_("Portal"))]
    links = [LINK.format(id=each["id"], name=each["name"]) for each in configuration["agencies"]]
    return PAGE.format(
        language=forms.directory.portal.language,
        policy=POLICY,
        title=_("Forms of {portal}").format(portal=configuration["title"]),
        about=_("Choose the agency whose files you look after."),
        links=Markup("\n").join([*portal, *links]),
    )
