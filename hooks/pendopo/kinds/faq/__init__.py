"""The kind `faq`: questions and answers of an agency in faq.yml."""
