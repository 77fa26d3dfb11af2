"""Every length of the window in logical pixels, on a grid of 8 (4 inside controls)."""

HALF = 4
GRID = 8
GAP = 12
EDGE = 16
MARGIN = 24

CONTROL = 32
CODE = 56  # a field that is used standing up
CHIP = 26
PILL = 22
BOX = 16
ROW = 36
HEADER = 32
STATUS_LINE = 30

RADIUS = 6
CARD_RADIUS = 8

ICON = 18
SMALL_ICON = 14
LARGE_ICON = 40

SIDEBAR = 216
SIDEBAR_FOLDED = 52
PANE = 372
PANE_SMALLEST = 300
SEARCH_SMALLEST = 180
SCROLL_BAR = 12
SHARE = 56  # the bar of a share

FOLD_SIDEBAR = 1040  # narrower windows show the sidebar as icons
FOLD_PANE = 1100  # narrower windows hide the pane until F4
FORM_TWO_COLUMNS = 480  # wider forms stand in two columns

TITLE = 1.5
HEADING = 1.25
BODY = 1.0
CAPTION = 0.85
BODY_POINTS = 10.0
