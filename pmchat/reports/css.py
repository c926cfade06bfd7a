"""Which elements of a web page can be seen, by their attributes and the page's own styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tinycss2
from cssselect import HTMLTranslator, SelectorError, parse
from lxml import etree

_SHOWN = frozenset({
    "display", "visibility", "opacity", "font-size", "color", "background", "background-color",
    "position", "left", "top", "text-indent", "clip", "clip-path", "text-decoration",
    "text-decoration-line", "white-space", "width", "height", "overflow",
})  # fmt: skip
_MAX_RULES = 300
_MAX_WORK = 6_000_000
_MAX_SHEETS = 500_000
_MAX_SELECTOR = 200
_NOUGHT = re.compile(r"^0*\.?0*(?:px|pt|em|rem|%)?$")
_TINY = re.compile(r"^(?:0*\.?0*|[01](?:\.\d+)?(?:px|pt)|0\.0\d*r?em)$|^0(?:px|pt|em|rem|%)$")
_FAR_AWAY = re.compile(r"^-\d{3,}")
_CLIPPED = re.compile(r"^(?:rect\(0|rect\(1px|inset\((?:50|100)%)")
_WHITE = re.compile(
    r"^(?:white|snow|ivory|#f[c-f]?f[c-f]?f[c-f]?|#(?:f[a-f]){3}|transparent"
    r"|rgba?\(25[0-5], ?25[0-5], ?25[0-5].*\)|rgba\(.*, ?0(?:\.0\d*)?\))$"
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?:\s|$)"
)

Style = dict[str, str]


class Styles:
    """The styles of a page: the rules in its `style` elements and those on the elements."""

    def __init__(self, root: etree._Element) -> None:
        self._by_rule: dict[etree._Element, Style] = {}
        ranked = sorted(_rules(root), key=lambda rule: rule[0])
        for _, path, style in ranked:
            found = path(root)
            for element in found if isinstance(found, list) else ():
                if isinstance(element, etree._Element):
                    self._by_rule.setdefault(element, {}).update(style)

    def of(self, element: etree._Element) -> Style:
        """What is set on an element itself."""
        own = element.get("style")
        by_rule = self._by_rule.get(element, {})
        return {**by_rule, **_declared(own[: _MAX_SELECTOR * 10])} if own else by_rule


def hidden(element: etree._Element, style: Style, on_white: bool) -> bool:
    """Whether a person cannot see the element; `on_white`: nothing around it is coloured."""
    if element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true":
        return True
    if element.tag == "input" and element.get("type", "").lower() == "hidden":
        return True
    if _UNSEEN_CLASS.search(element.get("class", "")):
        return True
    return bool(style) and (_not_drawn(style) or (on_white and _white_on_white(style)))


def coloured(style: Style) -> bool:
    """Whether the element has a background that is not white."""
    ground = style.get("background-color") or style.get("background") or ""
    return bool(ground) and not _WHITE.match(ground) and ground not in ("none", "inherit")


def _not_drawn(style: Style) -> bool:
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or bool(_NOUGHT.match(style.get("opacity", "1")))
        or bool(_TINY.match(style.get("font-size", "1em")))
        or any(_FAR_AWAY.match(style.get(side, "")) for side in ("left", "top", "text-indent"))
        or bool(_CLIPPED.match(style.get("clip") or style.get("clip-path") or ""))
        or "line-through" in style.get("text-decoration", "")
        or "line-through" in style.get("text-decoration-line", "")
        or (
            style.get("overflow") == "hidden"
            and any(_TINY.match(style.get(side, "9px")) for side in ("width", "height"))
        )
    )


def _white_on_white(style: Style) -> bool:
    return bool(_WHITE.match(style.get("color", ""))) and not coloured(style)


def _declared(css: str) -> Style:
    """The declarations that matter to what is seen."""
    found: Style = {}
    try:
        for part in tinycss2.parse_declaration_list(css, skip_comments=True, skip_whitespace=True):
            if part.type == "declaration" and part.lower_name in _SHOWN:
                found[part.lower_name] = tinycss2.serialize(part.value).strip().lower()
    except RecursionError:  # brackets without end mean nothing to a browser either
        return {}
    return found


def _rules(root: etree._Element) -> Iterator[tuple[tuple[int, int, int], etree.XPath, Style]]:
    """The simple rules of the page's style sheets, as far as they fit the time there is."""
    size = sum(1 for _ in root.iter())
    room = min(_MAX_RULES, _MAX_WORK // max(1, size))
    translator = HTMLTranslator()
    for rule in tinycss2.parse_stylesheet(_sheets(root), skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        try:
            style = _declared(tinycss2.serialize(rule.content))
            written = tinycss2.serialize(rule.prelude)
            if not style or len(written) > _MAX_SELECTOR or re.search(r"[~:+]", written):
                continue
            selectors = parse(written)
            paths = [etree.XPath(translator.selector_to_xpath(one)) for one in selectors]
        except (SelectorError, etree.XPathError, RecursionError):
            continue  # what is no sound rule hides nothing
        room -= len(paths)
        if room < 0:
            return
        for selector, path in zip(selectors, paths, strict=True):
            yield selector.specificity(), path, style


def _sheets(root: etree._Element) -> str:
    """The style sheets that hold on a screen."""
    sheets = (
        sheet.text or ""
        for sheet in root.iter("style")
        if sheet.get("media", "all").strip().lower() in ("all", "screen", "")
    )
    return "\n".join(sheets)[:_MAX_SHEETS]
