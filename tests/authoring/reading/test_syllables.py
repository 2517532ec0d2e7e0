"""Syllables are counted as grammars and dictionaries part them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.authoring.reading.syllables import english, portuguese, spanish

#: Parted as in the Ortografía de la lengua española and the Academy's dictionaries.
SPANISH = """
    pe-di-do can-ce-la-ción des-pués vi-ven cons-truc-ción trans-por-te
    que-so gue-rra gui-ta-rra pin-güi-no ci-güe-ña a-gua quien pa-gué
    ciu-dad cui-dar viu-da cons-truir fui cuí-da-te aun-que ai-re
    te-a-tro po-e-ta le-er a-é-re-o o-ce-á-ni-co co-o-pe-rar re-em-bol-so zo-o lí-ne-a
    pa-ís dí-a rí-o le-í o-í-do a-ún ba-úl ra-íz ven-dí-ais
    bú-ho a-hí ve-hí-cu-lo al-co-hol prohi-bir de-sa-ho-go
    rey re-yes y muy ya-te buey U-ru-guay cam-biáis a-ve-ri-güéis
    chi-i-ta guion
"""
#: Parted as in school grammars; ``his-tó-ria`` and its like as they are spoken.
PORTUGUESE = """
    pe-di-do a-ção co-ra-ção in-for-ma-ções mãe mãos põe pães a-vi-ões re-gi-ão ques-tão não
    qua-tro guar-da á-gua quan-do i-gual que quem guer-ra fre-quen-te lin-gui-ça a-guen-tar
    mui-to cui-da-do gra-tui-to viu par-tiu ou-viu céu dói dois oi-to pau-lis-ta joi-a i-dei-a
    vei-o en-sai-o U-ru-guai
    sa-í-da sa-ú-de pa-ís pe-rí-o-do pre-ju-í-zo pos-su-í-a
    ra-i-nha mo-i-nho ru-im ca-ir ju-iz a-in-da sa-in-do tri-un-fo
    re-em-bol-so le-em vo-o mo-e-da po-e-si-a vi-a-gem fi-el cli-en-te
    di-a ri-o na-vi-o com-pa-nhi-a con-ti-nu-o su-a ca-os ca-iu cons-tru-iu
    his-tó-ria sé-rie prê-mio ne-gó-cio a-gên-cia pa-ci-ên-cia vá-rios á-rea ó-leo con-tí-nuo
    ao aos vo-cê três tam-bém ór-gão
"""
ENGLISH = """
    or-der re-fund can-celled sell-er wait-ed paid ta-ble made makes box-es dates wa-ges hap-pened
    safe-ly pay-ment use-ful some-thing some-bod-y sta-tion spe-cial so-cial vid-e-o rad-i-o
    buy-er pay-ing do-ing qui-et soc-i-e-ty car-ri-er u-su-al busi-ness the a my world dis-pute
"""


@pytest.mark.parametrize("parted", SPANISH.split())
def test_a_spanish_word__counted__has_the_syllables_of_the_academy(parted):
    assert spanish(parted.replace("-", "")) == parted.count("-") + 1


@pytest.mark.parametrize("parted", PORTUGUESE.split())
def test_a_portuguese_word__counted__has_the_syllables_of_grammars(parted):
    assert portuguese(parted.replace("-", "")) == parted.count("-") + 1


@pytest.mark.parametrize("parted", ENGLISH.split())
def test_an_english_word__counted__has_the_syllables_of_the_dictionary(parted):
    assert english(parted.replace("-", "")) == parted.count("-") + 1


def test_a_word_in_capitals__counted__is_the_same_word():
    assert [spanish("PAÍS"), portuguese("AÇÃO"), english("ORDER")] == [2, 2, 2]


def test_parts_of_a_compound__counted__are_counted_apart():
    assert portuguese("segunda-feira") == 5
    assert spanish("franco-alemán") == 5


@given(st.text(max_size=40))
def test_any_text__counted__has_at_least_one(text):
    assert min(count(text) for count in (english, portuguese, spanish)) >= 1
