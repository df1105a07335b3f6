"""The shape agrees with the codebook, and the schema for editors with both."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import msgspec
import pytest

from pcc_data.records.json_schema import json_schema
from pcc_data.records.leaves import LEAVES
from pcc_data.records.shape import Outcome, Record, core, fields_of, keys_of, kind_is, source_codebook
from pcc_data.tables.spec import DERIVED, DOMAINS, ROLES

TYPES = {
    "slug": {"slug", "source_id"},
    "text": {"text", "long_text", "text_or_blank", "day"},
    "year": {"year", "year_ahead"},
    "month": {"month"},
    "whole_number": {"whole", "seats"},
    "number": {"number", "latitude", "longitude"},
    "yes_no": {"yes_no"},
    "url": {"url"},
    "language": {"language"},
    "country": {"country"},
    "code": {"code"},
}


def _places(part: type[msgspec.Struct] = Record, prefix: str = "") -> dict[str, msgspec.inspect.Type]:
    """Type of every field by its key in the codebook."""
    places = {}
    for key, field in fields_of(part).items():
        kind = core(field.type)[0]
        inner = core(kind.item_type)[0] if isinstance(kind, msgspec.inspect.ListType) else kind
        inner = core(inner.value_type)[0] if isinstance(inner, msgspec.inspect.DictType) else inner
        places[prefix + key] = field.type
        if isinstance(inner, msgspec.inspect.StructType):
            places |= _places(inner.cls, prefix if kind_is(inner, Outcome) else f"{prefix}{key}.")
    return places


@pytest.fixture(scope="module")
def places() -> dict[str, msgspec.inspect.Type]:
    return _places()


def test_shape_and_codebook_have_the_same_fields(places):
    assert set(places) == set(source_codebook().fields) - {*DERIVED}


def test_types_agree_with_the_codebook(places):
    for key, kind in places.items():
        inner, extra, _ = core(kind)
        field = source_codebook().fields[key]
        if "kind" in extra and not isinstance(inner, msgspec.inspect.ListType):
            assert extra["kind"] in TYPES[field.type], key
        if extra.get("kind") == "code":
            assert extra["codes"] == key and field.codes


def test_null_is_allowed_only_where_the_codebook_says_what_it_means(places):
    for key, kind in places.items():
        if core(kind)[2]:
            assert source_codebook().fields[key].nothing, key


def test_the_parts_with_reasons_are_those_of_the_tables():
    parts = {key: core(fields_of(Record)[key].type)[0] for key in ("coding_basis", "roles", "outcomes")}
    keys = {key: set(keys_of(kind, source_codebook())) for key, kind in parts.items()}
    needed, allowed = (set(source_codebook().fields_with(basis=basis)) for basis in ("needed", "allowed"))
    assert keys == {"coding_basis": needed | allowed, "roles": set(ROLES), "outcomes": set(DOMAINS)}
    assert needed and allowed and not needed & allowed


def test_every_kind_of_value_is_known():
    kinds = {core(kind)[1]["kind"] for kind in _places().values() if "kind" in core(kind)[1]}
    assert kinds <= {*LEAVES, "code", "list"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json_schema()


def test_the_schema_is_valid_and_always_the_same(schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.dumps(schema) == json.dumps(json_schema())


def test_the_schema_accepts_every_record_and_refuses_a_wrong_one(schema, records, record):
    validator = jsonschema.Draft202012Validator(schema)
    assert not [error.message for one in records for error in validator.iter_errors(one)]
    record |= {"sector": "enegry", "start_year": 0, "colour": "red"}
    record["place"]["country_code"] = "XXX"
    record["roles"]["capital"] = "own_income"
    assert len(list(validator.iter_errors(record))) == 5


def test_every_field_of_the_schema_is_described(schema):
    for name, part in schema["$defs"].items():
        for key, place in part["properties"].items():
            assert place.get("title") and place.get("description"), (name, key)
    assert "- energy: Energy." in schema["$defs"]["Record"]["properties"]["sector"]["description"]
