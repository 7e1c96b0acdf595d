"""What lies on the disk: files, folders, archives, the first look at a table, and what reading one gives."""
