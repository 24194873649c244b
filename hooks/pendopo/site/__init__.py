"""What a page is, which pages a site has, and what surrounds them."""
