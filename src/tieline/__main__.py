"""`python -m tieline`: the command line."""

from tieline.cli.main import main

if __name__ == "__main__":
    main()
