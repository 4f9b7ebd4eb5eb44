"""What the screen tells those who read it with a screen reader, wherever it is no page's own."""
