-- Why: who was asked, and did it reach them? A mail is claimed before it is handed to the mail server, so that after any
-- interruption it was sent exactly once or is shown as uncertain; never sent twice by itself. What comes back is noted.
-- People choose how often they hear from us; what they have a right or a duty to hear comes in any case.

-- A letter is kept as it was written and becomes text and page when it is sent.
alter table private.mails rename column error to reason;
alter table private.mails
	add column state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'bounced', 'failed', 'unsure')),
	add column state_at timestamptz not null default now(),
	add column about uuid,
	add column letter jsonb check (jsonb_typeof(letter) = 'object'),
	add column link jsonb check (jsonb_typeof(link) = 'object'),
	add column due_at timestamptz,
	add column bundled_in uuid references private.mails on delete set null,
	add column resends uuid unique references private.mails on delete set null;
update private.mails set state = 'sent', state_at = sent_at where sent_at is not null;
update private.mails set letter = jsonb_build_object('locale', 'de', 'subject', subject, 'greeting', '', 'paragraphs', jsonb_build_array(body_text), 'closing', '[]'::jsonb)
	where body_text is not null;
alter table private.mails drop column body_text, drop column body_html;
comment on table private.mails is
	'Mails to send and sent, and what became of each. `occasion` (an event, a day''s reminder) makes a second job for the same mail harmless.';
comment on column private.mails.state is 'queued: waits; sending: handed over, not yet noted; sent: the mail server took it; bounced: refused for good; failed: every try failed; unsure: interrupted in between, never sent again by itself.';
comment on column private.mails.reason is 'Why it is in this state: the answer''s code (550, 5.1.1) or that of the connection. Never words of the mail server, which may hold the address.';
comment on column private.mails.about is 'The row a mail is about, e.g. a call''s addressee: what delivery is proven for.';
comment on column private.mails.letter is 'The words; forgotten once sent, or after 30 days.';
comment on column private.mails.link is 'What remains of a sent letter, so that it can be sent again in other words: the link, for kinds whose link is no secret.';
comment on column private.mails.due_at is 'Of a letter that waits for the daily mail: when that goes out.';
comment on column private.mails.bundled_in is 'The daily mail that carried this letter; its delivery is that one''s.';
comment on column private.mails.resends is 'The mail that this one repeats, once, because a person asked for it.';
create index on private.mails (about) where about is not null;
create index on private.mails (bundled_in);
create index mails_undelivered_idx on private.mails (authority_id, queued_at) where state <> 'sent';
create index mails_bundle_idx on private.mails (due_at) where bundled_in is null and due_at is not null;

create table private.mail_groups (
	key text primary key check (key ~ '^[a-z]+$'),
	position integer not null,
	post_kinds text[]
);
comment on table private.mail_groups is 'What people choose about: kinds of mail that belong together. `post_kinds`: whom they concern; null for everybody.';
alter table private.mail_groups enable row level security;
insert into private.mail_groups (key, position, post_kinds) values
	('reports', 1, private.writing_kinds()),
	('planning', 2, '{planner,administrator}'),
	('calls', 3, null);

create table private.mail_kinds (
	kind text primary key,
	kind_group text references private.mail_groups on delete restrict,
	is_duty boolean not null,
	is_bundled boolean not null
);
comment on table private.mail_kinds is
	'Each kind of mail: its group, whether it may not be switched off, whether it may wait for the daily mail. A kind that is not listed (sign-in, invitation) goes out at once, to everybody, and leaves no link behind.';
create index on private.mail_kinds (kind_group);
alter table private.mail_kinds enable row level security;
insert into private.mail_kinds (kind, kind_group, is_duty, is_bundled) values
	('receipt', 'reports', true, true), ('draft_handed_in', 'reports', true, true), ('draft_returned', 'reports', true, true),
	('question', 'reports', true, true), ('gap_asked', 'reports', true, true),
	('interim_status', 'reports', false, true), ('answered', 'reports', false, true), ('answer_corrected', 'reports', false, true),
	('news', 'planning', false, true), ('reply', 'planning', false, true), ('addition', 'planning', false, true), ('gap_answered', 'planning', false, true),
	('handed_over', 'planning', true, true), ('barrier', 'planning', true, true), ('overdue', 'planning', true, false),
	('call_invitation', 'calls', true, true), ('call_reminder', 'calls', true, false), ('call_extension', 'calls', true, true),
	('call_receipt', 'calls', true, true), ('call_news', 'calls', false, true),
	('digest', null, true, false);

create table public.mail_preferences (
	person_id uuid not null default private.person_id() references public.people on delete cascade,
	kind_group text not null references private.mail_groups on delete cascade,
	pace text not null check (pace in ('at_once', 'daily', 'never')),
	primary key (person_id, kind_group)
);
comment on table public.mail_preferences is 'How often somebody wants to hear about a group of things; no row means at once. Duties come even so.';
create index on public.mail_preferences (kind_group);
alter table public.mail_preferences enable row level security;
grant select, insert (kind_group, pace), update (pace) on public.mail_preferences to authenticated;
create policy "people read their own preferences" on public.mail_preferences for select to authenticated using (person_id = (select private.person_id()));
create policy "people choose for themselves" on public.mail_preferences for insert to authenticated with check (person_id = (select private.person_id()));
create policy "people change their own choice" on public.mail_preferences for update to authenticated
	using (person_id = (select private.person_id())) with check (person_id = (select private.person_id()));

create function private.my_mail_groups() returns table (key text, "position" integer)
language sql stable security definer set search_path = '' as $$
	select g.key, g.position from private.mail_groups g
	where g.post_kinds is null or exists (select from private.my_posts() p where p.kind = any (g.post_kinds))
$$;
comment on function private.my_mail_groups() is 'The groups that concern the posts the person holds. Definer: the list itself is granted to nobody.';
grant execute on function private.my_mail_groups() to authenticated;

create function public.my_mail_preferences() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('group', g.key, 'pace', coalesce(p.pace, 'at_once')) order by g.position), '[]')
	from private.my_mail_groups() g left join public.mail_preferences p on p.kind_group = g.key and p.person_id = (select private.person_id())
$$;
comment on function public.my_mail_preferences() is 'What the person has chosen, for each group that concerns them.';

create function public.set_mail_preferences(p_paces jsonb) returns void
language sql volatile set search_path = '' as $$
	insert into public.mail_preferences (kind_group, pace) select x.key, x.value from jsonb_each_text(p_paces) x
	on conflict (person_id, kind_group) do update set pace = excluded.pace
$$;
comment on function public.set_mail_preferences(jsonb) is 'Keeps the person''s choice: {group: pace}.';
grant execute on function public.my_mail_preferences(), public.set_mail_preferences(jsonb) to authenticated;

create function private.mail_pace(p_person uuid, p_kind text) returns text
language sql stable set search_path = '' as $$
	select coalesce((
		select case
			when p.pace = 'never' and k.is_duty then 'at_once'
			when p.pace = 'daily' and not k.is_bundled then 'at_once'
			else p.pace end
		from private.mail_kinds k join public.mail_preferences p on p.kind_group = k.kind_group where k.kind = p_kind and p.person_id = p_person), 'at_once')
$$;
comment on function private.mail_pace(uuid, text) is 'When this person gets this kind of mail: at_once, daily, or never. A duty cannot be switched off.';

-- A link that ends one group without signing in, as mail programs offer it (RFC 8058). Signed, so that nobody ends another's.
create table private.keys (
	name text primary key,
	value text not null default encode(extensions.gen_random_bytes(32), 'hex')
);
comment on table private.keys is 'Keys for signatures that must outlive the program.';
alter table private.keys enable row level security;
insert into private.keys (name) values ('unsubscribe');

create function private.unsubscribe_token(p_person uuid, p_group text) returns text
language sql stable set search_path = '' as $$
	select replace(p_person::text, '-', '') || '-' || p_group || '-' || left(encode(extensions.hmac(p_person::text || ' ' || p_group, k.value, 'sha256'), 'hex'), 40)
	from private.keys k where k.name = 'unsubscribe'
$$;
comment on function private.unsubscribe_token(uuid, text) is 'Names person and group, and proves that it came from us.';

create function private.unsubscribe_named(p_token text) returns table (person_id uuid, kind_group text)
language sql stable set search_path = '' as $$
	select pe.id, g.key from public.people pe cross join private.mail_groups g
	where pe.id = (case when p_token ~ '^[0-9a-f]{32}-[a-z]+-[0-9a-f]{40}$' then left(p_token, 32) end)::uuid
		and g.key = split_part(p_token, '-', 2) and p_token = private.unsubscribe_token(pe.id, g.key)
$$;
comment on function private.unsubscribe_named(text) is 'Whom and what a token names; nothing when it is not ours.';

create function public.unsubscribe_find(p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('group', u.kind_group, 'isOff', coalesce(p.pace = 'never', false))
	from private.unsubscribe_named(p_token) u left join public.mail_preferences p on p.person_id = u.person_id and p.kind_group = u.kind_group
$$;
comment on function public.unsubscribe_find(text) is 'The group that a link of a mail ends, and whether it is ended; null for an invented link.';

create function public.unsubscribe(p_token text) returns boolean
language sql volatile security definer set search_path = '' as $$
	with done as (
		insert into public.mail_preferences (person_id, kind_group, pace) select u.person_id, u.kind_group, 'never' from private.unsubscribe_named(p_token) u
		on conflict (person_id, kind_group) do update set pace = 'never' returning 1)
	select exists (select from done)
$$;
comment on function public.unsubscribe(text) is 'Ends the group that a link of a mail names; false for an invented link.';

-- Queueing.
create function private.next_digest_at() returns timestamptz
language sql stable set search_path = '' as $$
	select (private.today() + case when (now() at time zone 'Europe/Berlin')::time < '06:00' then 0 else 1 end + time '06:00') at time zone 'Europe/Berlin'
$$;
comment on function private.next_digest_at() is 'When the next daily mail goes out: six in the morning in Germany.';

create function private.queue_mail(p_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	select graphile_worker.add_job('send_mail', json_build_object('mail_id', p_id), job_key := 'mail:' || p_id)
$$;
comment on function private.queue_mail(uuid) is 'Queues the sending, one job for each mail. Definer: see queue_job.';

drop function public.mail_queue(text, text, text, text, text, text, uuid, uuid);
create function public.mail_queue_many(p_mails jsonb) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare m record; v_pace text; v_id uuid; v_count integer := 0;
begin
	for m in select x.* from jsonb_to_recordset(p_mails) as x(kind text, recipient text, letter jsonb, occasion text, "authorityId" uuid, "personId" uuid, about uuid) loop
		v_pace := case when m."authorityId" is null then 'at_once' else private.mail_pace(m."personId", m.kind) end;
		continue when v_pace = 'never';
		insert into private.mails (kind, recipient, subject, letter, occasion, authority_id, person_id, about, due_at)
		values (m.kind, m.recipient, m.letter ->> 'subject', m.letter, m.occasion, m."authorityId", m."personId", m.about,
			case when v_pace = 'daily' then private.next_digest_at() end)
		on conflict (occasion, recipient) do nothing returning id into v_id;
		continue when v_id is null;
		v_count := v_count + 1;
		if v_pace = 'at_once' then
			perform private.queue_mail(v_id);
		end if;
	end loop;
	return v_count;
end
$$;
comment on function public.mail_queue_many(jsonb) is
	'Queues mails [{kind, recipient, letter, occasion?, authorityId?, personId?, about?}], all or none. Says how many are new: an occasion writes once to each address, and who switched a kind off gets none.';

-- Sending. Each step is a call of its own, so that what was noted stays noted.
drop function public.mail_due(uuid);
create function public.mail_claim(p_id uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.mails;
begin
	update private.mails set state = 'unsure', state_at = now(), reason = 'interrupted' where id = p_id and state = 'sending';
	if found then
		return null;
	end if;
	update private.mails set state = 'sending', state_at = now(), attempts = attempts + 1 where id = p_id and state = 'queued' and due_at is null returning * into v;
	if v.id is null then
		return null;
	end if;
	return jsonb_build_object('id', v.id, 'recipient', v.recipient, 'subject', v.subject, 'letter', v.letter, 'link', v.link,
		'authorityName', (select a.name from public.authorities a where a.id = v.authority_id),
		'locale', coalesce((select pe.locale from public.people pe where pe.id = v.person_id), 'de'),
		'firstSentAt', (select o.queued_at from private.mails o where o.id = v.resends),
		'unsubscribe', (select private.unsubscribe_token(v.person_id, k.kind_group) from private.mail_kinds k where k.kind = v.kind and not k.is_duty));
end
$$;
comment on function public.mail_claim(uuid) is
	'The mail to hand over now. Null when there is nothing to do; one that was claimed before and never noted becomes unsure, for nobody knows whether it went out.';

drop function public.mail_sent(uuid, boolean);
drop function public.mail_failed(uuid, text);
create function public.mail_note(p_id uuid, p_outcome text, p_reason text default null) returns text
language sql volatile security definer set search_path = '' as $$
	update private.mails m set
		state = case when p_outcome <> 'postponed' then p_outcome when attempts >= 25 then 'failed' else 'queued' end,
		state_at = now(), reason = left(p_reason, 60),
		sent_at = case when p_outcome = 'sent' then now() end,
		link = case when p_outcome = 'sent' and exists (select from private.mail_kinds k where k.kind = m.kind) then coalesce(letter -> 'link', link) else link end,
		letter = case when p_outcome <> 'sent' then letter end
	where id = p_id and (state = 'sending' or state = 'unsure' and p_outcome = 'sent') returning state
$$;
comment on function public.mail_note(uuid, text, text) is
	'Notes how handing over ended: sent (the words are forgotten), postponed (the job tries again; failed after 25 tries), bounced, or unsure. Says the state.';

create function public.mail_keep(p_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update private.mails set state = 'sent', state_at = now(), sent_at = now() where id = p_id and state = 'queued' and due_at is null
$$;
comment on function public.mail_keep(uuid) is 'Without a mail server: the local page is where it arrives, with its words.';

create function public.mail_bounced(p_id uuid, p_code text, p_is_final boolean) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.mails set state = case when p_is_final then 'bounced' else state end, state_at = case when p_is_final then now() else state_at end, reason = left(p_code, 60)
	where id = p_id and state in ('sending', 'sent', 'unsure') and p_code is not null;
	return exists (select from private.mails where id = p_id);
end
$$;
comment on function public.mail_bounced(uuid, text, boolean) is
	'Notes what came back for a mail: refused for good, or only delayed; without a code, good news. False when no mail of ours has this id.';

create function public.mail_sweep() returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.mails set state = 'unsure', state_at = now(), reason = 'interrupted' where state = 'sending' and state_at < now() - interval '15 minutes';
	perform private.queue_mail(m.id) from private.mails m
	where m.state = 'queued' and m.due_at is null and m.queued_at < now() - interval '15 minutes'
		and not exists (select from graphile_worker.jobs j where j.key = 'mail:' || m.id and (j.attempts < j.max_attempts or j.locked_at is not null));
	update private.mails set letter = null where letter is not null and state in ('bounced', 'failed', 'unsure') and state_at < now() - interval '30 days';
end
$$;
comment on function public.mail_sweep() is
	'Every five minutes: what was claimed and never noted is unsure, what waits without a job gets one, words of what never arrived go after 30 days.';

create or replace function public.mail_outbox() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(to_jsonb(x) order by x."queuedAt" desc), '[]') from (
		select m.id, m.kind, m.recipient, m.subject, m.letter, m.queued_at as "queuedAt", m.due_at as "dueAt", coalesce(d.state, m.state) as state,
			(select private.unsubscribe_token(m.person_id, k.kind_group) from private.mail_kinds k where k.kind = m.kind and not k.is_duty) as unsubscribe
		from private.mails m left join private.mails d on d.id = m.bundled_in order by m.queued_at desc limit 50) x
$$;
comment on function public.mail_outbox() is 'The newest 50 mails for the local page of the sample mode.';

-- The daily mail.
create function public.mail_digests_due() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('personId', pe.id, 'email', pe.email, 'locale', pe.locale, 'salutation', pe.salutation, 'familyName', pe.family_name,
		'authority', private.authority_document(a), 'mails', x.mails)), '[]')
	from (
		select m.person_id, m.authority_id, jsonb_agg(jsonb_build_object('id', m.id, 'letter', m.letter) order by m.queued_at, m.id) as mails
		from private.mails m where m.due_at <= now() and m.bundled_in is null and m.state = 'queued' group by 1, 2) x
	join public.people pe on pe.id = x.person_id join public.authorities a on a.id = x.authority_id
$$;
comment on function public.mail_digests_due() is 'Per person and authority the letters that wait for the daily mail of this morning.';

create function public.mail_bundle(p_person uuid, p_authority uuid, p_mails uuid[], p_letter jsonb) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid; v_free integer;
begin
	select count(*) into v_free from (
		select from private.mails where id = any (p_mails) and person_id = p_person and bundled_in is null and state = 'queued' and due_at is not null for update) x;
	if v_free <> cardinality(p_mails) then
		return null;
	end if;
	insert into private.mails (kind, recipient, subject, letter, authority_id, person_id)
	select 'digest', pe.email, p_letter ->> 'subject', p_letter, p_authority, p_person from public.people pe where pe.id = p_person returning id into v_id;
	update private.mails set bundled_in = v_id, link = letter -> 'link', letter = null where id = any (p_mails);
	perform private.queue_mail(v_id);
	return v_id;
end
$$;
comment on function public.mail_bundle(uuid, uuid, uuid[], jsonb) is
	'Queues a daily mail and marks the letters in it, all or nothing; null when another run has taken one of them meanwhile.';

-- Proof of delivery, for whatever a mail was about.
create function private.deliveries_of(p_about uuid[]) returns table (about uuid, mail_id uuid, person_id uuid, name text, recipient text, kind text, state text, at timestamptz, reason text)
language sql stable security definer set search_path = '' as $$
	select m.about, m.id, m.person_id, (select concat_ws(' ', pe.salutation, pe.given_name, pe.family_name) from public.people pe where pe.id = m.person_id),
		m.recipient, m.kind, coalesce(d.state, m.state), coalesce(d.state_at, m.state_at), coalesce(d.reason, m.reason)
	from private.mails m left join private.mails d on d.id = m.bundled_in
	where m.about = any (p_about) order by m.queued_at desc, m.id
$$;
comment on function private.deliveries_of(uuid[]) is
	'The mails about these rows and what became of each, newest first. Definer, and granted to nobody: whoever calls it says first who may know.';

create function private.posting_authorities() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
	select distinct p.authority_id from private.my_posts() p join public.organisations o on o.id = p.organisation_id
	where p.kind in ('planner', 'administrator') and o.kind = 'authority'
$$;
comment on function private.posting_authorities() is 'Authorities whose mail the person answers for: as planner or administrator of the authority itself. Definer: see my_posts.';

create function private.is_about_account(p_kind text) returns boolean
language sql immutable set search_path = '' as $$
	select p_kind in ('sign_in', 'password', 'address_change', 'assistance')
$$;
comment on function private.is_about_account(text) is 'Who signs in, changes the address or is assisted is nobody''s business: no planner or administrator sees or resends such a mail.';

create function private.undelivered(p_authorities uuid[]) returns setof private.mails
language sql stable set search_path = '' as $$
	select m.* from private.mails m
	where m.authority_id = any (p_authorities) and m.queued_at > now() - interval '30 days' and m.state <> 'sent' and m.bundled_in is null
		and (m.state in ('bounced', 'failed', 'unsure') or coalesce(m.due_at, m.queued_at) < now() - interval '1 hour')
		and not private.is_about_account(m.kind) and not exists (select from private.mails r where r.resends = m.id)
$$;
comment on function private.undelivered(uuid[]) is
	'Mails of the last 30 days that did not arrive, or wait for more than an hour, and were not sent again.';

create function private.undelivered_document(p_authority uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.posting_authorities()));
	return (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', coalesce((select concat_ws(' ', pe.salutation, pe.given_name, pe.family_name)
			from public.people pe where pe.id = u.person_id), u.recipient), 'kind', u.kind, 'state', u.state, 'reason', u.reason, 'queuedAt', u.queued_at,
			'canResend', u.state in ('bounced', 'failed', 'unsure') and (u.letter is not null or u.link is not null)) order by u.queued_at desc), '[]')
		from (select * from private.undelivered(array[p_authority]) order by queued_at desc limit 200) u);
end
$$;
comment on function private.undelivered_document(uuid) is 'See undelivered_mails. Definer: mails are granted to nobody; it asks for the post first, and gives no words of a letter.';
grant execute on function private.undelivered_document(uuid) to authenticated;

create function public.undelivered_mails(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.undelivered_document(p_authority) $$;
comment on function public.undelivered_mails(uuid) is 'What did not arrive, newest first, 200 at most; NOTFD for everybody but the authority''s planners and administrators.';

create function private.resend(p_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v private.mails; v_id uuid;
begin
	select * into v from private.mails where id = p_id and state in ('bounced', 'failed', 'unsure') and (letter is not null or link is not null)
		and not private.is_about_account(kind) for update;
	perform private.require(v.authority_id in (select private.posting_authorities()));
	insert into private.mails (kind, recipient, subject, letter, link, authority_id, person_id, about, resends)
	values (v.kind, coalesce((select pe.email from public.people pe where pe.id = v.person_id), v.recipient), v.subject, v.letter, v.link, v.authority_id, v.person_id, v.about, v.id)
	on conflict (resends) do nothing returning id into v_id;
	if v_id is not null then
		update private.mails set bundled_in = v_id where bundled_in = v.id;
		perform private.queue_mail(v_id);
	end if;
	return v_id;
end
$$;
comment on function private.resend(uuid) is 'See resend_mail. What a daily mail held fares as its copy does. Definer: mails are granted to nobody; it asks for the post first.';
grant execute on function private.resend(uuid) to authenticated;

create function public.resend_mail(p_id uuid) returns uuid
language sql volatile set search_path = '' as $$ select private.resend(p_id) $$;
comment on function public.resend_mail(uuid) is
	'Sends a mail that did not arrive once more, to the address the person has today, as a mail of its own that refers to the old; null when that was done already.';
grant execute on function public.undelivered_mails(uuid), public.resend_mail(uuid) to authenticated;

create or replace function private.planning_figures() returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare v_plans uuid[] := array(select distinct m.authority_id from private.my_posts() m join public.organisations o on o.id = m.organisation_id
		where m.kind = 'planner' and o.kind = 'authority');
	v_posts uuid[] := array(select private.posting_authorities());
	v_undelivered jsonb := jsonb_build_object('undelivered', 0);
	v_today date := private.today();
begin
	if v_posts <> '{}' then
		v_undelivered := jsonb_build_object('undelivered', (select count(*) from (select from private.undelivered(v_posts) limit 501) x));
	end if;
	if v_plans = '{}' then
		return nullif(v_undelivered, jsonb_build_object('undelivered', 0));
	end if;
	return v_undelivered || jsonb_build_object(
		'overdue', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.final_at is null and r.final_due_on < v_today limit 501) x),
		'interimOverdue', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.interim_at is null and r.final_at is null
			and r.interim_due_on < v_today and r.final_due_on >= v_today limit 501) x),
		'new', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.state = 'received' limit 501) x),
		'silent', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.gap_asked_at is not null and r.gap_answered_at is null limit 501) x));
end
$$;
comment on function private.planning_figures() is 'What a planner of the authority must not lose sight of, counted to 501; for an administrator what mail did not arrive, if any; null for others. Its plan is kept: made anew it costs more than the counting. Definer: see above.';

do $$
declare f text;
begin
	for f in select p.oid::regprocedure::text from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in ('unsubscribe_find', 'unsubscribe',
		'mail_queue_many', 'mail_claim', 'mail_note', 'mail_keep', 'mail_bounced', 'mail_sweep', 'mail_digests_due', 'mail_bundle')
	loop
		execute format('revoke execute on function %s from public, anon, authenticated', f);
		execute format('grant execute on function %s to service_role', f);
	end loop;
end
$$;
