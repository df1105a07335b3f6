"""Spreadsheets that become records: read, held to the rules by sheet and cell, written as YAML."""
