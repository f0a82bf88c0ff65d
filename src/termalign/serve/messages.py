"""What the two kinds of processes say to each other: a question, and the head of its answer, before the bytes of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """A request as it came.

    Attributes
    ----------
    path : str
        ``/api/align`` and so on.
    query : mapping of str to str
        What stands behind the question mark.
    body : bytes
    """

    path: str
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """How an answer begins; `name` is that of a file to be saved."""

    type: str
    status: HTTPStatus = HTTPStatus.OK
    name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """A request that is not answered.

    Parameters
    ----------
    status : HTTPStatus
    code : str
        For programs, and for the page to say it in the reader's language.
    message : str
        For people.
    """

    def __init__(self, status: HTTPStatus, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code

    def to_dict(self) -> dict[str, Any]:
        """What stands in the answer."""
        return {"error": {"code": self.code, "message": str(self)}}


def encoded(value: object) -> bytes:
    """A line of JSON. ASCII, so that a lone surrogate can stand in it."""
    return json.dumps(value).encode("ascii") + b"\n"
