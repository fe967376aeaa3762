"""The service round the domain: storage, pages, API, command line. Thin: rules about law live in ``amendments``."""
