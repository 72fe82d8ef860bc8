"""Styles are ours alone: one type, real headings, the present form of the format."""

from desktop.files.word import document
from tests.files.report_builder import a_report
from tests.files.word.reading import W, opened, root


def test_no_style_of_the_library_s_template_is_left() -> None:
    names = {style.name for style in opened(a_report()).styles}
    assert {"Normal", "Body Text", "Heading 1", "Heading 3", "Table Grid"} <= names
    assert len(names) < 20


def test_body_text_is_set_as_the_decree_asks() -> None:
    (body,) = [s for s in opened(a_report()).styles if s.name == "Body Text"]
    setting = body.paragraph_format
    assert round(setting.first_line_indent.cm, 2) == 1.27
    assert setting.space_before.pt == 6
    assert setting.line_spacing == 1.15
    (normal,) = [s for s in opened(a_report()).styles if s.name == "Normal"]
    assert normal.font.size is None  # so the document's own 14 points hold
    defaults = root(document.draw(a_report()), "word/styles.xml")
    size = defaults.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    assert size.get(f"{W}val") == "28"


def test_the_document_is_of_the_present_form() -> None:
    settings = root(document.draw(a_report()), "word/settings.xml")
    form = settings.find(f"{W}compat/{W}compatSetting")
    assert form.get(f"{W}val") == "15"
