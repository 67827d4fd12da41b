"""Reading the text documents of OpenDocument 1.2 and 1.3, which is what ODT files hold."""
