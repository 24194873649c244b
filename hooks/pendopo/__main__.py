"""`python -m pendopo`."""

import sys

from pendopo.commands import main

sys.exit(main())
