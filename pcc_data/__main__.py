"""`python -m pcc_data` is the same as the command `pcc`."""

from pcc_data.app.cli import entry

entry()
