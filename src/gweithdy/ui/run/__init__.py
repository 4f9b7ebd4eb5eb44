"""The Run page: what is on now, how long still, and what comes next."""
