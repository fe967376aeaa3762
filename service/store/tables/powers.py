"""What people say of the powers register: the subject of a power, where the algorithm took it for another."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime


class SubjectCorrection(SQLModel, table=True):
    """A person's word about the subject of a provision's powers.

    It stays with the provision's words (`hash_ru`, `hash_kk`) wherever they go, and with its address. The latest for
    an address counts; an empty `subject` gives the matter back to the algorithm.
    """

    __tablename__ = "subject_correction"

    id: int | None = Field(default=None, primary_key=True)
    act_id: int = Field(foreign_key="act.id", index=True)
    address: str = Field(max_length=200)
    #: Law hashes of the provision in each language when it was said, hexadecimal; empty where it is not there.
    hash_ru: str = Field(default="", max_length=64)
    hash_kk: str = Field(default="", max_length=64)
    #: Id of a subject of the classification.
    subject: str = Field(max_length=40)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)
    #: True for the word that counts; older ones stay as history.
    latest: bool = True
