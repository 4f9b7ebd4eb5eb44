"""The Actions page: actions, reflections and what happens next."""
