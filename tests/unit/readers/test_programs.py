"""Lists, notes and answers of services that people keep their films in, each in the shape that its program gives it."""

from __future__ import annotations

import json

from tests.unit.readers.reading import Read, read
from tui.models import Facts, Personal


def _row(found: Read, place: int = 0) -> tuple[Facts, Personal]:
    extract = found.extracts[place]
    return extract.facts, extract.personal or Personal()


def test_boxes_that_are_drawn_are_boxes_and_a_colon_before_a_mark_is_the_titles() -> None:
    lines = [
        "- ☐ Tidemark (1988)",
        "- ☐ Low Water",
        "- ☒ Ebb: The Return - 4/5",
        "☑ Rope (1990) 3.8/5",
        "- ☒ Mire - 4/5",
    ]
    for name in ("movies.org", "movies.md"):
        found = read(name, "\n".join(lines) + "\n")

        assert found.titles == [
            ("Tidemark", 1988),
            ("Low Water", None),
            ("Ebb: The Return", None),
            ("Rope", 1990),
            ("Mire", None),
        ]
        assert [bool(own.watchlist) for own in found.own] == [True, True, False, False, False]
        assert [[rating.value for rating in own.ratings] for own in found.own] == [[], [], [4], [3.8], [4]]


def test_a_yaml_file_may_be_one_film_or_hold_its_list_under_a_name() -> None:
    one = read("0001.yml", "sequence: 1\ndate: 2012-01-05\nimdb_id: tt7654321\ntitle: Tidemark (1988)\nvenue: Roxy\n")
    held = read(
        "films.yaml",
        "# mine\nfilms:\n  - title: Tidemark\n    year: 1988\n    rating: 8\n"
        "  - title: Low Water\n    year: 1991\n    rating: 6\n",
    )

    assert (one.titles, [viewing.date for viewing in one.own[0].viewings]) == ([("Tidemark", 1988)], ["2012-01-05"])
    assert held.titles == [("Tidemark", 1988), ("Low Water", 1991)]
    assert [rating.value for own in held.own for rating in own.ratings] == [8, 6]


def test_the_scale_of_a_note_is_what_its_slider_says() -> None:
    note = "---\ntitle: Tidemark\nyear: 1988\npersonalRating: 4\nplan-to-watch: true\n---\n\n**Rating**: {}\n"

    ten = read("a.md", note.format("`INPUT[slider(addLabels, minValue(0), maxValue(10)):personalRating]`"))
    bare = read("a.md", note.format("`$= dv.current().personalRating`"))

    assert [(rating.value, rating.out_of) for rating in ten.own[0].ratings] == [(4, 10)]
    assert [(rating.value, rating.out_of) for rating in bare.own[0].ratings] == [(4, 5)]
    assert ten.own[0].watchlist == "yes"


def test_a_diary_without_a_column_of_its_own_for_the_day_has_it_in_its_date() -> None:
    found = read(
        "diary.json",
        json.dumps(
            [
                {
                    "film": "Tidemark",
                    "year": 1988,
                    "rating": "★★★½",
                    "date": "2022-01-02",
                    "liked": True,
                    "rewatch": False,
                },
                {
                    "film": "Low Water",
                    "year": 1991,
                    "rating": None,
                    "date": "2022-01-09",
                    "liked": False,
                    "rewatch": True,
                },
            ]
        ),
    )

    first, second = found.own
    assert [(viewing.date, viewing.rewatch) for viewing in first.viewings] == [("2022-01-02", False)]
    assert [(viewing.date, viewing.rewatch) for viewing in second.viewings] == [("2022-01-09", True)]
    assert (first.liked, second.liked) == ("yes", None)


def test_nought_is_no_rating_of_an_owner() -> None:
    found = read("films.csv", "Name,Year,Rating,Review,Watched\nTidemark,1988,0,,False\nLow Water,1991,8,,True\n")

    assert [[rating.value for rating in own.ratings] for own in found.own] == [[8]]


def test_a_viewing_history_in_another_language_is_one() -> None:
    found = read("NetflixViewingHistory.csv", 'Titel,Datum\n"Tidemark","25.01.22"\n"Low Water","05.01.22"\n')

    assert (found.reader, [viewing.date for own in found.own for viewing in own.viewings]) == (
        "netflix",
        ["2022-01-25", "2022-01-05"],
    )


def test_marks_of_site_generators_are_none_of_the_reviewers_words() -> None:
    found = read(
        "index.md",
        '+++\ntitle = "Tidemark"\n[film]\nyear = 1988\n[review]\nscore = "7/10"\n+++\n\n'
        "The dog is {{< em >}}best{{< /em >}}.\n",
    )

    assert [(r.text, r.rating and r.rating.value) for r in found.reviews] == [("The dog is best.", 7)]


def test_what_only_wraps_an_answer_is_gone_through() -> None:
    node = {
        "spoiler": True,
        "author": {"nickName": "ann", "userId": "ur1"},
        "authorRating": 8,
        "summary": {"originalText": "Fog all day"},
        "text": {"originalText": {"plaidHtml": "Good, and foggy.<br/><br/>All of it."}},
        "submissionDate": "2004-05-03",
    }
    title = {"id": "tt7654321", "titleText": {"text": "Tidemark"}, "releaseYear": {"year": 1988, "endYear": None}}
    found = read("answer.json", json.dumps({"data": {"title": title | {"reviews": {"edges": [{"node": node}]}}}}))

    (extract,), (review,) = found.extracts, found.reviews
    assert (extract.facts.title, extract.facts.year, extract.facts.ids) == ("Tidemark", 1988, {"imdb": "tt7654321"})
    assert (review.author, review.headline, review.text) == ("ann", "Fog all day", "Good, and foggy.\n\nAll of it.")
    assert (review.spoiler, review.date, review.rating and review.rating.value) == (True, "2004-05-03", 8)


def test_films_by_their_ids_are_all_read() -> None:
    films = {"tt7654321": {"title": "Tidemark", "year": 1988}, "tt7654322": {"title": "Low Water", "year": 1991}}

    found = read("db.json", json.dumps({"movies": films}))

    assert [(extract.facts.title, extract.facts.ids) for extract in found.extracts] == [
        ("Tidemark", {"imdb": "tt7654321"}),
        ("Low Water", {"imdb": "tt7654322"}),
    ]


def test_the_items_of_a_media_server_are_films_with_what_their_user_did() -> None:
    item = {
        "Name": "Tidemark",
        "ProductionYear": 1988,
        "OfficialRating": "PG",
        "RunTimeTicks": 54_600_000_000,
        "ProviderIds": {"Imdb": "tt7654321"},
        "People": [{"Name": "Ada Quill", "Type": "Director"}, {"Name": "Tom Ufer", "Role": "Tom", "Type": "Actor"}],
        "UserData": {"PlayCount": 1, "IsFavorite": True, "LastPlayedDate": "2022-01-02T20:00:00Z", "Played": True},
    }
    film, own = _row(read("items.json", json.dumps({"Items": [item, item | {"Name": "Low Water", "UserData": {}}]})))

    assert (film.runtime_minutes, film.certificate, film.directors, film.cast) == (
        91,
        "PG",
        ("Ada Quill",),
        ("Tom Ufer",),
    )
    assert ([viewing.date for viewing in own.viewings], own.liked) == (["2022-01-02"], "yes")


def test_attributes_of_empty_elements_are_values() -> None:
    film, own = _row(
        read(
            "library.xml",
            '<MediaContainer size="2"><Video guid="plex://movie/5d" title="Tidemark" year="1988" userRating="8.0" '
            'audienceRating="6.6" lastViewedAt="1641160000" duration="5460000"><Genre tag="Drama"/><Genre tag="Sea"/>'
            '<Guid id="imdb://tt7654321"/></Video><Video title="Low Water" year="1991"><Genre tag="Drama"/></Video>'
            "</MediaContainer>",
        )
    )

    assert (film.genres, film.ids, film.runtime_minutes) == (("Drama", "Sea"), {"imdb": "tt7654321"}, 91)
    assert [(rating.value, rating.out_of) for rating in film.ratings] == [(6.6, 10)]
    assert [viewing.date for viewing in own.viewings] == ["2022-01-02"]


def test_texts_under_the_name_of_who_wrote_them_are_reviews() -> None:
    found = read(
        "ratings.csv",
        "movie_title,rating_score,rating_timestamp_utc,critic,user_id\n"
        'Tidemark (1988),3,2017-06-10 12:38:33,"A calm fog, and a dog who knows what it is about.",41\n'
        'Low Water (1991),5,2015-08-15 23:42:31,"Dry, and proud of it, with nine songs in it.",85\n',
    )

    assert [(r.author, r.date, r.rating and r.rating.value) for r in found.reviews] == [
        ("41", "2017-06-10", 3),
        ("85", "2015-08-15", 5),
    ]


def test_a_rating_beside_the_owners_is_that_of_all() -> None:
    film, own = _row(read("rated.csv", "Name,Year,Rating,Your Rating\nTidemark,1988,7.1,8\nLow Water,1991,6.4,4\n"))

    assert ([r.value for r in film.ratings], [r.value for r in own.ratings]) == ([7.1], [8])


def test_cells_may_be_parted_by_several_characters() -> None:
    found = read(
        "train_data.txt",
        "1 ::: Tidemark (1988) ::: drama ::: Two people wait on a quay in the fog, and one leaves.\n"
        "2 ::: Low Water (1991) ::: thriller ::: A strike at a salt mine, told in nine songs.\n"
        "3 ::: Mire (1990) ::: comedy ::: A man sinks, slowly, as the village looks on.\n"
        "4 ::: Ebb (2001) ::: horror ::: What the tide leaves behind is not what it took.\n",
    )

    assert found.titles == [("Tidemark", 1988), ("Low Water", 1991), ("Mire", 1990), ("Ebb", 2001)]
    assert (found.extracts[0].facts.genres, found.extracts[1].facts.plot) == (
        ("drama",),
        "A strike at a salt mine, told in nine songs.",
    )


def test_the_summary_of_a_critic_is_their_review_and_a_date_of_four_figures_a_year() -> None:
    reviews = read(
        "critics.csv",
        "movie_title,critic,publication,score,date,summary\n"
        'Tidemark,Ann Ott,Courier,80,"May 3, 1998",A calm fog.\n'
        'Low Water,Bo Rig,Post,25,"May 4, 1998",Too wet by half.\n',
    )
    films = read("movies.csv", "id,name,date,description,minute,rating\n1,Tidemark,1988.0,They wait.,91.0,3.86\n")

    assert [(r.author, r.publication, r.text) for r in reviews.reviews] == [
        ("Ann Ott", "Courier", "A calm fog."),
        ("Bo Rig", "Post", "Too wet by half."),
    ]
    assert (films.titles, films.extracts[0].facts.runtime_minutes) == ([("Tidemark", 1988)], 91)


def test_a_users_name_tells_more_than_their_number_and_named_stars_are_stars() -> None:
    found = read(
        "reviews.csv",
        "movieTitle,rating,quote,userId,userDisplayName\nTidemark (1988),STAR_4_5,A calm fog and a dog.,u1,ann\n"
        "Low Water (1991),STAR_1,Too wet for me.,u2,bo\n",
    )

    assert [(r.author, r.rating and (r.rating.value, r.rating.out_of)) for r in found.reviews] == [
        ("ann", (4.5, 5)),
        ("bo", (1, 5)),
    ]


def test_the_settings_of_a_program_in_yaml_are_passed_over() -> None:
    found = read("mkdocs.yml", "site_name: Fog\nnav:\n  - Home: index.md\n  - About: about.md\n")

    assert (found.reader, found.extracts) == ("yaml", ())
    assert found.remarks == ("its fields name no film: site_name, nav, Home, About",)
