"""View models: what a template shows, worked out beforehand and typed. No request, no database in here."""
