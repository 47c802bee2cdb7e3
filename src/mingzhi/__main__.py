"""`python -m mingzhi` is the command `mingzhi`."""

from mingzhi.faces.cli import main

main()
