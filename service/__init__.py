"""The service around the domain package: store, security, web, API, command line. Thin by design."""
