"""Articles split into sentences, and sentences parsed by spaCy as far as somebody asks."""

from eventx.analysis.analysis import LONGEST_PARSED, Analyser, Analysis, ParsedSentence
from eventx.analysis.pipelines import ENVIRONMENT_VARIABLE, Pipeline, load_pipeline
from eventx.analysis.sentences import split_sentences
from eventx.analysis.tree import DependencyTree

__all__ = [
    "ENVIRONMENT_VARIABLE",
    "LONGEST_PARSED",
    "Analyser",
    "Analysis",
    "DependencyTree",
    "ParsedSentence",
    "Pipeline",
    "load_pipeline",
    "split_sentences",
]
