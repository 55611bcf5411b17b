"""What several kinds of charts share: records for the page, layouts of bars, the ground of maps."""
