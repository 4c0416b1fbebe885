"""What our sites have alike: requests, pages, refusals; and where letters are handed in."""
