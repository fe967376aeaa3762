"""The law as a tree of provisions, and everything that can be done to it. Pure: no web, no database, no clock."""
