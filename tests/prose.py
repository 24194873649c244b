"""Texts of the data that another generator's Markdown could read something into."""

PROSE = """\
Baris satu
baris dua dengan `kode   di  dalam` dan  dua spasi.

```
  tiga

    empat
<b>
```

- satu

      kode

- dua

| a | b |
| - | - |
| *c* | \\*d\\* |

&lt;b&gt; \\# bukan judul \\[^1] http://uji.example/?a=1&b=2
"""
HOSTILE = (
    "# judul",
    "* butir",
    "</div><b>",
    "&lt;b&gt; & &amp;",
    "[x](y)",
    "`kode`",
    "    lekuk",
    "\\*",
    "![x](y)",
    "!!! note",
    "[TOC]",
    "---",
    "<!-- x",
    "{: .kelas }",
    "| a | b |",
)
