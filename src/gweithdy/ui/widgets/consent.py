"""What a tick for being named in the pack means, in words."""

from gweithdy.domain.problem import N_

CONSENT_LABELS = {True: N_("May be named"), False: N_("Not named")}
