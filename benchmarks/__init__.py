"""Measures Pendopo beside other generators on a made-up government of any size."""
