"""The pages, and who may see what."""

import streamlit as st

from pmchat.ui import chat, counselor, library

st.set_page_config(page_title="Understand your gene test report", layout="centered")
st.navigation(
    [
        st.Page(chat.show, title="Ask", url_path="ask", default=True),
        st.Page(counselor.show, title="Counselor", url_path="counselor"),
        st.Page(library.show, title="Library", url_path="library"),
    ],
    position="top",
).run()
