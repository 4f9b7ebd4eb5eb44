"""The Capture page: board, outline, quotes and parking lot."""
