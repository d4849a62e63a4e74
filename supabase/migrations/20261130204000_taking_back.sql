-- Why: a wrong click sent an answer for good. What one has just done can be taken back for some minutes while
-- nobody has read it; so long its mails are held back. What it was like before is kept until then.

create table private.recent_acts (
	record_id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	is_of_planning boolean not null,
	before jsonb not null,
	acted_at timestamptz not null,
	until timestamptz not null,
	read_at timestamptz
);
comment on table private.recent_acts is
	'What was done to a report and can be taken back: released, entered, assessed, asked, told, answered.';
comment on column private.recent_acts.record_id is
	'The row that the act wrote, as with events; of a release the report.';
comment on column private.recent_acts.before is
	'Of a release the draft it was made from, otherwise what the report said of itself before.';
comment on column private.recent_acts.read_at is
	'When somebody of the other side opened the report after it. Who that was is not noted.';
create index on private.recent_acts (report_id, acted_at);
create index on private.recent_acts (authority_id);
create index on private.recent_acts (person_id);
create index on private.recent_acts (acted_at);
alter table private.recent_acts enable row level security;

alter table private.notices add column held_until timestamptz;
comment on column private.notices.held_until is
	'Until then its mails are not handed over, so that what they tell can be taken back.';
alter table private.mails add column held_until timestamptz;
comment on column private.mails.held_until is 'Until then it is not handed over; see notices.';

alter table public.need_report_drafts
	add column number text unique,
	add column short_id text unique references public.short_addresses on delete restrict,
	add column taken_back_at timestamptz,
	add check ((number is null) = (short_id is null)),
	add check ((number is null) = (taken_back_at is null));
comment on column public.need_report_drafts.number is
	'Of a release that was taken back: its number and short address stay with it, none is left out.';
comment on column public.need_report_drafts.taken_back_at is 'When its release was taken back.';

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'recent_acts', 'Was sich zurücknehmen ließ', '1 day', 'delete', 'private.recent_acts', 'acted_at < $1',
		'Art. 5 Abs. 1 e DSGVO; zurücknehmen geht nur wenige Minuten'
	);
