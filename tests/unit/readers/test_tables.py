"""Tables: columns found by name and content, whatever parts the cells, and what is broken named by its row."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from tests.unit.readers.reading import read, read_all
from tui.errors import DocumentError
from tui.readers.document import Document
from tui.readers.rows.roles import role_of
from tui.readers.rows.settling import scale_of
from tui.readers.rows.values import link_ids
from tui.readers.tables import READER

_LONG = (
    "It starts slowly, finds its feet in the second reel, and by the end nobody in the row of seats before me moved."
)


def test_a_table_of_reviews_keeps_author_headline_rating_date_and_film() -> None:
    found = read(
        "reviews.csv",
        "movieTitle,Year,criticName,publicationName,quote,originalScore,creationDate,isSpoiler\r\n"
        'Gaslight Row,1951,Ann Ott,The Courier,"Slow, but ""fine"".",3.5/4,2001-05-06,false\r\n'
        "Gaslight Row,1951,B. Hale,,Bad.,C-,2001-05-07,true\r\n",
    )
    assert found.titles == [("Gaslight Row", 1951)]
    one, two = found.reviews
    assert (one.author, one.publication, one.text, one.date) == (
        "Ann Ott",
        "The Courier",
        'Slow, but "fine".',
        "2001-05-06",
    )
    assert one.rating is not None
    assert (one.rating.value, one.rating.out_of) == (3.5, 4)
    assert two.rating is not None
    assert two.rating.written == "C-"
    assert two.spoiler
    assert one.sources[0].lines == (2, 2)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|", "$"])
def test_the_delimiter_is_found(mark: str) -> None:
    text = "\n".join(
        mark.join(row) for row in (("title", "year", "review"), *[("Mire", "1990", f"Good {n}") for n in range(5)])
    )
    assert len(read("films.csv", text).reviews) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = "title,year,review\nDer Fährmann,1931,„Schön“ – ja\n" + "Mire,1990,Good\n" * 4
    if encoding in {"cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"}:
        found = read("films.csv", text.encode(encoding))
        assert found.extracts[0].facts.title == "Der Fährmann"
        assert found.reviews[0].text == "„Schön“ – ja"


def test_a_table_whose_rows_have_two_encodings_loses_no_character() -> None:
    raw = "title,year,review\nÉtude,1990,né à Köln\n".encode() + "Mädchen,1991,früh\n".encode("cp1252")
    found = read("films.csv", raw)
    assert [extract.facts.title for extract in found.extracts] == ["Étude", "Mädchen"]


def test_columns_without_known_names_are_found_by_their_content() -> None:
    rows = "\n".join(f"Harbour Lights ({1950 + n})${6 + n % 4}${_LONG} {n}" for n in range(12))
    found = read("dump.csv", f"tytul_x$wynik$tekst_x\n{rows}\n")
    assert found.titles[0] == ("Harbour Lights", 1950)
    assert found.reviews[0].rating is not None
    assert found.reviews[0].rating.out_of == 10


def test_a_loose_table_of_reviews_names_no_film_and_says_so() -> None:
    rows = "".join(f'"{_LONG}<br /><br />Part two of {n}.",{("positive", "negative")[n % 2]}\n' for n in range(6))
    found = read("dataset.csv", "review,sentiment\n" + rows)
    assert len(found.extracts) == len(found.reviews) == 6
    assert found.titles[0] == (None, None)
    assert found.reviews[0].text == f"{_LONG}\n\nPart two of 0."
    assert [review.rating.written for review in found.reviews[:2] if review.rating] == ["positive", "negative"]
    assert any("names no film" in remark for remark in found.remarks)


def test_plots_without_a_header_are_plots() -> None:
    rows = "".join(f"{1000 + 7 * n}\t{_LONG} Number {n}.\n" for n in range(5))
    found = read("plot_summaries.txt", rows)
    assert len(found.extracts) == 5
    assert found.extracts[0].facts.plot == f"{_LONG} Number 0."


def test_reviews_that_name_their_film_by_a_number_find_it_in_the_table_beside_them(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text(
        "movieId,movieTitle,movieYear,critic_score\n7,Tin Moon,1973,81%\n8,Salt,1975,40%\n"
    )
    rows = "".join(f"{7 + n % 2},Critic {n},Line {n} of the paper.,fresh\n" for n in range(6))
    (tmp_path / "critic_reviews.csv").write_text("movieId,criticName,quote,reviewState\n" + rows)
    found = read_all(tmp_path)[f"{tmp_path.name}/critic_reviews.csv"]
    assert {extract.facts.title for extract in found.extracts} == {"Tin Moon", "Salt"}
    assert len(found.reviews) == 6


def test_gzip_is_read_through(tmp_path: Path) -> None:
    (tmp_path / "reviews.tsv.gz").write_bytes(
        gzip.compress(b"title\tyear\treview\nMire\t1990\tGood\nMire\t1990\tBad\n")
    )
    (found,) = read_all(tmp_path).values()
    assert [review.text for review in found.reviews] == ["Good", "Bad"]


def test_broken_rows_are_named_by_their_number_and_the_others_are_read() -> None:
    found = read(
        "reviews.csv",
        "title,year,review,rating\nMire,1990,Good,7\nMire,x,y,z,1990,Good,7\nMire,nineteen,Bad,7\nSalt,1975,Fine,8\nMire\n",
    )
    assert [title for title, _ in found.titles] == ["Mire", "Salt"]
    assert [remark for remark in found.remarks if "row" in remark][:3] == [
        "row 3 is left out: it has 7 cells where the header has 4",
        "row 4 is left out: «year» holds «nineteen»",
        "row 6 is left out: it has 1 cells where the header has 4",
    ]


def test_a_row_that_only_lacks_its_last_cells_is_read() -> None:
    found = read("films.csv", "title,year,director,genre\nMire,1990,A. Wolk,Drama\nSalt,1975\n")
    assert found.titles == [("Mire", 1990), ("Salt", 1975)]


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    rows = [f"tt00000{10 + n},{n % 10},Review number {n} of this table" for n in range(500)]
    rows[20] = 'tt0000030,3,"Never closed'
    found = read("reviews.csv", "imdb_id,rating,review\n" + "\n".join(rows) + "\n")
    assert len(found.reviews) == 499
    assert any("row 22 is left out: a quote is opened and never closed" in remark for remark in found.remarks)


def test_a_header_that_is_repeated_is_no_film() -> None:
    found = read("films.csv", "title,year,review\nMire,1990,Good\ntitle,year,review\nSalt,1975,Bad\n")
    assert found.titles == [("Mire", 1990), ("Salt", 1975)]
    assert any("header is repeated" in remark for remark in found.remarks)


def test_columns_that_change_places_under_a_new_header_are_followed() -> None:
    found = read("films.csv", "title,year,review\nMire,1990,Good\nyear,review,title\n1975,Bad,Salt\n")
    assert found.titles == [("Mire", 1990), ("Salt", 1975)]
    assert [review.text for review in found.reviews] == ["Good", "Bad"]


def test_columns_that_change_places_without_a_word_are_named_row_by_row() -> None:
    rows = "".join("Mire,1990,Good\n" for _ in range(5)) + "".join("1990,Mire,Good\n" for _ in range(40))
    found = read("films.csv", "title,year,review\n" + rows)
    assert len(found.reviews) == 5
    assert sum("is left out" in remark for remark in found.remarks) == 20
    assert any("20 more rows" in remark for remark in found.remarks)


def test_a_table_that_is_about_no_film_is_refused() -> None:
    with pytest.raises(DocumentError):
        read("stock.csv", "sku,amount,warehouse\n1,2,3\n4,5,6\n7,8,9\n")


def test_a_cell_of_a_spreadsheet_loses_the_apostrophe_that_guards_it() -> None:
    found = read("films.csv", "title,year,review\n'-30-,1959,'=good\nMire,1990,'tis fine\n")
    assert found.titles[0] == ("-30-", 1959)
    assert [review.text for review in found.reviews] == ["=good", "'tis fine"]


def test_no_more_than_one_row_is_held() -> None:
    """A table of any size is read as a stream: what is read ahead does not grow with it."""
    rows = b"title,year,review\n" + b"Mire,1990,Good and long enough\n" * 200_000
    taken = 0

    class Counting(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            nonlocal taken
            block = super().read1(size)
            taken += len(block)
            return block

    document = Document("big.csv", lambda: Counting(rows), len(rows))
    _ = document.sha256
    taken = 0
    assert next(iter(READER.read(document))) is not None
    assert taken < 2_000_000


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("movieTitle", "title"), ("Movie_Title", "title"), ("Título", "title"), ("片名", "title"),
        ("tconst", "id:imdb"),
        ("imdbID", "id:imdb"), ("IMDb Rating", "film_rating"), ("Runtime (mins)", "runtime"), ("review_text", "text"),
        ("actor_1_name", "cast"), ("Your Rating", "my_rating"), ("no such column", None),
    ],
)  # fmt: skip
def test_a_column_goes_by_many_names(name: str, role: str | None) -> None:
    assert role_of(name) == role


@pytest.mark.parametrize(
    ("name", "column", "scale"),
    [
        ("rating", ["3", "4.5", "5"], 5.0), ("rating", ["3", "7"], 10.0), ("rating", ["88", "7"], 100.0),
        ("Rating (out of 4)", ["1", "2"], 4.0), ("Rating10", ["1"], 10.0), ("score", ["B+", "A"], None),
    ],
)  # fmt: skip
def test_the_scale_of_bare_numbers_is_said_by_the_name_or_by_the_largest(
    name: str, column: list[str], scale: float | None
) -> None:
    assert scale_of(name, column) == scale


def test_json_arrays_lines_and_collections_are_read_alike() -> None:
    films = [
        {"title": f"Film {n}", "year": 1990 + n, "cast": ["A. B.", "C. D."], "genres": ["Drama"]} for n in range(3)
    ]
    array = read("films.json", json.dumps(films))
    lines = read("films.jsonl", "\n".join(json.dumps(film) for film in films))
    keyed = read("films.json", json.dumps({f"k{n}": film for n, film in enumerate(films)}))
    wrapped = read("films.json", json.dumps({"count": 3, "results": films}))
    assert array.titles == lines.titles == keyed.titles == wrapped.titles == [(f"Film {n}", 1990 + n) for n in range(3)]
    assert array.extracts[0].facts.cast == ("A. B.", "C. D.")


def test_a_film_with_its_reviews_inside_gives_them_all() -> None:
    film = {
        "movie": {"title": "Mire", "year": 1990, "ids": {"imdb": "tt0000099"}},
        "reviews": [
            {"author": {"name": "Ann"}, "content": "Good", "rating": 8},
            {"author": {"name": "Bo"}, "content": "Bad"},
        ],
    }
    found = read("mire.json", json.dumps(film))
    assert found.titles == [("Mire", 1990)]
    assert [(review.author, review.text) for review in found.reviews] == [("Ann", "Good"), ("Bo", "Bad")]
    assert found.extracts[0].facts.ids == {"imdb": "tt0000099"}


def test_broken_json_is_named_and_the_rest_is_read() -> None:
    lines = ['{"title": "Mire", "year": 1990}', '{"title": "Broken", "year": 19', '{"title": "Salt", "year": 1975}']
    found = read("films.jsonl", "\n".join(lines))
    assert [title for title, _ in found.titles] == ["Mire", "Salt"]
    assert any(remark.startswith("entry 2 is left out") for remark in found.remarks)
    cut = read("films.json", '[{"title": "Mire", "year": 1990}, {"title": "Salt", "ye')
    assert cut.titles == [("Mire", 1990)]
    assert any("ends in the middle" in remark for remark in cut.remarks)


def test_json_that_is_nested_without_end_is_refused() -> None:
    with pytest.raises(DocumentError):
        read("deep.json", '[{"title": "Mire", "year": 1990, "cast": ' + "[" * 200_000)


def test_lone_surrogates_and_controls_of_json_do_not_get_in() -> None:
    found = read(
        "films.json", '[{"title": "Mi\\ud800re\\u001b[31m", "year": 1990, "plot": "A\\u0000B\\u202e and so on."}]'
    )
    facts = found.extracts[0].facts
    assert facts.title == "Mi\ufffdre[31m"
    assert facts.plot == "AB and so on."


def test_a_table_written_by_columns_is_read_by_rows() -> None:
    lists = read("mire.json", json.dumps({"movie": ["Mire", "Salt"], "year": [1990, 1975], "review": ["Good", "Bad"]}))
    numbers = read("mire.json", json.dumps({"movie": {"0": "Mire", "1": "Salt"}, "review": {"0": "Good", "1": "Bad"}}))
    assert [review.text for review in lists.reviews] == [review.text for review in numbers.reviews] == ["Good", "Bad"]
    assert [title for title, _ in lists.titles] == [title for title, _ in numbers.titles] == ["Mire", "Salt"]


def test_the_reviews_of_a_film_may_be_plain_texts() -> None:
    found = read("mire.json", json.dumps([{"title": "Mire", "year": 1990, "reviews": ["Good", "Bad"]}]))
    assert [review.text for review in found.reviews] == ["Good", "Bad"]


def test_headlines_are_not_taken_for_films() -> None:
    heads = ["Better than it looked", "Went in with nothing", "What were they thinking", "Could have been shorter"]
    rows = "".join(f"{heads[n % 4]} {'again and ' * (n // 4)}there,{n % 10},{_LONG}\n" for n in range(12))
    found = read("movie_reviews.csv", "title,rating,review\n" + rows)
    assert found.titles[0] == (None, None)
    assert found.reviews[0].headline == "Better than it looked there"


def test_a_script_that_is_only_an_array_is_read_and_never_run() -> None:
    found = read(
        "movies.js",
        "// mine\nconst films = [\n  {title: 'Mi\\'re', year: 1990, stars: 4, review: `Good`, tags: ['a',],},\n"
        "  {title: \"Salt\", year: 1975, stars: 2, review: 'Bad' /* really */},\n];\nexport default films;\n",
    )
    assert found.titles == [("Mi're", 1990), ("Salt", 1975)]
    assert [review.text for review in found.reviews] == ["Good", "Bad"]
    with pytest.raises(DocumentError, match="plain values"):
        read("movies.js", "const films = [{title: 'Mire', year: 1990, review: load('x')}];")


def test_trivia_in_a_list_of_films_is_trivia() -> None:
    found = read("films.json", json.dumps([{"title": "Mire", "year": 1990, "trivia": ["One.", "Two."]}]))
    assert [item.text for item in found.trivia] == ["One.", "Two."]
    assert set(found.titles) == {("Mire", 1990)}


def test_a_certificate_called_rating_is_a_certificate() -> None:
    rows = "".join(f"{n}\t{_LONG}\t{('R', 'PG')[n % 2]}\tDrama\tA. Wolk\t98 minutes\n" for n in range(6))
    found = read("movie_info.tsv", "id\tsynopsis\trating\tgenre\tdirector\truntime\n" + rows)
    facts = found.extracts[1].facts
    assert (facts.certificate, facts.runtime_minutes, facts.ratings) == ("PG", 98, ())


def test_a_text_whose_commas_were_not_quoted_is_put_together_again() -> None:
    rows = "".join(f"{n % 10}/10,Mire,Slow, but fine, {n},{n % 28 + 1} July 2022\n" for n in range(12))
    found = read("reviews.csv", "Rating,Movie,Review,Date\n" + rows)
    assert [review.text for review in found.reviews][:2] == ["Slow, but fine, 0", "Slow, but fine, 1"]
    assert found.reviews[0].date == "2022-07-01"


def test_the_id_of_a_link_ends_with_the_link() -> None:
    assert link_ids('<a href="https://de.wikipedia.org/wiki/Hafen">\x1b') == {
        "wikipedia": "de.wikipedia.org/wiki/Hafen"
    }


@pytest.mark.parametrize("tail", ['"unclosed,1\n', '"unclosed,1\nReed,1990,6\n'])
def test_a_quote_that_the_last_row_leaves_open_is_named(tail: str) -> None:
    found = read("films.csv", f"title,year,rating\nTin Moon,1973,8\nMire,,\n{tail}")
    assert "unclosed,1" not in [title for title, _ in found.titles]
    assert "row 4 is left out: a quote is opened and never closed" in found.remarks
    assert [title for title, _ in found.titles][2:] == (["Reed"] if "Reed" in tail else [])
