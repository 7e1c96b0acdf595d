"""The layouts of public statistics, one module each: a `Plan` of which cells make which column, and nothing else."""
