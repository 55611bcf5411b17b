"""A table of three counts, and a chart of it with two controls."""

from __future__ import annotations

import pandas as pd
import pytest
from small_charts import bars

from helpers.explore import Explorer, explore


@pytest.fixture
def table() -> pd.DataFrame:
    return pd.DataFrame(
        {"camp": ["karlag", "karlag", "steplag"], "year": [1949, 1950, 1950], "persons": [6, 2, 3]}
    )


@pytest.fixture
def explorer(table) -> Explorer:
    return explore(bars, table, camp=["karlag", "steplag"], share=[False, True])
