"""LibreOffice for the tests of documents and tables.

Where there is none the tests that need it are skipped with the reason; with READOUTDIFF_REQUIRE_OFFICE=1 that is a failure.
"""

import shutil
import subprocess

import pytest

from tests.required import missing


def program():
    """The system's LibreOffice; None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="session")
def office_files(tmp_path_factory):
    """office_files(files, "docx:writer8", *options): files converted at once, in a folder of their own; nobody's settings are touched."""
    if program() is None:
        packages = "libreoffice-writer libreoffice-calc"
        missing("OFFICE", f"no LibreOffice on this machine; on Debian: apt-get install --no-install-recommends {packages}")
    settings = tmp_path_factory.mktemp("office")

    def _convert(files, kind, *options):
        folder = tmp_path_factory.mktemp("converted")
        command = [program(), f"-env:UserInstallation={settings.as_uri()}", "--headless", "--norestore", *options, "--convert-to", kind]
        done = subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=180)
        made = [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]
        assert all(file.exists() for file in made), f"is the part of LibreOffice for this kind of file installed? {done.stderr!r}"
        return made

    return _convert


@pytest.fixture(scope="session")
def office(office_files):
    """Convert one file: office(path, "pdf"), office(path, "fods", reads="CSV:44,34,76,1"); gives the path of what was made."""

    def _convert(path, ending, *, reads=None, writes=""):
        options = [f"--infilter={reads}"] if reads else []
        return office_files([path], f"{ending}:{writes}" if writes else ending, *options)[0]

    return _convert
