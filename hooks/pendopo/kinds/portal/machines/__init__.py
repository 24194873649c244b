"""The portal's own files for machines."""
