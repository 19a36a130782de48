#!/usr/bin/env python
"""Django's command line for a checkout; installed, the same command is `homeward`."""

from homeward.config.manage import main

if __name__ == "__main__":
    main()
