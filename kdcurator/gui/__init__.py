"""The window: articles, text, tags, and every action under a key.

Owns all that is seen and pressed. Must not know SQL, index files or formats: it calls services.
"""
