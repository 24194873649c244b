"""What a careful colleague sees in a text: none of it stops a publication."""
