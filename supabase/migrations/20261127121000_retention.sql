-- Why: "how long do you keep that, and says who?" is asked of every administration. The answer is one
-- table: what goes, after how long, on whose word. The night and the operator's command read the same
-- rows, so that neither knows better.

create table private.retention_rules (
	key text primary key check (key ~ '^[a-z][a-z_]{1,40}$'),
	label text not null,
	keeps interval not null check (keeps > interval '0'),
	consequence text not null check (consequence in ('delete', 'offer')),
	relation regclass not null,
	is_over text not null,
	source text not null
);
comment on table private.retention_rules is
	'What is kept how long. `delete`: rows go at night. `offer`: rows are only counted and offered to '
	'the archive, never deleted. Granted to nobody; a new kind of row brings its rule in its own '
	'migration.';
comment on column private.retention_rules.label is 'For the operator, in German.';
comment on column private.retention_rules.is_over is
	'Condition in SQL; $1 is the moment before which things are over.';
comment on column private.retention_rules.source is 'On whose word: a law, a paper, a decision.';
alter table private.retention_rules enable row level security;

create table private.draft_notices (
	draft_id uuid primary key references public.need_report_drafts on delete cascade,
	noticed_at timestamptz not null default now()
);
comment on table private.draft_notices is
	'Since when the start page announces that a draft will be deleted. Nothing typed goes without four '
	'weeks'' notice.';
alter table private.draft_notices enable row level security;

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'sessions', 'Abgelaufene und beendete Sitzungen', '30 days', 'delete', 'private.sessions',
		'expires_at < $1 or ended_at < $1',
		'Art. 5 Abs. 1 e DSGVO; 30 Tage, damit Getipptes nach dem Ablauf zurückkommt'
	),
	(
		'sign_ins', 'Anmeldeversuche mit Code oder Link', '1 day', 'delete', 'private.sign_ins',
		'expires_at < $1', 'Art. 5 Abs. 1 e DSGVO'
	),
	(
		'throttles', 'Zähler gegen zu viele Versuche', '1 day', 'delete', 'private.throttles',
		'started_at < $1', 'Art. 5 Abs. 1 e DSGVO'
	),
	(
		'kept_forms', 'Nach Ablauf der Sitzung aufbewahrte Formulare', '30 days', 'delete',
		'private.kept_forms', 'created_at < $1', 'Art. 5 Abs. 1 e DSGVO'
	),
	(
		'mails', 'Nachweise über versandte Mails', '12 months', 'delete', 'private.mails', 'queued_at < $1',
		'Art. 5 Abs. 1 e DSGVO; ein Jahr als Zustellnachweis'
	),
	(
		'drafts', 'Entwürfe, die niemand mehr bearbeitet', '12 months', 'delete', 'public.need_report_drafts',
			'handed_in_at is null and saved_at < $1 and exists (select from private.draft_notices n where '
			'n.draft_id = id and n.noticed_at > saved_at and n.noticed_at < now() - interval ''28 days'')',
		'Löschkonzept: Entwürfe 12 Monate; vorher vier Wochen lang auf der Startseite angekündigt'
	),
	(
		'survey_answers', 'Angefangene Antworten auf abgeschlossene Abfragen', '12 months', 'delete',
		'public.survey_answers',
			'exists (select from public.call_addressees a join public.calls c on c.id = a.call_id where a.id '
			'= addressee_id and c.closed_at < $1)',
		'Löschkonzept: wie Entwürfe 12 Monate; abgegebene Antworten bleiben'
	),
	(
		'audit_entries', 'Protokoll der Anmeldungen, Ausfuhren und Befehle', '24 months', 'delete',
		'private.audit_entries', 'created_at < $1', 'Art. 5 Abs. 1 e und Art. 32 DSGVO'
	),
	(
		'administration_events', 'Protokoll der Rechte', '24 months', 'delete',
		'public.administration_events', 'created_at < $1', 'Art. 5 Abs. 1 e und Art. 32 DSGVO'
	),
	(
		'procedure_files', 'Verfahrensakten, zur Abgabe an das Archiv anzubieten', '10 years', 'offer',
		'public.need_reports', 'final_at < $1',
		'Aktenordnung, zehn Jahre; Anbietungspflicht nach dem Archivgesetz des Landes'
	);
