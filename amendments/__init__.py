"""The domain of Tüzetu: texts of law, operations on them, and what is derived from operations.

Pure: nothing here knows a web framework, a database, a clock or the environment.
"""
