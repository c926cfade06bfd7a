"""`python -m pmchat`."""

import sys

from pmchat.cli import main

sys.exit(main())
