-- The letterbox: what is to be told, whom it reaches, and the letters it becomes.

create function private.batch_of_transaction() returns uuid
language sql stable set search_path = '' as $$
	select md5(pg_current_xact_id() || ' ' || private.now())::uuid
$$;
comment on function private.batch_of_transaction() is
	'The same for everything that one transaction has to tell.';
alter table private.notices alter column batch set default private.batch_of_transaction();

create function private.tell(
	p_kinds text[], p_authority uuid, p_subject_kind text, p_subject uuid, p_facts jsonb default '{}',
	p_held_until timestamptz default null
) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.notices (kind, authority_id, subject_kind, subject_id, facts, held_until)
	select kind, p_authority, p_subject_kind, p_subject, p_facts, p_held_until
	from unnest(p_kinds) kind
$$;
comment on function private.tell(text[], uuid, text, uuid, jsonb, timestamptz) is
	'Puts notices about one thing into the letterbox; what can still be taken back is written and held until '
	'then. Definer: only triggers call it.';

create function private.queue_letters() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform graphile_worker.add_job(
		'write_letters', json_build_object('batch', x.batch), job_key := x.batch::text
	)
	from (select distinct batch from added) x;
	return null;
end
$$;
comment on function private.queue_letters() is
	'One job for what one transaction has to tell, however often it says so. Definer: see queue_job.';
create trigger queue_letters after insert on private.notices referencing new table as added
	for each statement execute function private.queue_letters();

create function public.letters_due(p_batch uuid, p_limit integer default 100) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_noun text; v_ids bigint[]; v_part jsonb; v_all jsonb := '[]';
begin
	for v_noun, v_ids in
		select k.noun, array_agg(n.id order by n.id)
		from (
			select id, kind
			from private.notices
			where batch = p_batch and written_at is null
			order by id
			limit p_limit
		) n
		join private.notice_kinds k on k.kind = n.kind
		group by k.noun
		order by min(n.id)
	loop
		execute format(
			'select jsonb_agg(jsonb_build_object(''id'', n.id, ''noun'', %L::text, ''kind'', n.kind,
				''facts'', l.facts, ''recipients'', coalesce(l.recipients, ''[]'')) order by n.id)
			from private.notices n left join private.%I($1) l on l.notice_id = n.id where n.id = any ($1)',
			v_noun, 'letters_of_' || v_noun
		)
		into v_part using v_ids;
		v_all := v_all || v_part;
	end loop;
	return v_all;
end
$$;
comment on function public.letters_due(uuid, integer) is
	'The next notices of a batch: [{id, noun, kind, facts, recipients}]. Whom each reaches and what there '
	'is to say is known to the function letters_of_<noun>(ids); what is gone reaches nobody. Definer: it '
	'crosses the organisations'' walls to address mail; for the server only.';

create function public.post_letters(
	p_batch uuid, p_notices bigint[], p_letters jsonb, p_stay boolean default false
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_mails jsonb; v_held timestamptz;
begin
	-- What is being taken back at this moment is gone when the lock is let through.
	perform from private.notices where id = any (p_notices) and written_at is null order by id for update;
	select max(n.held_until)
	into v_held
	from private.notices n
	where n.id = any (p_notices) and n.batch = p_batch and n.held_until > private.now();
	select jsonb_agg(
		jsonb_build_object(
			'kind', k.mail_kind,
			'recipient', l.recipient,
			'letter', l.letter,
			'occasion', 'notice:' || n.id,
			'authorityId', n.authority_id,
			'personId', l."personId",
			'about', n.about,
			'heldUntil', n.held_until
		)
		order by n.id
	)
	into v_mails
	from jsonb_to_recordset(p_letters) as l(notice bigint, recipient text, "personId" uuid, letter jsonb)
	join private.notices n on n.id = l.notice and n.batch = p_batch and n.written_at is null
	join private.notice_kinds k on k.kind = n.kind;
	perform private.post_mails(
		v_mails,
		case when p_stay or v_held is not null or jsonb_array_length(v_mails) <= 25 then p_batch end,
		p_stay
	);
	if v_held is not null and not p_stay then
		perform private.queue_held_mails(p_batch, v_held);
	end if;
	with counted as materialized (
		select l.notice, count(*) as letters
		from jsonb_to_recordset(p_letters) as l(notice bigint)
		group by l.notice
	)
	update private.notices n
	set written_at = private.now(),
		letters = coalesce((select c.letters from counted c where c.notice = n.id), 0)
	where n.id = any (p_notices) and n.batch = p_batch and n.written_at is null;
end
$$;
comment on function public.post_letters(uuid, bigint[], jsonb, boolean) is
	'Takes the letters of these notices [{notice, recipient, personId, letter}] and notes the notices as '
	'written, all or none. A few lie in the batch of the job that wrote them and are sent by it; many get '
	'jobs of their own, and so do those that are held; without a mail server they stay where they are. '
	'Definer: for the server only.';
