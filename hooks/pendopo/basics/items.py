"""What the law wants an agency to publish.

The items are those of information to be published periodically, at once and at any time (Peraturan
Komisi Informasi 1/2021), and of service standards (Peraturan Menteri PANRB 15/2014, 14/2017).
"""

from typing import Literal

Item = Literal[
    "identity",
    "contacts",
    "hours",
    "duties",
    "structure",
    "officials",
    "wealth-reports",
    "vision",
    "plans",
    "programmes",
    "agenda",
    "rights",
    "performance",
    "budget-realisation",
    "balance-sheet",
    "cash-flow",
    "assets",
    "access-report",
    "regulations",
    "information-officer",
    "information-procedure",
    "complaints",
    "procurement",
    "evacuation",
    "immediate",
    "information-list",
    "services",
    "service-pledge",
    "survey",
]
