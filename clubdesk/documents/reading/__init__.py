"""Read paper that came back: pages of scans and photos, the codes on them, the boxes that were ticked.

Pictures in, plain data out: no window, no database. Pillow and zxing-cpp do the work on pixels; places on
paper are in mm from the top left of a slip's code.
"""
