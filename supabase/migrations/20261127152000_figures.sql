-- Why: a district council asks how much is reported, from where, and how long answers take. Whoever takes
-- part sees true numbers of what they may see; everybody else sees numbers in which nobody can be
-- recognised, whatever is added up or subtracted, within a table and across tables. That is decided here
-- and nowhere else.

create table private.figure_tallies (
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('area', 'open', 'weeks')),
	key text not null,
	reports bigint not null,
	primary key (authority_id, kind, key)
);
comment on table private.figure_tallies is
	'True counts of reports by municipality (none: no single one), by state of those without an answer, '
	'and by time to the answer. See report_tallies.';
alter table private.figure_tallies enable row level security;
