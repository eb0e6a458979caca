"""Two looks of our own: the auditorium (dark) and the foyer by day (light).

Warm near-black, cream and the amber of a projector's lamp; velvet red only for what is veiled or wrong. Text
reaches a contrast of at least 7 : 1 on its ground, muted text 4.5 : 1.
"""

from __future__ import annotations

from textual.theme import Theme

_SHARED = {"input-cursor-text-style": "none", "footer-background": "$surface"}

DARK = Theme(
    name="matinee",
    primary="#E2AC4D",
    secondary="#9DB0A3",
    accent="#E2AC4D",
    warning="#E0A458",
    error="#E07A66",
    success="#9DBB84",
    foreground="#E9E1D3",
    background="#161412",
    surface="#1D1A17",
    panel="#29241F",
    dark=True,
    variables={
        **_SHARED,
        "muted": "#9C9284",
        "faint": "#4A433B",
        "bar": "#756A5C",
        "lit": "#F6D58B",
        "lit-ground": "#574119",
        "here": "#1A1300",
        "here-ground": "#F2BE5C",
        "cursor-ground": "#3A3125",
        "cursor-weak": "#26211C",
        "hover-ground": "#221E1A",
        "veil": "#C98B7B",
        "scrollbar": "#3A342D",
        "scrollbar-hover": "#5A5044",
        "scrollbar-active": "#E2AC4D",
        "scrollbar-background": "#161412",
        "scrollbar-background-hover": "#161412",
        "scrollbar-background-active": "#161412",
        "input-selection-background": "#E2AC4D 35%",
    },
)
LIGHT = Theme(
    name="matinee-day",
    primary="#7D5208",
    secondary="#47604F",
    accent="#7D5208",
    warning="#83500D",
    error="#A33A27",
    success="#40662A",
    foreground="#2A2520",
    background="#F8F3E9",
    surface="#F1EADC",
    panel="#E6DCC9",
    dark=False,
    variables={
        **_SHARED,
        "muted": "#6F6558",
        "faint": "#CFC4B0",
        "bar": "#978A74",
        "lit": "#3A2800",
        "lit-ground": "#F3D89A",
        "here": "#FFF8E8",
        "here-ground": "#7D5208",
        "cursor-ground": "#E9D7B2",
        "cursor-weak": "#EEE6D6",
        "hover-ground": "#F1EADC",
        "veil": "#8F4A3B",
        "scrollbar": "#D5CAB7",
        "scrollbar-hover": "#B5A88F",
        "scrollbar-active": "#7D5208",
        "scrollbar-background": "#F8F3E9",
        "scrollbar-background-hover": "#F8F3E9",
        "scrollbar-background-active": "#F8F3E9",
        "input-selection-background": "#7D5208 30%",
    },
)
THEMES = (DARK, LIGHT)
