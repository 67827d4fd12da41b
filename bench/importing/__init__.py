"""How well importers read documents whose paragraphs are known; see bench/README.md."""
