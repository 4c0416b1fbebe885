"""A register with many letters, and what its pages ask of DynamoDB."""
