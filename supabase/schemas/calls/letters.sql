-- Letters about calls: what a notice of the ledger puts into the letterbox, and what there is to say.

create function private.after_call_notices() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into private.notices (kind, authority_id, subject_kind, subject_id, about, facts)
	select 'call_' || n.kind, n.authority_id, 'call', n.call_id,
		case when n.kind <> 'handed_in' then n.addressee_id end, jsonb_build_object('notice', n.id)
	from added n
	where n.kind <> 'letter' and n.written_at is null
	order by n.created_at, n.id;
	return null;
end
$$;
comment on function private.after_call_notices() is
	'What stands in the ledger as sent becomes mail, but a letter on paper. What a clerk hands to the head '
	'is the addressee''s own business and proves no delivery. Definer: only triggers write notices.';
create trigger after_notices after insert on public.call_notices referencing new table as added
	for each statement execute function private.after_call_notices();

create function private.after_letters_of_call() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.call_notices c
	set written_at = n.written_at, letters = n.letters
	from written n
	where n.subject_kind = 'call' and c.id = (n.facts ->> 'notice')::uuid and c.written_at is null;
	return null;
end
$$;
comment on function private.after_letters_of_call() is
	'The ledger says how many letters a notice became. Definer: nobody writes it by hand.';
create trigger after_letters_of_call after update on private.notices referencing new table as written
	for each statement execute function private.after_letters_of_call();

create function private.letters_of_calls(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	with asked as materialized (
		select c.id, private.letter_head_of_call(c) as head
		from public.calls c
		where c.id in (select n.subject_id from private.notices n where n.id = any (p_notices))
	)
	select n.id,
		x.head || jsonb_build_object(
			'notice', jsonb_build_object(
				'body', case
					when c.kind = 'result'
						then (
							select s.body
							from public.call_steps s
							where s.authority_id = c.authority_id and s.call_id = c.call_id and s.step = 'published'
						)
					else c.body
				end,
				'addresseeId', d.id,
				'organisationName', d.organisation_name,
				'dueAt', d.due_at,
				'answeredAt', d.answered_at,
				'extension', case
					when c.kind = 'extension_asked'
						then (
							select jsonb_build_object(
								'until', e.asked_until,
								'reason', e.reason
							)
							from public.call_extensions e
							where e.addressee_id = d.id
							order by e.created_at desc
							limit 1
						)
				end
			)
		),
		private.recipients_of_notice(c)
	from private.notices n
	join asked x on x.id = n.subject_id
	join public.call_notices c on c.id = (n.facts ->> 'notice')::uuid and c.authority_id = n.authority_id
	join public.call_addressees d on d.id = c.addressee_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_calls(bigint[]) is
	'What a call has to say to its addressees, or of one of them to the planning.';

create function private.letter_head_of_call(c public.calls) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'authority', private.authority_document(a),
		'kind', c.kind,
		'title', c.title,
		'slug', c.slug,
		'audience', c.audience,
		'coveringText', c.covering_text,
		'opensAt', c.opens_at,
		'responsible', (
			select jsonb_build_object(
				'title', p.title,
				'phone', p.phone,
				'name', private.people_of_post(p.id, false) -> 0
			)
			from public.posts p
			where p.id = c.post_id
		),
		'fields', (
			select coalesce(jsonb_agg(f -> 'label'), '[]')
			from jsonb_array_elements(private.fields_of_call(c.id)) f
		)
	)
	from public.authorities a where a.id = c.authority_id
$$;
comment on function private.letter_head_of_call(public.calls) is
	'What all letters of a call have in common.';
