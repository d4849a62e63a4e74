-- Why: a kind of calls had two names, "needs_survey" in the database and "surveys" everywhere else, as its
-- folders are called. Functions of a kind are found by its name now, so it has one. Which form a survey takes
-- is the survey's own rule; that a kind has one is no longer said beside it.

insert into private.call_kinds (kind, owner_kinds, has_form)
select 'surveys', owner_kinds, has_form from private.call_kinds where kind = 'needs_survey';
update public.calls set kind = 'surveys' where kind = 'needs_survey';
update private.call_obstacles set kind = 'surveys' where kind = 'needs_survey';
delete from private.call_kinds where kind = 'needs_survey';
alter table private.call_kinds drop column has_form;
comment on table private.call_kinds is
	'Kinds of calls, by the name of the folder that fills them, and which posts may be responsible for one.';
