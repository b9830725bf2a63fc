"""A parse as plain sequences says what spaCy's tokens say, and only one is made of a sentence."""

import pytest

from eventx.analysis import Analyser, DependencyTree
from eventx.model import Article

TEXT = "Late on Monday, Mrs. Ada Berg\n and two envoys, who had flown in, didn't deny  that rebels shelled Selby."


@pytest.fixture(scope="module")
def sentence():
    return Analyser().analyse(Article.of(TEXT)).parse(0)


@pytest.fixture
def tree():
    # "Ann, Bo and Cy left Lima": a hand-made parse, so that the tests hang on no parser.
    return DependencyTree(
        ["Ann", ",", "Bo", "and", "Cy", "left", "Lima"],
        ["NNP", ",", "NNP", "CC", "NNP", "VBD", "NNP"],
        ["nsubj", "punct", "conj", "cc", "conj", "ROOT", "dobj"],
        [5, 0, 0, 2, 2, 5, 5],
    )


def test_tree_and_its_doc_say_what_the_parser_said():
    analyser = Analyser()
    parsed = analyser.nlp(
        "Late on Monday, Mrs. Ada Berg and two envoys, who had flown in, didn't deny that rebels left."
    )
    doc = DependencyTree.of(parsed).as_doc(parsed.vocab)
    assert doc.to_json() == parsed.to_json()
    assert not doc.tensor.size


def test_tree_says_what_the_doc_says(sentence):
    tree, doc = sentence.tree, sentence.doc
    assert list(tree.words) == [token.text for token in doc]
    assert list(tree.lower) == [token.lower_ for token in doc]
    assert list(tree.tags) == [token.tag_ for token in doc]
    assert list(tree.deps) == [token.dep_ for token in doc]
    assert list(tree.heads) == [token.head.i for token in doc]
    assert list(tree.spaced) == [bool(token.whitespace_) for token in doc]
    assert [list(tokens) for tokens in tree.children] == [[child.i for child in token.children] for token in doc]
    assert [sorted(tree.subtree(i)) for i in range(len(tree))] == [[t.i for t in token.subtree] for token in doc]
    assert [list(tree.ancestors(i)) for i in range(len(tree))] == [[t.i for t in token.ancestors] for token in doc]


def test_all_who_read_a_sentence_share_its_tree(sentence):
    class Own(DependencyTree):
        def __init__(self, parse):
            self.share(parse)

    own = Own(sentence.tree)
    assert sentence.tree is sentence.tree
    assert all(getattr(own, name) is getattr(sentence.tree, name) for name in DependencyTree.__slots__)


def test_shared_tree_cannot_be_changed_in_place(sentence):
    for name in DependencyTree.__slots__:
        assert isinstance(getattr(sentence.tree, name), tuple)
    assert {type(tokens) for tokens in sentence.tree.children} == {tuple}


def test_tokens_are_those_that_a_stretch_of_the_article_holds(sentence):
    start = TEXT.index("Ada")
    tokens = sentence.tokens(start, TEXT.index(" two"))
    assert [sentence.tree.words[token] for token in tokens] == ["Ada", "Berg", "and"]
    assert list(sentence.tokens(start + 1, start + 2)) == [tokens.start]
    assert not sentence.tokens(TEXT.index("\n"), len(TEXT))  # begins in white space, which is in no token


def test_dependents_are_found_by_label(tree):
    assert (tree.child(5, "dobj"), tree.child(5, "agent"), tree.all(5, "dobj", "nsubj")) == (6, None, [0, 6])


def test_coordinated_tokens_know_each_other(tree):
    assert (tree.conjuncts(0), tree.conjuncts(6)) == ([2, 4], [])
    assert (tree.first_conjunct(4), tree.first_conjunct(5)) == (0, 5)


def test_head_of_tokens_hangs_on_none_of_them(tree):
    assert tree.head_of(range(0, 5)) == 0
    assert tree.head_of([3, 4]) == 3  # two that hang on neither: the first
    assert tree.head_of(range(0, 7)) == 5
    assert tree.head_of(()) is None


def test_sentence_of_several_articles_is_parsed_once():
    analyser = Analyser()
    first = analyser.analyse(Article.of("Rebels  shelled Selby. Troops left.", id="first"))
    second = analyser.analyse(Article.of("Troops left. Rebels  shelled Selby.", id="second"))
    analyser.parse([(first, [0, 1]), (second, [0, 1])])
    one, other = first.parse(0), second.parse(1)
    assert one.tree is other.tree
    assert [one.start(1), other.start(1)] == [8, 13 + 8]
    assert one.cut(1, 3).text == other.cut(1, 3).text == "shelled Selby"
    assert [one.token_at(8), other.token_at(8), other.token_at(21)] == [1, None, 1]
