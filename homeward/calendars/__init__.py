"""Academic years, terms, INSET days, closures; school-day arithmetic."""
