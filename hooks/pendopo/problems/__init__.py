"""Problems of the data: values with a place, and the sentences that describe them."""
