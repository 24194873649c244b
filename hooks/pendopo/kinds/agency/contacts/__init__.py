"""How an agency is reached: what is checked, what holds on a day, and where it is shown."""
