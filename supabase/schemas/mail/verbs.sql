-- Verbs of mails: what becomes of them, how often people want to hear: what changes something.

create function public.set_mail_preferences(p_paces jsonb) returns void
language sql volatile set search_path = '' as $$
	insert into public.mail_preferences (kind_group, pace) select x.key, x.value from jsonb_each_text(p_paces) x
	on conflict (person_id, kind_group) do update set pace = excluded.pace
$$;
comment on function public.set_mail_preferences(jsonb) is 'Keeps the person''s choice: {group: pace}.';
grant execute on function public.set_mail_preferences(jsonb) to authenticated;

create function private.mail_pace(p_person uuid, p_kind text) returns text
language sql stable set search_path = '' as $$
	select coalesce(
		(
			select case
					when p.pace = 'never' and k.is_duty then 'at_once'
					when p.pace = 'daily' and not k.is_bundled then 'at_once'
					else p.pace
				end
			from private.mail_kinds k
			join public.mail_preferences p on p.kind_group = k.kind_group
			where k.kind = p_kind and p.person_id = p_person
		),
		'at_once'
	)
$$;
comment on function private.mail_pace(uuid, text) is
	'When this person gets this kind of mail: at_once, daily, or never. A duty cannot be switched off.';

create function public.unsubscribe(p_token text) returns boolean
language sql volatile security definer set search_path = '' as $$
	with done as (
		insert into public.mail_preferences (person_id, kind_group, pace)
		select u.person_id, u.kind_group, 'never'
		from private.unsubscribe_named(p_token) u
		on conflict (person_id, kind_group) do update set pace = 'never'
		returning 1
	)
	select exists (select from done)
$$;
comment on function public.unsubscribe(text) is
	'Ends the group that a link of a mail names; false for an invented link.';

-- Queueing.
create function private.next_digest_at() returns timestamptz
language sql stable set search_path = '' as $$
	select (
		private.today() + case
			when (private.now() at time zone 'Europe/Berlin')::time < '06:00' then 0
			else 1
		end + time '06:00'
	) at time zone 'Europe/Berlin'
$$;
comment on function private.next_digest_at() is
	'When the next daily mail goes out: six in the morning in Germany.';

create function private.queue_mails(p_batch uuid) returns void
language sql volatile security definer set search_path = '' as $$
	select graphile_worker.add_job('send_mails', json_build_object('batch', p_batch), job_key := p_batch::text)
$$;
comment on function private.queue_mails(uuid) is
	'Queues the sending of a batch, which is one job. Definer: see queue_job.';

create function private.queue_held_mails(p_batch uuid, p_until timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
	select graphile_worker.add_job(
		'send_mails', json_build_object('batch', p_batch), run_at := now() + (p_until - private.now()),
		job_key := 'held ' || p_batch
	)
$$;
comment on function private.queue_held_mails(uuid, timestamptz) is
	'Queues the sending of a batch for when its mails are held no longer. Definer: see queue_job.';

create function private.post_mails(
	p_mails jsonb, p_batch uuid default null, p_stay boolean default false
) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
	v_new uuid[] := array(select gen_random_uuid() from generate_series(0, jsonb_array_length(p_mails) / 25));
	v_posted uuid[]; v_count integer;
begin
	if exists (
		select
		from jsonb_to_recordset(p_mails) as x(kind text)
		where not exists (select from private.mail_kinds k where k.kind = x.kind)
	)
	then
		raise exception 'no such kind of mail' using errcode = 'foreign_key_violation';
	end if;
	with posted as (
		insert into private.mails (
			kind, recipient, subject, letter, occasion, authority_id, person_id, about, due_at, batch, state,
			sent_at, held_until
		)
		select m.kind, m.recipient, m.letter ->> 'subject', m.letter, m.occasion, m."authorityId",
			m."personId", m.about, case when m.pace = 'daily' then private.next_digest_at() end,
			coalesce(p_batch, v_new[1 + m.place / 25]),
			case when p_stay and m.pace = 'at_once' then 'sent' else 'queued' end,
			case when p_stay and m.pace = 'at_once' then private.now() end, m."heldUntil"
		from (
			select x.*, row_number() over () - 1 as place,
				case
					when x."authorityId" is null then 'at_once'
					else private.mail_pace(x."personId", x.kind)
				end as pace
			from jsonb_to_recordset(p_mails) as x(
				kind text, recipient text, letter jsonb, occasion text, "authorityId" uuid, "personId" uuid,
				about uuid, "heldUntil" timestamptz
			)
		) m
		where m.pace <> 'never'
		on conflict (occasion, recipient) do nothing
		returning batch, due_at
	)
	select count(*), array_agg(distinct batch) filter (where due_at is null) into v_count, v_posted from posted;
	if p_batch is null then
		perform private.queue_mails(x) from unnest(v_posted) x;
	end if;
	return v_count;
end
$$;
comment on function private.post_mails(jsonb, uuid, boolean) is
	'Stores mails as mail_queue_many says, 25 to a batch, each with its job; or all in the batch of a job '
	'that sends them itself, or (stay) has no mail server: the local page is where they arrive. Definer: '
	'mails are granted to nobody.';

create function public.mail_queue_many(p_mails jsonb) returns integer
language sql volatile security definer set search_path = '' as $$ select private.post_mails(p_mails) $$;
comment on function public.mail_queue_many(jsonb) is
	'Queues mails [{kind, recipient, letter, occasion?, authorityId?, personId?, about?}], all or none. '
	'Says how many are new: an occasion writes once to each address, and who switched a kind off gets '
	'none. Definer: see post_mails.';

create function private.note_mail(p_id uuid, p_outcome text, p_reason text) returns void
language sql volatile set search_path = '' as $$
	update private.mails m set
		state = case
			when p_outcome <> 'postponed' then p_outcome
			when attempts >= 25 then 'failed'
			else 'queued'
		end,
		state_at = private.now(), reason = left(p_reason, 60),
		sent_at = case when p_outcome = 'sent' then private.now() end,
		link = case
			when p_outcome = 'sent'
				and exists (select from private.mail_kinds k where k.kind = m.kind and k.keeps_link)
					then coalesce(letter -> 'link', link)
			else link
		end,
		letter = case when p_outcome <> 'sent' then letter end
	where id = p_id and (state = 'sending' or state = 'unsure' and p_outcome = 'sent')
$$;
comment on function private.note_mail(uuid, text, text) is
	'Notes how handing over ended: sent (the words are forgotten), postponed (the job tries again; '
	'failed after 25 tries), bounced, or unsure.';

create function private.handed_over_document(v private.mails) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', v.id,
		'recipient', v.recipient,
		'subject', v.subject,
		'letter', v.letter,
		'link', v.link,
		'authorityName', (select a.name from public.authorities a where a.id = v.authority_id),
		'locale', coalesce((select pe.locale from public.people pe where pe.id = v.person_id), 'de'),
		'firstSentAt', (select o.queued_at from private.mails o where o.id = v.resends),
		'unsubscribe', (
			select private.unsubscribe_token(v.person_id, k.kind_group)
			from private.mail_kinds k
			where k.kind = v.kind and not k.is_duty
		)
	)
$$;
comment on function private.handed_over_document(private.mails) is
	'What the job needs to hand a mail over.';

create function public.mail_pass(
	p_batch uuid, p_last uuid default null, p_outcome text default null, p_reason text default null
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare v private.mails;
begin
	if p_last is null then
		update private.mails
		set state = 'unsure', state_at = private.now(), reason = 'interrupted'
		where batch = p_batch and state = 'sending';
	else
		perform private.note_mail(p_last, p_outcome, p_reason);
	end if;
	update private.mails
	set state = 'sending', state_at = private.now(), attempts = attempts + 1
	where state = 'queued' and id = (
		select m.id
		from private.mails m
		where m.batch = p_batch and m.state = 'queued' and m.due_at is null
			and (m.held_until is null or m.held_until <= private.now())
			and (p_last is null or m.id > p_last)
		order by m.id
		limit 1
	)
	returning *
	into v;
	return jsonb_build_object(
		'next', case when v.id is not null then private.handed_over_document(v) end,
		'waiting', (
			select count(*)
			from private.mails m
			where m.batch = p_batch and m.state = 'queued' and m.due_at is null
				and (m.held_until is null or m.held_until <= private.now())
		)
	);
end
$$;
comment on function public.mail_pass(uuid, uuid, text, text) is
	'Walks a batch: notes how handing over the last one ended, and gives the one to hand over now. At the '
	'beginning, what was claimed and never noted becomes unsure, for nobody knows whether it went out. '
	'`waiting`: how many are still to go out, now or when the job runs again; those held have a job of their '
	'own. Definer: mails are granted '
	'to nobody.';

create function public.mail_keep(p_batch uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update private.mails
	set state = 'sent', state_at = private.now(), sent_at = private.now()
	where batch = p_batch and state = 'queued' and due_at is null
$$;
comment on function public.mail_keep(uuid) is
	'Without a mail server: the local page is where a batch arrives, with its words.';

create function public.mail_bounced(p_id uuid, p_code text, p_state text default null) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.mails
	set state = coalesce(p_state, state),
		state_at = case when p_state is not null then private.now() else state_at end, reason = left(p_code, 60)
	where id = p_id
		and p_code is not null
		and (state in ('sending', 'sent', 'unsure') or state = 'returned' and p_state = 'bounced');
	return exists (select from private.mails where id = p_id);
end
$$;
comment on function public.mail_bounced(uuid, text, text) is
	'Notes what came back for a mail: bounced (a report says that it is refused for good), returned (a mail '
	'server says so in its own words), or null for a delay; without a code, good news. False when no mail of '
	'ours has this id.';

create function public.mail_sweep() returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.mails
	set state = 'unsure', state_at = private.now(), reason = 'interrupted'
	where state = 'sending' and state_at < private.now() - interval '15 minutes';
	perform private.queue_mails(x.batch)
	from (
		select distinct m.batch
		from private.mails m
		where m.state = 'queued' and m.due_at is null
			and m.queued_at < private.now() - interval '15 minutes'
	) x
	where not exists (
		select
		from graphile_worker.jobs j
		where j.key = x.batch::text and (j.attempts < j.max_attempts or j.locked_at is not null)
	);
	update private.mails
	set letter = null
	where letter is not null
		and state in ('returned', 'bounced', 'failed', 'unsure')
		and state_at < private.now() - interval '30 days';
end
$$;
comment on function public.mail_sweep() is
	'Every five minutes: what was claimed and never noted is unsure, what waits without a job gets one, '
	'words of what never arrived go after 30 days.';

create function public.mail_bundle(
	p_person uuid, p_authority uuid, p_mails uuid[], p_letter jsonb
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid; v_batch uuid; v_free integer;
begin
	select count(*)
	into v_free
	from (
		select
		from private.mails
		where id = any (p_mails)
			and person_id = p_person
			and bundled_in is null
			and state = 'queued'
			and due_at is not null
		for update
	) x;
	if v_free <> cardinality(p_mails) then
		return null;
	end if;
	insert into private.mails (kind, recipient, subject, letter, authority_id, person_id)
	select 'digest', pe.email, p_letter ->> 'subject', p_letter, p_authority, p_person
	from public.people pe
	where pe.id = p_person
	returning id, batch
	into v_id, v_batch;
	update private.mails set bundled_in = v_id, link = letter -> 'link', letter = null where id = any (p_mails);
	perform private.queue_mails(v_batch);
	return v_id;
end
$$;
comment on function public.mail_bundle(uuid, uuid, uuid[], jsonb) is
	'Queues a daily mail and marks the letters in it, all or nothing; null when another run has taken '
	'one of them meanwhile.';

create function private.resend(p_id uuid) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v private.mails; v_id uuid; v_batch uuid;
begin
	select *
	into v
	from private.mails
	where id = p_id
		and state in ('returned', 'bounced', 'failed', 'unsure')
		and (letter is not null or link is not null)
		and private.is_of_the_authority(kind) for update;
	perform private.require(v.authority_id in (select private.posting_authorities()));
	insert into private.mails (kind, recipient, subject, letter, link, authority_id, person_id, about, resends)
	values (
		v.kind, coalesce((select pe.email from public.people pe where pe.id = v.person_id), v.recipient),
		v.subject, v.letter, v.link, v.authority_id, v.person_id, v.about, v.id
	)
	on conflict (resends) do nothing returning id, batch into v_id, v_batch;
	if v_id is not null then
		update private.mails set bundled_in = v_id where bundled_in = v.id;
		perform private.queue_mails(v_batch);
	end if;
	return v_id;
end
$$;
comment on function private.resend(uuid) is
	'See resend_mail. What a daily mail held fares as its copy does. Definer: mails are granted to '
	'nobody; it asks for the post first.';
grant execute on function private.resend(uuid) to authenticated;

create function public.resend_mail(p_id uuid) returns uuid
language sql volatile set search_path = '' as $$ select private.resend(p_id) $$;
comment on function public.resend_mail(uuid) is
	'Sends a mail that did not arrive once more, to the address the person has today, as a mail of its '
	'own that refers to the old; null when that was done already.';
grant execute on function public.resend_mail(uuid) to authenticated;
