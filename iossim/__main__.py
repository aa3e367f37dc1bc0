"""`python -m iossim`: the command line."""

import sys

from iossim.cli import main

if __name__ == "__main__":
    sys.exit(main())
