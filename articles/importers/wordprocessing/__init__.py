"""Reading WordprocessingML (ECMA-376-1, 17), which is what DOCX files hold."""
