"""The hub: typed changes to an edition. Instructions, comparison, conflicts, redlines and tables all speak it."""
