"""`python -m pressparse`: the command line."""

from pressparse.cli import main

main()
