"""The text model: a law as a lossless tree of provisions, in Russian and Kazakh."""
