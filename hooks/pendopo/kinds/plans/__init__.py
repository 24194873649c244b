"""The kind `plans`: plans/NAME.yml states what an agency promised for a period, and the results."""
