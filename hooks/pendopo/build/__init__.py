"""One build, from reading to publishing, doing no more than what has changed.

1. `read`: the files of the data folder that have changed since the last build are read, each
   alone (`records`, in `worker`s of a `pool`); then all records are linked.
2. `compare`: the files of the published folder are compared with the `manifest` of the last build.
3. `render`: for each agency and for the portal, a cache key (`cache_keys`) covers all that its
   pages may be made of. Where the key is the same, its pages are kept. Otherwise they are planned,
   and those whose own key differs are rendered and written beside the published folder. Meanwhile
   MkDocs builds the pages written by hand.
4. `finish`: all pages are there; what only their addresses tell is checked.
5. `publish`: assets, pictures, sitemaps and the changed shards of the search index are written;
   then the new folder takes the place of the published one in a single step (`output`). The
   manifest is written last. A build that is killed earlier leaves a manifest that does not fit the
   files, and step 2 of the next one finds that out.

Each stage is a frozen value made from the one before. Problems of the data are values too: the
caller looks at `Read.problems` and `Rendered.problems` and decides whether to go on.
"""
