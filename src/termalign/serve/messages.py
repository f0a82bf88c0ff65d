"""The messages between the process that listens and those that work: a question; the head of its answer, then its bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """A request as received.

    Attributes
    ----------
    path : str
        The path, such as ``/api/align``.
    query : mapping of str to str
        The query parameters.
    body : bytes
        The body.
    """

    path: str
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an answer: media type, status, headers, and the `name` of a file to be saved."""

    type: str
    status: HTTPStatus = HTTPStatus.OK
    name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """An error for a request that is refused.

    Parameters
    ----------
    status : HTTPStatus
        The status of the response.
    code : str
        A code for programs, and for the page to show a message in the reader's language.
    message : str
        A message for people.
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
