"""Letters between agencies: their form, and the rules of a form that hospitals send."""
