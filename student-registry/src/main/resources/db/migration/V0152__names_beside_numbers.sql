-- Whether the roll knows a number under a name is asked of every row of a register; told from the index alone.
create index student_identity_name on student (identity_index) include (name);
drop index student_identity;
