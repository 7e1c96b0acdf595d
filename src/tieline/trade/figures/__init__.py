"""Questions to the flows: the named steps of SQL that all share, blocs, releases, and the series that they give."""
