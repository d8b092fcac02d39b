"""How the embedded English pipeline is made, from open corpora, in one command: see README.md."""
