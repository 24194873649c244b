"""`python -m pendopo.forms FOLDER`: puts the archives that forms are made of into a folder."""

import sys
from pathlib import Path

from pendopo.forms.packages import fetched, pack

folder = Path(sys.argv[1])
pack(folder)
fetched(folder)
