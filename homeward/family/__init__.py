"""The pages of parents, of children and of teachers, which they open by a personal link."""
