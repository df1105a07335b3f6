"""Records: one YAML file a case. Reading with line numbers, the shape, the rules, the template, and writing.

`checking` holds files to everything and is where to start; `shape` says what a record is; `reading` turns YAML into
values that know their lines; `walk` and `leaves` hold values to the shape; `rules` are what the shape cannot say;
`template` writes a record to fill in; `writing` writes one as text; `formatting` puts files into one layout,
`comments_in` finds the comments that stay with their values; `upgrade` reads the format of before.
"""
