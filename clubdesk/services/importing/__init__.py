"""Reading members' lists from other programs.

A file becomes a `MemberList` (reading), its columns are given their meaning (columns), each row becomes a
`PersonRow` or is rejected with its reason (values). Nothing here knows the database.

    member_list = read_list(path)
    columns = map_columns(member_list.headers, member_list.samples(), {"Fahrgestellnr": "vin"})
    people, rejected, remarks = read_people(member_list, columns)
    save_rejected(path, member_list, rejected)
"""
