"""The helper that other tests stand on does what its docstring says."""

from hand_built import marked_doc, reading_of, table_doc

TABLE = """
    Mr.    NNP  Roe   compound
    Roe    NNP  said  nsubj     PERSON
    said   VBD  said  ROOT
    so     RB   said  advmod
    .      .    said  punct
    Acme   NNP  grew  nsubj     ORG
    grew   VBD  grew  ROOT
"""


def test_marked_names_become_entities_and_the_marks_go() -> None:
    doc = marked_doc("Mr. [[PERSON|Roe]] came to [[ORG|Acme Corp.]] late. He left.")
    assert doc.text == "Mr. Roe came to Acme Corp. late. He left."
    assert [(e.text, e.label_) for e in doc.ents] == [("Roe", "PERSON"), ("Acme Corp.", "ORG")]


def test_a_table_gives_heads_tags_and_entities_and_keeps_the_text() -> None:
    text = "Mr. Roe said so.\n\nAcme grew"
    doc = table_doc(TABLE, text)
    assert doc.text == text
    assert [(t.text, t.head.text, t.pos_) for t in doc if t.dep_ == "nsubj"] == [
        ("Roe", "said", "PROPN"),
        ("Acme", "grew", "PROPN"),
    ]
    assert [(e.text, e.label_) for e in doc.ents] == [("Roe", "PERSON"), ("Acme", "ORG")]
    assert [s.text.strip() for s in doc.sents] == ["Mr. Roe said so.", "Acme grew"]


def test_a_table_without_heads_has_no_parse() -> None:
    doc = table_doc("Roe NNP - - PERSON\nspoke VBD")
    assert not doc.has_annotation("DEP")
    assert doc[1].pos_ == "VERB"


def test_a_reading_has_blocks_that_cover_its_text() -> None:
    reading = reading_of([("title", "[[ORG|Acme]] grows"), ("paragraph", "It did.")], title="Acme grows")
    assert reading.text == "Acme grows\n\nIt did." == reading.doc.text
    assert [reading.block_text(b) for b in reading.post.blocks] == ["Acme grows", "It did."]
    assert reading.post.title == "Acme grows"
