"""Reading EPUB 2 and 3: the package, its contents, and the pages that say nothing new."""
