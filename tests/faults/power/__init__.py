"""Power cuts: what a process wrote is recorded, and replayed as a disk may have kept it."""
