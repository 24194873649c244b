"""The kind `pages`: free pages of an agency in pages/NAME.md, such as its history."""
