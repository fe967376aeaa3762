"""Commands of `tuzetu`, one module each; every module is imported only when its command runs."""
