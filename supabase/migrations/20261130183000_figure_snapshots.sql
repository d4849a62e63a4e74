-- Why: a number that follows every report tells what changed since yesterday. Public figures are taken
-- once a month, rounded, and stay as they were published. What kept running counts for them goes.

drop table private.report_tallies;
drop table private.outcome_tallies;
drop table private.figure_tallies;

create table private.figure_snapshots (
	authority_id uuid not null references public.authorities on delete cascade,
	month date not null check (extract(day from month) = 1),
	taken_on date not null,
	small integer not null check (small between 4 and 10),
	cells jsonb,
	primary key (authority_id, month)
);
comment on table private.figure_snapshots is
	'The public figures of a month as they were published, rounded already: {table: {cell: count or '
	'null}}, or null for a month that was left out. Nothing of them is reckoned again.';
alter table private.figure_snapshots enable row level security;

insert into private.keys (name) values ('figures');
