"""Under which headings the description groups the addresses."""

from __future__ import annotations

from typing import Final

from flask_openapi3.models.tag import Tag

ACTS: Final = Tag(name="acts", description="Acts, their editions, provisions, and what changed between two editions.")
BILLS: Final = Tag(name="bills", description="Bills and their amendments, with what each does to the law.")
CLARITY: Final = Tag(name="clarity", description="Findings of unclear wording, and people's answers to them.")
COMMENTS: Final = Tag(name="comments", description="Comments on acts, provisions, bills and amendments, with answers.")
PROPOSALS: Final = Tag(name="proposals", description="Proposals of deputies and akims that are no amendments yet.")
INSTRUCTIONS: Final = Tag(name="instructions", description="Amending instructions read and applied; nothing is stored.")
SERVICE: Final = Tag(name="service", description="Who you are, and what problems mean.")
POWERS: Final = Tag(name="powers", description="The powers register of local bodies, and what may be wrong with it.")
