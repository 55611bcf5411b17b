from helpers.charts._maps.ground import Window, beside
from helpers.charts._maps.labels import annotation, labels

WINDOW = Window(west=0, east=33, south=-10, north=10)


def test_labels_stand_on_the_right_where_there_is_room():
    """A lonely mark has its name on its right, without a line."""
    (label,) = labels(WINDOW, [(10, 0, 5)], ["Karlag"])

    assert ((1, 0), False) == (label.side, label.led)


def test_labels_keep_clear_of_the_edge():
    """At the eastern edge the name stands on the left."""
    (label,) = labels(WINDOW, [(32.5, 0, 5)], ["Karlag"])

    assert (-1, 0) == label.side


def test_labels_give_way_to_other_marks():
    """A name is not written over another mark, nor so close that it would name that one."""
    first, second = labels(WINDOW, [(10, 0, 5), (12.5, 0, 5)], ["Karlag", "Steplag"])

    assert (-1, 0) == first.side
    assert (1, 0) == second.side


def test_labels_in_a_crowd_stand_apart_with_a_line():
    """Where nothing is free beside a mark, a line leads to its name."""
    crowd = [(10 + across, up / 1.5, 9) for across in (-2, 0, 2) for up in (-2, 0, 2)]
    crowd.insert(0, crowd.pop(4))
    names = ["Karlag"] + [""] * 8
    (label,) = labels(WINDOW, crowd, names)

    assert label.led
    assert "arrowwidth" in annotation(label, crowd[0], "Karlag")
    assert [] == labels(WINDOW, crowd, names, led=0)


def test_beside_moves_a_mark_once_and_always_alike():
    """The first of two marks at one place stays, the second goes east."""
    assert (70.0, 48.0, False) == beside(70.0, 48.0, [], 1.0)
    assert (71.1, 48.0, True) == beside(70.0, 48.0, [(70.0, 48.0)], 1.0)
