"""The daily look: does every letter have its end, and is a deadline of its sender near?"""
