"""The API's views: parse, one call of the store or the domain, present. Importing them adds them."""

from service.api.views import (
    acts,
    amendments,
    bills,
    clarity,
    comments,
    deciding,
    findings,
    instructions,
    powers,
    proposals,
    service,
)

attached = (acts, amendments, bills, clarity, comments, deciding, findings, instructions, powers, proposals, service)
