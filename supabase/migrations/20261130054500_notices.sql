-- Why: each noun queued a job of its own kind for its mails, and whom they reach was asked for in as many
-- ways. What is to be told is now one row, written by the change that makes it true; one job writes the
-- letters of all that one transaction has to tell, and sends them.

-- Every kind of mail is listed, so that one nobody has thought of is an error.
alter table private.mail_kinds
	add column keeps_link boolean not null default true,
	add column direct_because text check (length(direct_because) > 10);
comment on table private.mail_kinds is
	'Each kind of mail: its group, whether it may not be switched off, whether it may wait for the '
	'daily mail. Without a group it goes out at once, to everybody.';
comment on column private.mail_kinds.keeps_link is
	'Whether the link stays when the words are forgotten: it holds no secret.';
comment on column private.mail_kinds.direct_because is
	'Why such a mail does not start as a notice. Null: it does.';
insert into private.mail_kinds (kind, kind_group, is_duty, is_bundled, keeps_link, direct_because) values
	('invitation', null, true, false, false, null),
	('sign_in', null, true, false, false, 'It holds the code and link of one sign-in; only hashes are stored.'),
	('password', null, true, false, false, 'In whose name it is written is known to the request alone.'),
	('second_factor', null, true, false, false, 'In whose name it is written is known to the request alone.'),
	('address_change', null, true, false, false, 'It holds the links of one change; only hashes are stored.'),
	('assistance', null, true, false, false, null),
	('dormant', null, true, false, false, null);
update private.mail_kinds set direct_because = 'It is a bundle of letters that were written before.'
where kind = 'digest';

create table private.notice_kinds (
	kind text primary key check (kind ~ '^[a-z_]+$'),
	noun text not null check (noun ~ '^[a-z_]+$'),
	mail_kind text not null references private.mail_kinds on delete restrict
);
comment on table private.notice_kinds is
	'Each kind of notice: the noun that knows whom it reaches and what there is to say '
	'(private.letters_of_<noun>), and the kind of mail it becomes.';
create index on private.notice_kinds (mail_kind);
alter table private.notice_kinds enable row level security;

insert into private.notice_kinds (noun, kind, mail_kind) values
	('reports', 'draft_handed_in', 'draft_handed_in'), ('reports', 'draft_returned', 'draft_returned'),
	('reports', 'receipt', 'receipt'), ('reports', 'receipt_entered', 'receipt'),
	('reports', 'entered_words', 'receipt'), ('reports', 'news', 'news'), ('reports', 'news_entered', 'news'),
	('reports', 'question', 'question'), ('reports', 'gap_asked', 'gap_asked'),
	('reports', 'interim_status', 'interim_status'), ('reports', 'answered', 'answered'),
	('reports', 'answer_corrected', 'answer_corrected'), ('reports', 'handed_over', 'handed_over'),
	('reports', 'reply', 'reply'), ('reports', 'addition', 'addition'),
	('reports', 'gap_answered', 'gap_answered'),
	('overdue', 'overdue', 'overdue'),
	('calls', 'call_invitation', 'call_invitation'), ('calls', 'call_prolongation', 'call_invitation'),
	('calls', 'call_extension_asked', 'call_extension'), ('calls', 'call_extension_granted', 'call_extension'),
	('calls', 'call_extension_refused', 'call_extension'), ('calls', 'call_reminder_week', 'call_reminder'),
	('calls', 'call_reminder_day', 'call_reminder'), ('calls', 'call_reminder_late', 'call_reminder'),
	('calls', 'call_reminder', 'call_reminder'), ('calls', 'call_handed_in', 'draft_handed_in'),
	('calls', 'call_receipt', 'call_receipt'), ('calls', 'call_answered', 'call_news'),
	('calls', 'call_result', 'call_news'),
	('barriers', 'barrier', 'barrier'),
	('imports', 'import_receipt', 'receipt'),
	('invitations', 'invitation', 'invitation'),
	('assistances', 'assistance', 'assistance'),
	('dormant', 'dormant', 'dormant');

create table private.notices (
	id bigint generated always as identity primary key,
	batch uuid not null,
	kind text not null references private.notice_kinds on delete restrict,
	authority_id uuid not null references public.authorities on delete cascade,
	subject_kind text not null,
	subject_id uuid not null,
	about uuid,
	facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
	created_at timestamptz not null default now(),
	written_at timestamptz,
	letters integer
);
comment on table private.notices is
	'What is to be told: every mail starts here, written by the change that makes it true. Whom it '
	'reaches and what it says is read when the letters are written; no words of anybody stand here.';
comment on column private.notices.batch is 'What one transaction has to tell; the key of the job.';
comment on column private.notices.subject_kind is 'What it belongs to, as with events.';
comment on column private.notices.about is 'The row whose delivery its mails prove.';
comment on column private.notices.facts is 'What the rows it is about do not say: ids and numbers.';
comment on column private.notices.letters is 'How many letters it became; 0: nobody could be reached.';
create index notices_to_write_idx on private.notices (batch, id) where written_at is null;
create index on private.notices (kind);
create index on private.notices (authority_id, kind, created_at);
alter table private.notices enable row level security;

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'notices', 'Mitteilungen, aus denen Mails wurden', '30 days', 'delete', 'private.notices',
		'written_at < $1', 'Art. 5 Abs. 1 e DSGVO; so lange wie die Worte ungesendeter Mails'
	);

-- What waits to be told is told in the new way.
with waiting as (
	select t.identifier as task, j.payload::jsonb as payload
	from graphile_worker._private_jobs j
	join graphile_worker._private_tasks t on t.id = j.task_id
	where j.attempts < j.max_attempts
),
told as (
	insert into private.notices (batch, kind, authority_id, subject_kind, subject_id, about, facts)
	select gen_random_uuid(), x.kind, e.authority_id, e.subject_kind, e.subject_id, null::uuid,
		jsonb_build_object('event', e.id)
	from waiting w
	join public.events e on e.id = (w.payload ->> 'event_id')::bigint
	cross join lateral unnest(
		case e.kind
			when 'released' then array['receipt', 'news']
			when 'entered' then array['receipt_entered', 'news_entered']
			else array[e.kind] || case when e.detail ? 'for' then array['entered_words'] end
		end
	) as x(kind)
	where w.task = 'notify'
	union all
	select gen_random_uuid(), 'barrier', b.authority_id, 'barrier_report', b.id, null, '{}'::jsonb
	from waiting w
	join public.barrier_reports b on b.id = (w.payload ->> 'barrier_report_id')::uuid
	where w.task = 'notify_barrier'
	union all
	select gen_random_uuid(), 'import_receipt', i.authority_id, 'import', i.id, null,
		jsonb_build_object('organisation', r.organisation_id)
	from waiting w
	join public.imports i on i.id = (w.payload ->> 'import_id')::uuid
	cross join lateral (
		select distinct r.organisation_id
		from public.import_rows r
		where r.import_id = i.id and r.result is not null
	) r
	where w.task = 'mail_import'
	union all
	select gen_random_uuid(), 'invitation', i.authority_id, 'invitation', i.id, null, '{}'::jsonb
	from waiting w
	join public.import_rows r on r.import_id = (w.payload ->> 'import_id')::uuid
	join public.invitations i on i.authority_id = r.authority_id and i.id::text = r.result
	where w.task = 'mail_invitations'
		and not exists (select from private.mails m where m.occasion = 'invitation:' || i.id)
	union all
	select gen_random_uuid(), 'call_' || n.kind, n.authority_id, 'call', n.call_id,
		case when n.kind <> 'handed_in' then n.addressee_id end, jsonb_build_object('notice', n.id)
	from public.call_notices n
	where n.written_at is null and n.kind <> 'letter'
	returning batch
)
select graphile_worker.add_job('write_letters', json_build_object('batch', batch), job_key := batch::text)
from told;
delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
where t.id = j.task_id
	and t.identifier in ('notify', 'notify_barrier', 'mail_import', 'mail_invitations', 'write_call_letters');
