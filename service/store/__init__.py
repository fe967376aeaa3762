"""Tables and queries: the only place of the service that knows SQL."""
