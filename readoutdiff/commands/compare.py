"""`readoutdiff compare`."""

import typer

from readoutdiff.commands.choosing import refuse_for_data, settled
from readoutdiff.commands.correcting import refuse_to_lose, save
from readoutdiff.commands.options import (
    ColorOption,
    CorrectionsOption,
    DateOption,
    EncodingOption,
    EvidenceOption,
    ExitCodeOption,
    FilesArgument,
    FormatOption,
    LanguageOption,
    LayoutOption,
    LexiconOption,
    NoTextOption,
    OnlyOption,
    OutputOption,
    ReadoutOption,
    SaveCorrectionsOption,
    SideOption,
    SidesOption,
    SimilarityOption,
    SortOption,
    TopOption,
    WidthOption,
    split_sides,
)
from readoutdiff.commands.reporting import report
from readoutdiff.commands.statuses import DIFFERENT
from readoutdiff.contract import Comparison
from readoutdiff.inputs import Given, gather
from readoutdiff.output import Color, Output, form_of
from readoutdiff.pipeline import compare as compare_documents
from readoutdiff.render.chosen import Choice

EXAMPLES = """\b
Examples
  readoutdiff compare story.txt
  readoutdiff compare story.txt --only one-sided --top 5
  readoutdiff compare story.txt --side Russia --sort order --evidence
  readoutdiff compare --readout il=il.txt --readout ru=ru.txt
  readoutdiff compare story.txt --readout il=il.txt --readout ru=ru.txt
  readoutdiff compare il.txt ru.txt --layout stacked --width 72
  readoutdiff compare story.txt --output report.html
  readoutdiff compare story.txt --output report.md --only one-sided
  readoutdiff compare story.txt --output claims.csv
  readoutdiff compare story.txt --format annotation --output story.jsonld
  readoutdiff compare story.txt --format json --output story.json --no-text
  readoutdiff compare story.txt --save-corrections story.toml
  readoutdiff compare story.txt --corrections story.toml

\b
Exit status: 0 compared, 1 a silent side, a difference or a finding (with
--exit-code), 2 wrong usage or an unreadable text, 3 not compared.
"""


def compare(
    files: FilesArgument = None,
    readout: ReadoutOption = None,
    sides: SidesOption = None,
    only: OnlyOption = None,
    side: SideOption = None,
    top: TopOption = None,
    sort: SortOption = "weight",
    evidence: EvidenceOption = False,
    format: FormatOption = None,  # noqa: A002
    output: OutputOption = None,
    no_text: NoTextOption = False,
    layout: LayoutOption = None,
    width: WidthOption = None,
    color: ColorOption = Color.auto,
    date: DateOption = None,
    lexicon: LexiconOption = None,
    similarity: SimilarityOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
    corrections: CorrectionsOption = None,
    save_corrections: SaveCorrectionsOption = None,
    exit_code: ExitCodeOption = False,
) -> None:
    """Show side by side what each account says, topic by topic.

    Give one story that tells two accounts or more; or two readouts or more; or a story and readouts, to have the story checked
    against them. The report says first what it found, then shows each topic with the words of the sides, the weightiest first.

    'Only' says that nothing in the other account comes near. Of a story that is seldom known: it chose what to quote. Silence
    proves nothing.
    """
    choice = Choice(only, side, top, sort)
    to = Output(form_of(format, output), output, width, color, layout, choice, evidence=evidence, texts=not no_text)
    refuse_for_data(to)
    if save_corrections:
        refuse_to_lose(save_corrections, corrections, output)
    documents = gather(files or [], readout or [], Given(encoding, language, date))
    compared = compare_documents(
        *documents,
        sides=split_sides(sides),
        lexicon=lexicon,
        similarity=similarity,
        corrections=str(corrections) if corrections else None,
    )
    if save_corrections:
        save(compared, save_corrections, corrections)
    report(compared, settled(to, compared, lexicon))
    if exit_code and _is_different(compared):
        raise typer.Exit(DIFFERENT)


def _is_different(compared: Comparison) -> bool:
    """Whether a side is silent, an account differs, or an article and a readout do."""
    return bool(compared.findings) or any(t.nearest or t.status == "one_sided" or t.differences for t in compared.topics)
