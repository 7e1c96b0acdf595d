"""Countries, organisations and outlets where a text names them, or brings them in without their names."""
