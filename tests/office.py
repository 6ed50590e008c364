"""LibreOffice for the tests of documents and tables.

Where there is none the tests that need it are skipped with the reason; with READOUTDIFF_REQUIRE_OFFICE=1 that is a failure.
"""

import os
import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """Convert a file: office(path, "pdf"), office(path, "fods", reads="CSV:44,34,76,1"); gives the path of what was made."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        reason = "no LibreOffice on this machine; on Debian: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc"
        if os.environ.get("READOUTDIFF_REQUIRE_OFFICE"):
            pytest.fail(f"LibreOffice is required: {reason}")
        pytest.skip(reason)
    home = tmp_path_factory.mktemp("office")

    def _convert(path, ending, *, reads=None, writes=""):
        out = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore"]
        command += [f"--infilter={reads}"] if reads else []
        command += ["--convert-to", f"{ending}:{writes}" if writes else ending, "--outdir", str(out), str(path)]
        done = subprocess.run(command, capture_output=True, timeout=180, check=False)
        made = out / f"{path.stem}.{ending}"
        assert made.exists(), f"is the part of LibreOffice for this kind of file installed? {done.stderr!r}"
        return made

    return _convert
