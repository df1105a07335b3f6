"""Designs: drafts of a collaboration for one's own town, in the form of a record. `shape` says what a design is,
`checking` holds files to it, `draft` is the design itself, `folder` reads all designs that lie side by side."""

from pcc_data.designs.checking import DesignError
from pcc_data.designs.design import Design
from pcc_data.designs.folder import examples_dir, read_folder

__all__ = ["Design", "DesignError", "examples_dir", "read_folder"]
