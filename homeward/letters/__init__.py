"""Letters: the catalogue of texts, how they are said, printed and made into PDF, and the outbox."""
