"""The messages between the listening process and the working ones: a question, then the head and bytes of its answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """A request as received."""

    path: str  # such as ``/api/align``
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an answer: media type, status, headers, and the `name` of a file to save."""

    type: str
    status: HTTPStatus = HTTPStatus.OK
    name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """An error for a request that is refused.

    `code` lets programs recognise the error, and the page show it in the reader's language. `message` is for people.
    """

    def __init__(self, status: HTTPStatus, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object of the answer."""
        return {"error": {"code": self.code, "message": str(self)}}


def encoded(value: object) -> bytes:
    """Return a line of JSON, in ASCII so that it can represent lone surrogates."""
    return json.dumps(value).encode("ascii") + b"\n"
