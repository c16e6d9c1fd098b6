#!/usr/bin/env python3
"""Sets up, starts, tests, checks and packages Desktop CRM. Needs Python 3.11 or later and nothing else.

python3 packaging/dev.py run [ARGS...]     start the application with ARGS
python3 packaging/dev.py test [ARGS...]    run the tests; ARGS go to pytest, in the project's root
python3 packaging/dev.py check             formatting, lint, types, layers, texts and translations
python3 packaging/dev.py setup-e2e         install what the end-to-end tests need (Debian and Ubuntu, as root)
python3 packaging/dev.py lock              rebuild the lock files from pyproject.toml (needs uv)
python3 packaging/dev.py build             make a bundle for this system in dist/

DESKTOP_CRM_VENV names another directory than .venv for the virtual environment.
"""

import sys

# This file stays readable for old interpreters, so that they can say what they are too old for.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.stderr.write(
        "Desktop CRM needs Python 3.11 or later; this is Python %d.%d (%s).\n"  # noqa: UP031
        "Install a newer one and start again with it, for example: python3.12 packaging/dev.py run\n"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(1)

from devtools.environment import SetupError
from devtools.tasks import main

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], __doc__ or ""))
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted. The next start continues or repairs the set-up.\n")
        sys.exit(130)
