"""How right decisions were, and how well they knew it. Pure: labels and answers in, figures out."""
