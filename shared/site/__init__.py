"""What our web pages have alike: safety headers, templates, packaged files, refusals."""
