"""Tables: which there are, the rows that a record gives, typed frames of them, and how they are saved."""
