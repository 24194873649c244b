"""Forms for staff: what an editor in the browser needs to know of the data.

`shapes` says how the value of a field is written, `hints` what to tell of it, `fields` and
`configuration` put both into the words of Sveltia CMS, `editor` fetches that and sets it up. The
scripts in `files/` read and write YAML for it.
"""
