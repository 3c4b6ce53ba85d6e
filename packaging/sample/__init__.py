"""The sample board: a made-up partnership and two years of its meetings, told in words by one module each."""
