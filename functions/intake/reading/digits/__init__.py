"""The digit reader: Thai numbers on a page picture, which the OCR engine cannot write."""
