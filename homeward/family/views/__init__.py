"""The pages of this room: for a family by personal link, for staff about the family."""
