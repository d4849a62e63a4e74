-- Why: paper and phone are equal. What an organisation says by letter, by phone or in person is entered by
-- the planning on its behalf and is then its report like any other: same clock, same answer, and both
-- sides see the channel, who entered it and who gave it. Until submitted such a transcription is the
-- planning's; an organisation's own draft stays its own.

alter table public.need_report_drafts
	add column is_transcription boolean not null default false,
	add column channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	add column received_on date,
	add column given_by text
		check (given_by is null or not private.is_blank(given_by) and length(given_by) <= 160),
	add check (is_transcription = (received_on is not null)),
	add check (is_transcription <= (channel <> 'online')),
	add check (channel <> 'online' or given_by is null),
	add check (channel in ('online', 'import') or given_by is not null),
	add check (not is_transcription or handed_in_at is null);
comment on column public.need_report_drafts.is_transcription is
	'Entered by the planning on behalf of the organisation; the planning''s own until submitted.';
comment on column public.need_report_drafts.given_by is
	'Who gave it: of the organisation (transcription), or the member for whom its office writes.';
create index need_report_drafts_transcriptions on public.need_report_drafts (authority_id, saved_at desc)
	where is_transcription;

alter table public.need_reports
	add column is_transcription boolean not null default false,
	add column given_by text check (length(given_by) <= 160),
	add column entered_by uuid references public.people on delete set null,
	add column entered_in uuid references public.posts on delete set null,
	add column entered_at timestamptz;

alter table public.need_reports alter column entered_at set not null, alter column entered_at set
	default now();
comment on column public.need_reports.is_transcription is
	'Entered by the planning (entered_by, entered_in) on behalf of the organisation that '
	'organisation_id names; then nobody released it.';
comment on column public.need_reports.received_at is
	'When it reached us: for transcriptions the day of the letter or call, from which the reply clock '
	'runs.';
comment on column public.need_reports.entered_at is 'When it was submitted to this system.';
create index on public.need_reports (entered_by);
create index on public.need_reports (entered_in);

alter table public.need_report_messages
	add column channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	add column received_on date,
	add column given_by text
		check (given_by is null or not private.is_blank(given_by) and length(given_by) <= 160),
	add check ((channel <> 'online') = (received_on is not null)),
	add check (channel = 'online' or kind in ('reply', 'addition'));
comment on column public.need_report_messages.channel is
	'Not online: the organisation''s word, entered by the planning (person, post) on its behalf.';

alter table public.need_report_gap_answers
	add column channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	add column received_on date,
	add column given_by text
		check (given_by is null or not private.is_blank(given_by) and length(given_by) <= 160),
	add check ((channel <> 'online') = (received_on is not null));
comment on column public.need_report_gap_answers.channel is 'See need_report_messages.';
