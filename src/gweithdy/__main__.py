"""`python -m gweithdy`."""

import sys

from gweithdy.cli import main

if __name__ == "__main__":
    sys.exit(main())
