-- What a person's posts are is asked many times for one page and kept for the statement. Settings of a
-- transaction can be written by whoever may run a statement, so what is kept there is sealed with a
-- secret that nobody reads: see private.my_posts().
create table private.seals (
	id boolean primary key default true check (id),
	secret bytea not null check (length(secret) = 32)
);
comment on table private.seals is
	'One row: the secret of this database with which it seals what it keeps in a setting. Granted to '
	'nobody.';
alter table private.seals enable row level security;
insert into private.seals (secret) values (extensions.gen_random_bytes(32));
