"""The dialect of Markdown that texts and annotations are written in; see docs/markdown.md.

`parsing` is the parser with its limits, `extras` are the rules CommonMark lacks, `inline` is the
tree of what stands inside a block, with `building` from tokens, `canonical` as its one spelling,
`rendering` to HTML, `rereading` from that HTML and `writing_inline` back to Markdown. `reading`
makes blocks, `writing` makes Markdown of blocks. Pure Python: no Django, no models.
"""
