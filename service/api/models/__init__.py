"""What answers and bodies look like; each answer's model knows how it is made from the store's entries."""
