"""``saraban doctor``: is a deployment, or the town, as it must be?"""
