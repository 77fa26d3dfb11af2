"""Paper: data in, PDF out. Knows neither the database nor the window.

letters  invitations  rosters          one file per kind of paper
body  slip  programme  letterhead      the parts of a page
template  fields  layouts  content     words, merge fields, places, and what a caller hands in
typesetter  pen  writer                lines of text, operators of a page, the file
fonts  text  qr  logo                  glyphs, characters, codes, pictures
"""
