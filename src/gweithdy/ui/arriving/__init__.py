"""The sheet in which what others wrote elsewhere is looked at before it becomes cards."""
