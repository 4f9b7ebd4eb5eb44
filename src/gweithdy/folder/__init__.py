"""A session as one folder with everything that anybody may want of it."""
