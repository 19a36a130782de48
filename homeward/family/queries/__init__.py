"""Reading for the pages of this room. Every function asks who is asking first."""
