"""Ends the program when imported."""

import sys

sys.exit(7)
