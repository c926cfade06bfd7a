"""The pages, and who may see what."""

import streamlit as st

from pmchat.i18n import _
from pmchat.ui import chat, counselor, kept, learn, library, visit
from pmchat.ui.keeping import keeping
from pmchat.ui.session import session

st.set_page_config(page_title=_("Understand your gene test report"), layout="centered")
ask = st.Page(chat.show, title=_("Ask"), url_path="ask", default=True)
my_visit = st.Page(visit.show, title=_("My visit"), url_path="visit")
pages = [
    ask,
    my_visit,
    st.Page(learn.show, title=_("Learn"), url_path="learn"),
    st.Page(kept.show, title=_("What is kept"), url_path="kept"),
    st.Page(counselor.show, title=_("For counselors"), url_path="counselor"),
    st.Page(library.show, title=_("For staff"), url_path="library"),
]
page = st.navigation(pages, position="top")
if turn := session().turned():
    st.switch_page({"ask": ask, "visit": my_visit}[turn])
with st.container(horizontal=True, key="pages"):  # for phones, where the top line is folded away
    for one in pages:
        st.page_link(one)
with keeping():
    page.run()
