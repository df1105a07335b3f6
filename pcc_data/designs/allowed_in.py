"""The codes that a field of a record may hold."""

from __future__ import annotations

from pcc_data.codes import Code, load_codebook
from pcc_data.records.shape import Roles, allowed_codes, core, fields_of


def allowed_in(field: str) -> dict[str, Code]:
    """Codes of a field, in the codebook's order: of the roles only running costs can be met by own income."""
    group, _, role = field.partition(".")
    if group != "roles":
        return load_codebook().codes(field)
    return allowed_codes(load_codebook(), core(fields_of(Roles)[role].type)[1])
