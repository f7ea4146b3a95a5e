"""The parts of the full report: one file for each idea, each gives what stands under a heading.

A part that has nothing to say is empty, and its heading is left out.
"""
