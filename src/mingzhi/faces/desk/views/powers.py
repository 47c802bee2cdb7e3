"""The power list (执法事项清单): what the town may do on a chosen day, and one power with all its versions.

Serves 行政处罚法 24 and 39: powers, their basis and remedies are public. Nothing is changed here.
"""

from __future__ import annotations


