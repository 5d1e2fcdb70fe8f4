"""How the language model is made, so that anyone can make it again."""
