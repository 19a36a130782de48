"""`./run bench`: the real page or import against hand-written SQL for the same rows, in one run."""
