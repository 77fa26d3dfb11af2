"""The pages of the window, in the order of the sidebar. A new feature adds its line here and nothing else."""

from clubdesk.ui.common.feature import Feature

FEATURES: tuple[Feature, ...] = ()
