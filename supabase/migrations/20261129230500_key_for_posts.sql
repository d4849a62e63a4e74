-- What a person's posts are is asked many times for one page and kept for the statement. Settings of a
-- transaction can be written by whoever may run a statement, so what is kept there is sealed with a key
-- that nobody reads: see private.my_posts().
insert into private.keys (name) values ('posts');
