"""How every page looks: layout, form fields, page(), lists, CSV. No model, no word of the field."""
