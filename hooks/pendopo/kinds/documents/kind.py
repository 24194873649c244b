"""Declaration of the kind `documents`: everything that documents add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.documents import disclosure, evidence
from pendopo.kinds.documents.labels import CHOICES, FOR_TEMPLATES
from pendopo.kinds.documents.machines import api, feeds, tables
from pendopo.kinds.documents.pages import completeness, document, information, lists, panel
from pendopo.kinds.documents.places import INFORMATION, LIST
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.kinds.documents.relations import RELATIONS
from pendopo.kinds.documents.rules import document_link_rules, document_rules
from pendopo.kinds.documents.sentences import SENTENCES
from pendopo.kinds.documents.timely import disclosure_rules
from pendopo.site.kind import Kind

KIND = Kind(
    name="documents",
    record=DOCUMENT,
    title=N_("Document"),
    section="information",
    sentences=SENTENCES,
    rules=document_rules,
    link_rules=(document_link_rules,),
    timely_rules=(disclosure_rules,),
    derived=(RELATIONS, disclosure.IN_USE),
    portal_pages=(completeness.of_all,),
    pages=(lists.pages, document.pages, information.pages, completeness.pages),
    portal_files=(tables.of_all,),
    files=(tables.files, feeds.files),
    portal_names=frozenset({INFORMATION}),
    names=frozenset({LIST, INFORMATION}),
    panels=(panel.PANEL,),
    evidence=evidence.of_documents,
    weight=document.weight,
    labels={**FOR_TEMPLATES, **disclosure.FOR_TEMPLATES},
    links=completeness.links,
    api=api.API,
    choices={**CHOICES, **disclosure.CHOICES},
)
