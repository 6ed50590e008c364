"""Every command as a user gives it, in a folder that has what they need, and in which every text would act if it could."""

import io
import json
import sys
from contextlib import chdir, contextmanager

import click

from readoutdiff import cli
from readoutdiff.output import Format
from tests.conftest import DEMO
from tests.hostile import ACTING, FORMULAS
from tests.stories import OSLO, STOCKHOLM

TEX = "\\(x\\) \\[x\\] $$x$$ \\input{x} \\end{document}"
MOODLE = "{=a ~b ~%50%c #d} ::e:: [html] $CATEGORY: f ####g // h &&058; END_GROUP *a) i ```{.python .run}"
PAGES = "</script><script>alert(2)</script> </style> --> ]]> \"'><b onclick=alert(3)> <a href=javascript:alert(4)>a</a>"
HOSTILE = " ".join([*(text for name, text in ACTING.items() if name != "null"), TEX, MOODLE, PAGES])
LINE = " ".join(HOSTILE.split())
TOLD = "alert(1)"  # of it, what any output is to show that has a text of the input
SIGNS = "\x1b[31m\u202e\u200b\x9b31m=@<script>alert(1)</script> \"a',;: *b* $c$ {=d} [e](javascript:alert(1)) \\ & ~#%"
COMPARED = ("story.txt", "--readout", "no=no.txt", "--readout", "se=se.txt", "--lexicon", "mine.toml")

COMMANDS = {
    "demo": ["demo"],
    "schema": ["schema"],
    "schema of claims": ["schema", "claim"],
    **{f"article as {form}": ["compare", "article.txt", "-f", form, "-o", f"out/article-{form}"] for form in Format},
    **{f"checked as {form}": ["compare", *COMPARED, "-f", form, "-o", f"out/checked-{form}"] for form in Format},
    "in columns": ["compare", *COMPARED, "--evidence", "--width", "100"],
    "stacked": ["compare", *COMPARED, "--evidence", "--width", "60", "--layout", "stacked"],
    "as JSON": ["compare", *COMPARED, "--format", "json"],
    "as lines": ["compare", *COMPARED, "--format", "jsonl"],
    "as a table": ["compare", *COMPARED, "--format", "csv"],
    "corrections": ["compare", *COMPARED, "--save-corrections", "out/story.toml"],
    "corrected": ["compare", "other.txt", *COMPARED[1:], "--corrections", "out/story.toml"],
    "segments": ["segments", "article.txt"],
    "segments as JSON": ["segments", "article.txt", "--format", "json"],
    "explained": ["segments", "article.txt", "--explain", "566"],
    "new": ["exercise", "new", *COMPARED, "--title", SIGNS, "--word", "--level", "advanced", "--out", "out/lesson"],
    "build": ["exercise", "build", "out/lesson"],
    "grade": ["exercise", "grade", "out/lesson/key.toml", "answers", "--out", "out/marks"],
    "grade as a table": ["exercise", "grade", "out/lesson/key.toml", "answers", "--format", "csv"],
    "grade as JSON": ["exercise", "grade", "out/lesson/key.toml", "answers", "--format", "json"],
    "review": ["exercise", "review", "out/lesson"],
    "corpus": ["corpus", "build", "calls.jsonl", "--out", "out/calls", "--jobs", "1"],
    "report": ["corpus", "report", "out/calls"],
    "report as a page": ["corpus", "report", "out/calls", "-o", "out/corpus.html"],
    "report as tables": ["corpus", "report", "out/calls", "--format", "csv", "-o", "out/tables"],
    "show": ["corpus", "show", "out/calls", SIGNS, "--evidence"],
    **{f"show as {form}": ["corpus", "show", "out/calls", SIGNS, "-f", form, "-o", f"out/shown-{form}"] for form in Format},
    "no such file": ["compare", f"{SIGNS}.txt".replace("/", "_")],
    "no such side": ["compare", *COMPARED, "--side", SIGNS],
    "no such case": ["corpus", "show", "out/calls", f"{SIGNS} x"],
    "no such segment": ["segments", "article.txt", "--explain", SIGNS],
    "no such kind": ["exercise", "new", *COMPARED, "--kind", SIGNS, "--out", "out/none"],
    "no such option": ["compare", f"--{SIGNS}"],
    "no such command": [SIGNS],
    "a bad lexicon": ["compare", *COMPARED[:-1], "bad.toml"],
}  # fmt: skip


def prepare(folder):
    """The files that the commands name, of which all but `out` are there."""
    (folder / "out").mkdir()
    (folder / "answers").mkdir()
    story = DEMO.read_text(encoding="utf-8").replace("calm and quick", f"calm {HOSTILE} and quick")
    story = story.replace("Lehtovaara thanked", f"{SIGNS}, Lehtovaara thanked")
    points = "".join(f"\n\n{text} was in the Finnish readout, {text} and all, the Finnish readout said." for text in FORMULAS)
    texts = {
        "article.txt": f"{story}{points}",
        "story.txt": f'{OSLO}\n\n"{LINE} on the night train," the Norwegian readout said.\n\n{SIGNS}, the Swedish readout said.',
        "other.txt": "Norway and Sweden spoke on Monday. Bread rose, the Norwegian readout said. It fell, the Swedish readout said.",
        "no.txt": f"{OSLO}\n\n{LINE} was in the night train from Oslo.\n\n{HOSTILE}",
        "se.txt": f"{STOCKHOLM}\n\n{LINE} was in the night train to Oslo.\n\n{HOSTILE}",
        "mine.toml": f'[[topic]]\nid = "train"\nlabel = {json.dumps(LINE)}\nterms = ["night train"]\n',
        "bad.toml": f"[[topic]]\nid = {json.dumps(LINE)}\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    rows = [
        {"id": SIGNS, "date": "2024-05-06", "outlet": LINE, "article_text": texts["article.txt"]},
        {"id": "=1+1", "date": "2024-05-07", "outlet": "@x", "readout_text:no": texts["no.txt"], "readout_text:se": texts["se.txt"]},
        {"id": "@all", "date": "2024-05-08", "outlet": LINE, "article": "story.txt", "readout:no": "no.txt", "readout:se": "se.txt"},
        {"id": f"{SIGNS} failed", "date": SIGNS, "article_text": "It rained."},
    ]
    (folder / "calls.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def answer(folder):
    """What students answered to the exercise in out/lesson: any text at all, to every question; one file is no answer."""
    from readoutdiff.exercise.folder import read_folder

    exercise, key = read_folder(folder / "out" / "lesson")
    for number, student in enumerate([LINE, SIGNS, *FORMULAS[:8], "../../up", "con", "nul\x00l"]):
        given = {
            item.id: f"{student} {HOSTILE}" if number % 2 else (item.options[0].id if item.options else LINE) for item in exercise.items
        }
        told = {"schema": "readoutdiff/answers/1", "exercise": key.exercise, "student": student, "answers": given}
        (folder / "answers" / f"{number}.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "answers" / "\x1b[31m\u202eno.json").write_text(json.dumps({"schema": SIGNS}), encoding="utf-8")


@contextmanager
def _streams(stdin):
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin, b"", b""))
    try:
        yield sys.stdout, sys.stderr
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def run_in(folder, args, stdin=b""):
    """The exit status of a command that is run in this process in a folder, and what it wrote to standard output and error."""
    with chdir(folder), _streams(stdin) as streams:
        status = cli.run(args)
        for stream in streams:
            stream.flush()
        return status, *(stream.buffer.getvalue() for stream in streams)


def all_commands(command=None, above=()):
    """The words of all commands that there are."""
    import typer

    command = command or typer.main.get_command(cli.app)
    if not hasattr(command, "list_commands"):
        yield above
        return
    context = click.Context(click.Command("x"))
    for name in command.list_commands(context):
        yield from all_commands(command.get_command(context, name), (*above, name))
