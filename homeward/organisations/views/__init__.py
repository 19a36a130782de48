"""Find, bind, act, answer."""
