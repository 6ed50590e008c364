"""The words that make two passages meet, as a reader is shown them."""

import pytest

from readoutdiff import compare, read
from tests.comparisons import demo
from tests.test_verdicts import FESTIVAL, FISHERIES, readouts


def _matched(comparison, place=0):
    shared = [t for t in comparison.topics if t.status == "shared"]
    return {party: [comparison.text_of(span) for span in spans] for party, spans in shared[place].matched.items()}


@pytest.mark.parametrize(
    ("norway", "iceland", "expected"),
    [
        ("They discussed the quotas for herring.", "A quota for herring was discussed.", (["quotas", "herring"], ["quota", "herring"])),
        ("They discussed flights to Bergen.", "They discussed an air link to Bergen.", (["flights", "Bergen"], ["air link", "Bergen"])),
        ("It invited Mr Troufanov to Bergen.", "It invited Mr Trufanov to Bergen.", (["Troufanov", "Bergen"], ["Trufanov", "Bergen"])),
    ],
)  # fmt: skip
def test_words_in_other_forms_and_spellings_and_synonyms(norway, iceland, expected):
    found = _matched(readouts(f"{norway}\n\n{FESTIVAL}", f"{iceland}\n\n" + "\n\n".join(FISHERIES[1:]), parties=("no", "is")))
    assert (found["no"], found["is"]) == expected


def test_a_joint_statement_does_not_match_itself():
    text = "Norway and Iceland spoke by phone on Monday. The two ministries said they had discussed quotas for herring."
    comparison = compare(read(text, name="story.txt"), sides=["no", "is"])
    joint = [t for t in comparison.topics if len(t.segments) == 2 and not t.possible]
    assert joint and all(t.matched == {} for t in joint)


def test_what_is_matched_stands_in_the_sides_passages():
    comparison = demo()
    segments = {s.id: s for s in comparison.segments}
    for topic in comparison.topics:
        for party, spans in topic.matched.items():
            mine = [segments[s] for s in (*topic.segments.get(party, ()), *(c.segment for c in topic.possible.get(party, ())))]
            assert all(any(s.document == m.document and m.start <= s.start < s.end <= m.end for m in mine) for s in spans)
        assert not topic.matched or topic.status in ("shared", "possible")
