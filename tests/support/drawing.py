"""How many examples Hypothesis draws."""

from hypothesis import settings

#: Half as many as the profile in use says, for tests each example of which takes long.
HALF_AS_MANY = settings(max_examples=settings.default.max_examples // 2)  # type: ignore[union-attr]
