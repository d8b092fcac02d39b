"""The JSON Schema of the output, made from the dataclasses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pressparse.document import Document

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def document_adapter() -> TypeAdapter[Document]:
    """Pydantic's view of `Document`; built once, for it takes a while."""
    from pydantic import TypeAdapter

    return TypeAdapter(Document)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one output document.

    Examples:
        >>> json_schema()["title"]
        'Document'
    """
    schema = document_adapter().json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
