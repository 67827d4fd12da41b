"""JSON for the front end and for programs: the same verbs, the same gate, described by OpenAPI."""
