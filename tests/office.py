"""LibreOffice for the tests that need files as it writes them.

Where there is none these tests are skipped with the reason; with READOUTDIFF_REQUIRE_OFFICE=1 that is a failure.
"""

import os
import shutil
import subprocess

import pytest


def program():
    """The system's LibreOffice; None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """office(files, kind): the files converted, in a folder of their own; the user's own settings are left alone."""
    if program() is None:
        reason = "no LibreOffice on this machine; on Debian: apt-get install --no-install-recommends libreoffice-writer"
        if os.environ.get("READOUTDIFF_REQUIRE_OFFICE"):
            pytest.fail(f"LibreOffice is required: {reason}")
        pytest.skip(reason)
    settings = tmp_path_factory.mktemp("office")

    def _convert(files, kind, *options):
        folder = tmp_path_factory.mktemp("converted")
        command = [program(), f"-env:UserInstallation={settings.as_uri()}", "--headless", *options, "--convert-to", kind]
        subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=180)
        return [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]

    return _convert
