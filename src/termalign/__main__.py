"""The command line, run by ``python -m termalign``."""

import sys

from termalign.cli import main

if __name__ == "__main__":
    sys.exit(main())
