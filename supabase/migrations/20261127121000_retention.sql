-- Why: "how long do you keep that, and says who?" is asked of every administration. The answer is one table: what goes,
-- after how long, on whose word. The night and the operator's command read the same rows, so that neither knows better.

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
	'What is kept how long. `delete`: rows go at night. `offer`: rows are only counted and offered to the archive, never deleted. Granted to nobody; a new kind of row brings its rule in its own migration.';
comment on column private.retention_rules.label is 'For the operator, in German.';
comment on column private.retention_rules.is_over is 'Condition in SQL; $1 is the moment before which things are over.';
comment on column private.retention_rules.source is 'On whose word: a law, a paper, a decision.';
alter table private.retention_rules enable row level security;

create table private.draft_notices (
	draft_id uuid primary key references public.need_report_drafts on delete cascade,
	noticed_at timestamptz not null default now()
);
comment on table private.draft_notices is 'Since when the start page announces that a draft will be deleted. Nothing typed goes without four weeks'' notice.';
alter table private.draft_notices enable row level security;

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	('sessions', 'Abgelaufene und beendete Sitzungen', '30 days', 'delete', 'private.sessions', 'expires_at < $1 or ended_at < $1',
		'Art. 5 Abs. 1 e DSGVO; 30 Tage, damit Getipptes nach dem Ablauf zurückkommt'),
	('sign_ins', 'Anmeldeversuche mit Code oder Link', '1 day', 'delete', 'private.sign_ins', 'expires_at < $1', 'Art. 5 Abs. 1 e DSGVO'),
	('throttles', 'Zähler gegen zu viele Versuche', '1 day', 'delete', 'private.throttles', 'started_at < $1', 'Art. 5 Abs. 1 e DSGVO'),
	('kept_forms', 'Nach Ablauf der Sitzung aufbewahrte Formulare', '30 days', 'delete', 'private.kept_forms', 'created_at < $1', 'Art. 5 Abs. 1 e DSGVO'),
	('mails', 'Nachweise über versandte Mails', '12 months', 'delete', 'private.mails', 'queued_at < $1', 'Art. 5 Abs. 1 e DSGVO; ein Jahr als Zustellnachweis'),
	('drafts', 'Entwürfe, die niemand mehr bearbeitet', '12 months', 'delete', 'public.need_report_drafts',
		'handed_in_at is null and saved_at < $1 and exists (select from private.draft_notices n where n.draft_id = id and n.noticed_at > saved_at and n.noticed_at < now() - interval ''28 days'')',
		'Löschkonzept: Entwürfe 12 Monate; vorher vier Wochen lang auf der Startseite angekündigt'),
	('survey_answers', 'Angefangene Antworten auf abgeschlossene Abfragen', '12 months', 'delete', 'public.survey_answers',
		'exists (select from public.call_addressees a join public.calls c on c.id = a.call_id where a.id = addressee_id and c.closed_at < $1)',
		'Löschkonzept: wie Entwürfe 12 Monate; abgegebene Antworten bleiben'),
	('audit_entries', 'Protokoll der Anmeldungen, Ausfuhren und Befehle', '24 months', 'delete', 'private.audit_entries', 'created_at < $1', 'Art. 5 Abs. 1 e und Art. 32 DSGVO'),
	('administration_events', 'Protokoll der Rechte', '24 months', 'delete', 'public.administration_events', 'created_at < $1', 'Art. 5 Abs. 1 e und Art. 32 DSGVO'),
	('procedure_files', 'Verfahrensakten, zur Abgabe an das Archiv anzubieten', '10 years', 'offer', 'public.need_reports', 'final_at < $1',
		'Aktenordnung, zehn Jahre; Anbietungspflicht nach dem Archivgesetz des Landes');

create function private.notice_drafts(p_dry boolean) returns bigint
language plpgsql volatile set search_path = '' as $$
declare v_keeps interval := (select keeps - interval '1 month' from private.retention_rules where key = 'drafts'); v_count bigint;
begin
	if p_dry then
		select count(*) into v_count from public.need_report_drafts d left join private.draft_notices n on n.draft_id = d.id
		where d.handed_in_at is null and d.saved_at < now() - v_keeps and (n.draft_id is null or n.noticed_at <= d.saved_at);
	else
		insert into private.draft_notices as n (draft_id)
		select d.id from public.need_report_drafts d where d.handed_in_at is null and d.saved_at < now() - v_keeps
		on conflict (draft_id) do update set noticed_at = now() where n.noticed_at <= (select d.saved_at from public.need_report_drafts d where d.id = n.draft_id);
		get diagnostics v_count = row_count;
	end if;
	return v_count;
end
$$;
comment on function private.notice_drafts(boolean) is 'Announces drafts a month before their time is over; whoever saves one starts its time anew. How many were announced now.';

create function private.purge(p_dry boolean default false)
returns table (key text, label text, keeps interval, consequence text, source text, rows bigint)
language plpgsql volatile set search_path = '' as $$
declare r private.retention_rules;
begin
	key := 'draft_notices'; label := 'Entwürfe, deren Löschung jetzt angekündigt wird'; consequence := 'notice';
	select n.keeps - interval '1 month', n.source into keeps, source from private.retention_rules n where n.key = 'drafts';
	rows := private.notice_drafts(p_dry);
	return next;
	for r in select * from private.retention_rules x order by x.consequence, x.key loop
		key := r.key; label := r.label; keeps := r.keeps; consequence := r.consequence; source := r.source;
		if p_dry or r.consequence = 'offer' then
			execute format('select count(*) from %s where %s', r.relation, r.is_over) into rows using now() - r.keeps;
		else
			execute format('delete from %s where %s', r.relation, r.is_over) using now() - r.keeps;
			get diagnostics rows = row_count;
		end if;
		return next;
	end loop;
end
$$;
comment on function private.purge(boolean) is 'Does what the rules say, or (dry) counts what it would do. The conditions come from the table of rules, which only the owner writes.';

create or replace function public.purge_expired() returns void
language sql volatile security definer set search_path = '' as $$
	select private.purge()
$$;
comment on function public.purge_expired() is 'Nightly: forgets what is no longer needed. Definer: secrets.';

create function private.archive_offers(p_limit integer default 200) returns setof text
language sql stable set search_path = '' as $$
	select r.number from public.need_reports r, private.retention_rules x
	where x.key = 'procedure_files' and r.final_at < now() - x.keeps order by r.final_at, r.id limit p_limit
$$;
comment on function private.archive_offers(integer) is 'Numbers of the procedure files to offer to the archive, oldest first.';
