"""Machine-readable files about documents and public information."""
