-- What a large batch or its return file has just put there is planned for what it is, not for the few rows of before.
grant maintain on payment_line, bank_return_row to ${app_role};
