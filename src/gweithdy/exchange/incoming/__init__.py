"""What others wrote elsewhere, on its way to become cards: chats, forms, polls, lists."""
