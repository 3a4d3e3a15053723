-- Which revision of a person the others were told last; 0 where they have not heard of him.
alter table person add column told bigint not null default 0;
