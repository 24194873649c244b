"""A plan for machines: each module makes text of what `plan_data` holds."""
