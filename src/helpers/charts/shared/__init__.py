"""What several families of charts share: records for the page, layouts of bars, marks, filters."""
