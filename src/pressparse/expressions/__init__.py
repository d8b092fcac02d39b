"""Small expressions that several layers read: dates, quotation marks, addresses of mail, phone and web."""
