"""The pages of a move."""

from tests.placements.moving import asked, says
from tests.placements.visiting import answers, asked as queries, at, boxes
from tests.cast import DAY


def test_smoke(visit, cast, client):
    shown = visit("lead", at("move", cast.running))
    assert shown.status_code == 200
    assert "Nobody is asked" in shown.text
    assert "Elm Road School" in visit("lead", at("propose_move", cast.running, "?q=elm")).text
    to = at("propose_move", cast.running, f"?to={cast.elm_road.reference}")
    visit("lead", to)
    sent = answers(client, to, kind="new_school", because="Small", **boxes("joins_on", DAY))
    done = visit("lead", to, sent, follow=True)
    assert done.status_code == 200, done.text
    assert "was asked on" in done.text
    for name in ("move", "answer_move", "move_adult", "move_briefing", "move_first_day"):
        shown = visit("elm_lead", at(name, cast.running))
        assert shown.status_code == 200, name
    says(cast, "yes")
    shown = visit("elm_lead", at("move", cast.running))
    assert "Agreed" in shown.text
    for name in ("move", "record_consent", "withdraw_move", "waiting"):
        shown = visit("lead", at(name, cast.running))
        assert shown.status_code == 200, name
    assert len(queries(lambda: visit("elm_lead", at("move", cast.running)))) <= 15
