"""The weights that were learned: they are what learning gives, and what they decide can be explained."""

import os

import pytest

from readoutdiff.lexicon.knowledge import load, read_lexicon
from readoutdiff.lexicon.tables import ROLES
from readoutdiff.render.drawing import Style
from readoutdiff.render.explain import explain
from readoutdiff.render.signs import in_words
from tests.cases import articles
from tests.stories import segment_with, tell

NEAR = 0.06  # between the sums of one library's version and another's
STORY = (
    "Norwegian Foreign Minister Liv Strand and Swedish Foreign Minister Per Alm spoke by phone on Monday.",
    "The Norwegian readout said the ministers had discussed cod quotas.",
    "The Swedish readout said rail freight came first. Tracks should be doubled, and no train should wait at the border.",
)


def test_a_sentence_that_goes_on_is_explained_by_its_signs():
    comparison = tell(*STORY, sides=["no", "se"])
    segment = segment_with(comparison, "Tracks")
    assert (segment.role, segment.parties, segment.rule) == ("statement", ("se",), "goes on")
    assert "obliging" in segment.signs
    assert "What spoke most for it: it says what should or will be" in " ".join(explain(comparison, segment, Style(200, False)).split())


@pytest.mark.parametrize("sign", sorted(load().signs.role.keys() - {"always"}))
def test_every_sign_is_told_in_plain_words(sign):
    told = in_words(sign)
    assert told != sign
    assert "_" not in told


def test_each_role_and_each_side_has_signs_for_and_against_it():
    signs = load().signs
    for i, _role in enumerate(ROLES):
        weights = [row[i] for row in signs.role.values()]
        assert min(weights) < 0 < max(weights)
    for single in (signs.owner, signs.person):
        assert min(single.values()) < 0 < max(single.values())


def test_what_is_shipped_is_what_learning_gives():
    pytest.importorskip("sklearn")
    if not os.environ.get("READOUTDIFF_GOLD"):
        pytest.skip("READOUTDIFF_GOLD does not name the folder of the hand-made cases, from which it learns too")
    from tests import learn

    shipped, knowledge = load().signs, read_lexicon()
    folders = learn.default_folders()
    learn.learn([learn.tell(case, knowledge) for case in articles(folders, knowledge)], knowledge)
    for name in ("owner", "person", "link"):
        now, kept = getattr(knowledge.signs, name), getattr(shipped, name)
        assert now == pytest.approx(kept, abs=NEAR), name
    assert knowledge.signs.role.keys() == shipped.role.keys()
    for sign, weights in shipped.role.items():
        assert knowledge.signs.role[sign] == pytest.approx(weights, abs=NEAR), sign
