"""The pages of bringing a text in. Nobody but who brought an import meets it."""
