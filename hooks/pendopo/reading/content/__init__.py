"""What a careful colleague sees in a text: days of birth alone stop a publication."""
