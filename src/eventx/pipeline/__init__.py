"""The one room that knows the whole sequence: settings → plan → run → report."""

from eventx.pipeline.pipeline import ArticleResult, Pipeline
from eventx.pipeline.report import Failure, Report
from eventx.pipeline.settings import Settings

__all__ = ["ArticleResult", "Failure", "Pipeline", "Report", "Settings"]
