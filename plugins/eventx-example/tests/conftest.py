"""Lets the tests run from a checkout in which the plugin is not installed."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "src"))
