"""The floors: the same rows by hand-written SQL, without the house. Nobody should write pages so."""
