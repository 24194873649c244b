"""A build, from reading to publishing, which does no more work than the changes require.

1. `read`: reads the files of the data folder that have changed since the last build, each on its
   own (`records`, in `worker`s of a `pool`), and then links all records.
2. `compare`: compares the files of the published folder with the `manifest` of the last build.
3. `render`: for each agency and for the portal, a cache key (`cache_keys`) covers everything that
   its pages may depend on. If the key is the same, its pages are kept. Otherwise they are planned,
   and those whose own key differs are rendered and written beside the published folder. Meanwhile
   MkDocs builds the pages written by hand.
4. `finish`: waits for all pages, and checks what can only be checked with all addresses known.
5. `publish`: writes assets, pictures, sitemaps and the changed shards of the search index; then the
   new folder replaces the published one in a single step (`output`). The manifest is written last.
   A build that is killed before that leaves a manifest that does not fit the files, which step 2 of
   the next build detects.

Each stage is a frozen value made from the one before. Problems of the data are values too: the
caller checks `Read.problems` and `Rendered.problems` and decides whether to go on.
"""
