-- A school only a file delivered wrongly had named is no longer one; what hangs on it stays and can be told of.
alter table unit add column withdrawn boolean not null default false;
alter table unit add check (kind = 'SCHOOL' or not withdrawn);
