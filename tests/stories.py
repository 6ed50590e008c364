"""Short ways to put a story of our own through the whole way."""

from readoutdiff import compare, read


def tell(*paragraphs, sides=None):
    """The comparison of an article made of paragraphs."""
    return compare(read("\n\n".join(paragraphs), name="story.txt"), sides=sides)


def who(comparison, words):
    """(role, parties) of the segment in which words stand."""
    for segment in comparison.segments:
        if words in comparison.text_of(segment):
            return segment.role, segment.parties
    raise AssertionError(f"no segment has {words!r}: {[comparison.text_of(s) for s in comparison.segments]}")


def segment_with(comparison, words):
    """The segment in which words stand."""
    return next(s for s in comparison.segments if words in comparison.text_of(s))


def topic_with(comparison, words):
    """The topic to which the segment with these words belongs."""
    segment = segment_with(comparison, words)
    assert segment.topics, f"in no topic: {comparison.text_of(segment)!r}"
    return next(t for t in comparison.topics if t.id == segment.topics[0])
