"""`python -m pendopo`."""

import sys

from .commands import main

sys.exit(main())
