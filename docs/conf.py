"""How the documentation is built: ``sphinx-build -W docs docs/_build``."""

from eventx import __version__

project = "eventx"
author = "The eventx founders"
copyright = "2026, the eventx founders"  # noqa: A001 - Sphinx's name for it
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "examples"]
html_theme = "furo"
html_title = f"eventx {__version__}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
default_role = "code"
