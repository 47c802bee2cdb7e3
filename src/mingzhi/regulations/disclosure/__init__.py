"""执法公示制度: what is decided becomes public, in time, with nobody's private life in it."""
