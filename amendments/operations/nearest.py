"""Units nearest to an address that names nothing, for a refusal that helps: see `amendments.law.nearest`."""

from amendments.law.nearest import nearest

__all__ = ["nearest"]
