"""The authority's and the school's overview of many placements."""
