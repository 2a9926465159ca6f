"""What lies over the window for a moment: pickers, palette, keys, dialogs.

Owns how each asks and answers. Must not know what is done with an answer.
"""
