"""The Capture page: board, outline, quotes and parking lot; and the capture bar."""
