"""Short ways to put a story of our own through the whole way."""

from readoutdiff import compare, read

OSLO = (
    "The Prime Minister of Norway spoke today with the Prime Minister of Sweden. "
    "He stressed that the night train to Gothenburg will run on time and at a fair price by the end of next year. "
    "He asked Sweden to store 40,000 tonnes of grain in Malmo. "
    "The two leaders discussed the fight against the salmon louse, and agreed on a joint fund for young glaciologists."
)
STOCKHOLM = (
    "The Prime Minister of Sweden had a telephone conversation with the Prime Minister of Norway. "
    "She welcomed the night train to Gothenburg, if it does not cross the nature reserve. "
    "It was noted that Sweden stores 15,000 tonnes of grain for its neighbours."
)


def tell(*paragraphs, sides=None):
    """The comparison of an article made of paragraphs."""
    return compare(read("\n\n".join(paragraphs), name="story.txt"), sides=sides)


def beside(*paragraphs):
    """The comparison of an article made of paragraphs with the readouts of Oslo and Stockholm."""
    lead = "Norway and Sweden spoke by phone on Monday, both governments said."
    article = read("\n\n".join([lead, *paragraphs]), name="story.txt")
    return compare(article, read(OSLO, role="readout", party="no"), read(STOCKHOLM, role="readout", party="se"))


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
