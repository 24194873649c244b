"""Problems of the data: values with a location, and the sentences that describe them."""
