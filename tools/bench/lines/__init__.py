"""What is measured, by the numbers of the design: each module answers its lines."""
