-- The record of a call (Beteiligungsnachweis), and of one addressee: what is read.

-- One addressee, and the whole record. Walks keys only: one call is most of a young table, and a small
-- part of it later. Read from end to end it would be quick at first and slow for good. Each part is
-- materialized: taken for one row, it was put together anew for every addressee.
create function private.facts_of_addressees(
	p_call uuid, p_addressee uuid default null
) returns table (addressee_id uuid, returns json, extensions json, notices json, mails json, links json)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off rows 200 as $$
begin
	perform private.require(private.plans_call(p_call));
	return query
	with asked as materialized (
		select a.id, a.authority_id
		from public.calls c
		join public.call_addressees a on a.authority_id = c.authority_id and a.call_id = c.id
		where c.id = p_call and (p_addressee is null or a.id = p_addressee)
	),
	returned as materialized (
		select r.addressee_id,
			json_agg(
				json_build_object(
					'at', r.created_at,
					'isLate', r.is_late,
					'channel', r.channel,
					'givenBy', r.given_by,
					'receivedOn', r.received_on,
					'personName', nullif(
						concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name), ''
					),
					'postTitle', p.title || ', ' || o.name,
					'said', k.said
				)
				order by r.created_at
			) as rows
		from asked a
		join public.call_returns r on r.authority_id = a.authority_id and r.addressee_id = a.id
		left join private.of_kind('returned', p_call, p_addressee) k on k.about = r.id
		left join public.people pe on pe.id = coalesce(r.released_by, r.entered_by)
		left join public.posts p on p.id = coalesce(r.released_in, r.entered_in)
		left join public.organisations o on o.id = p.organisation_id
		group by r.addressee_id
	),
	extended as materialized (
		select e.addressee_id,
			json_agg(
				json_build_object(
					'at', e.created_at,
					'askedUntil', e.asked_until,
					'reason', e.reason,
					'channel', e.channel,
					'personName', private.name_of(e.person_id),
					'postTitle', (select p.title from public.posts p where p.id = e.post_id),
					'decidedAt', d.created_at,
					'decision', d.outcome,
					'dueAt', d.due_at,
					'decisionReason', d.reason,
					'decidedBy', private.name_of(d.person_id),
					'decidedIn', (select p.title from public.posts p where p.id = d.post_id)
				)
				order by e.created_at
			) as rows
		from asked a
		join public.call_extensions e on e.authority_id = a.authority_id and e.addressee_id = a.id
		left join public.call_extension_decisions d on d.extension_id = e.id
		group by e.addressee_id
	),
	noticed as materialized (
		select n.addressee_id,
			json_agg(
				json_build_object(
					'at', n.created_at,
					'kind', n.kind,
					'letters', n.letters,
					'writtenAt', n.written_at,
					'body', n.body,
					'personName', nullif(
						concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name), ''
					),
					'postTitle', p.title
				)
				order by n.created_at
			) as rows
		from asked a
		join public.call_notices n on n.authority_id = a.authority_id
			and n.addressee_id = a.id
			and n.kind <> 'handed_in'
		left join public.people pe on pe.id = n.person_id
		left join public.posts p on p.id = n.post_id
		group by n.addressee_id
	),
	mailed as materialized (
		select d.addressee_id,
			json_agg(
				json_build_object(
					'at', d.at,
					'name', d.name,
					'state', d.state,
					'reason', d.reason
				)
				order by d.at
			) as rows
		from private.mails_of_call(p_call, p_addressee) d
		group by d.addressee_id
	)
	select a.id, coalesce(r.rows, '[]'), coalesce(e.rows, '[]'), coalesce(n.rows, '[]'),
		coalesce(m.rows, '[]'), coalesce(g.links, '[]')
	from asked a
	left join returned r on r.addressee_id = a.id
	left join extended e on e.addressee_id = a.id
	left join noticed n on n.addressee_id = a.id
	left join mailed m on m.addressee_id = a.id
	left join private.links_of_call(p_call, p_addressee) g on g.addressee_id = a.id;
end
$$;
comment on function private.facts_of_addressees(uuid, uuid) is
	'What the ledger holds about each addressee of a call, or one: returns, extensions, notices, mails, '
	'with names and posts; nothing of what it hands to its own head. Definer: columns of persons are '
	'granted to nobody; planners only.';
grant execute on function private.facts_of_addressees(uuid, uuid) to authenticated;

create function private.steps_of_call(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'at', s.created_at,
				'step', s.step,
				'closesAt', s.closes_at,
				'body', s.body,
				'audience', s.audience,
				'meetings', s.meetings,
				'personName', private.name_of(s.person_id),
				'postTitle', (
					select p.title || ', ' || o.name
					from public.posts p
					join public.organisations o on o.id = p.organisation_id
					where p.id = s.post_id
				)
			)
			order by s.created_at
		),
		'[]'
	)
	from (
		select s.created_at, s.step, s.closes_at, s.body, s.audience, s.meetings, s.person_id, s.post_id
		from public.call_steps s
		where s.call_id = p_call
		union all
		select v.created_at, 'corrected', null, v.note, null, null, v.person_id, v.post_id
		from public.call_result_versions v
		where v.call_id = p_call
	) s
	where private.plans_call(p_call)
$$;
comment on function private.steps_of_call(uuid) is
	'The steps of a call with the session check as it was then, and corrections of its result. Definer: the '
	'check names other addressees; planners only.';
grant execute on function private.steps_of_call(uuid) to authenticated;

create function public.call_closing(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	perform private.require(c.closed_at is not null);
	return (
		select jsonb_build_object(
			'call', private.call_head(c),
			'at', c.closed_at,
			'personName', s.step ->> 'personName',
			'postTitle', s.step ->> 'postTitle',
			'asked', a.asked,
			'answered', a.answered,
			'nil', a.nil,
			'silent', a.silent
		)
		from (
			select count(*) as asked, count(x.answered_at) as answered,
				count(*) filter (where x.outcome = 'nil_return') as nil,
				coalesce(
					jsonb_agg(x.organisation_name order by x.organisation_name) filter (where x.answered_at is null), '[]'
				) as silent
			from public.call_addressees x
			where x.authority_id = c.authority_id and x.call_id = c.id
		) a
		left join jsonb_array_elements(private.steps_of_call(c.id)) s (step) on s.step ->> 'step' = 'closed'
	);
end
$$;
comment on function public.call_closing(uuid, text) is
	'The receipt of a closed call: when and by whom, how many were asked and have answered, who has not. NOTFD '
	'for who does not plan, and before it is closed.';
grant execute on function public.call_closing(uuid, text) to authenticated;

create function public.call_addressee(p_authority uuid, p_slug text, p_addressee uuid) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug); v record; f record;
begin
	select l.* into v from private.ledger(c.id, p_addressee) l;
	perform private.require(v.id is not null);
	select x.* into f from private.facts_of_addressees(c.id, p_addressee) x;
	return json_build_object(
		'call', private.call_head(c),
		'fields', private.fields_of_call(c.id),
		'addressee', row_to_json(v),
		'steps', private.steps_of_call(c.id),
		'reach', (
			select jsonb_build_object(
				'people', r.people,
				'posts', r.posts
			)
			from private.reach_in(p_authority) r
			where r.organisation_id = (select a.organisation_id from public.call_addressees a where a.id = v.id)
		),
		'own', (select k.said from private.of_kind('addressee', c.id, p_addressee) k),
		'form', private.form_of_call(c.id),
		'answers', coalesce((select k.said from private.of_kind('answers', c.id, p_addressee) k), '{}'),
		'returns', f.returns,
		'extensions', f.extensions,
		'notices', f.notices,
		'mails', f.mails,
		'links', f.links
	);
end
$$;
comment on function public.call_addressee(uuid, text, uuid) is
	'One addressee of a call: everything that stands on the record about it, and what it said word for word.';
grant execute on function public.call_addressee(uuid, text, uuid) to authenticated;

create function public.call_record(p_authority uuid, p_slug text) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return json_build_object(
		'call', private.call_head(c),
		'coveringText', c.covering_text,
		'purpose', c.purpose,
		'legalBasis', c.legal_basis,
		'readers', c.readers,
		'retention', c.retention,
		'now', private.now(),
		'post', (
			select p.title || ', ' || o.name
			from public.posts p
			join public.organisations o on o.id = p.organisation_id
			where p.id = c.post_id
		),
		'fields', private.fields_of_call(c.id),
		'coverage', private.coverage(c.id),
		'steps', private.steps_of_call(c.id),
		'form', private.form_of_call(c.id),
		'addressees', (
			select coalesce(json_agg(x order by x."organisationName", x.id), '[]')
			from (
				select l.*, f.returns, f.extensions, f.notices, f.mails, f.links, coalesce(k.said, '{}') as answers
				from private.ledger(c.id) l
				join private.facts_of_addressees(c.id) f on f.addressee_id = l.id
				left join private.of_kind('answers', c.id) k on k.about = l.id
			) x
		)
	);
end
$$;
comment on function public.call_record(uuid, text) is
	'Beteiligungsnachweis: who was asked, how and when it was delivered, which session lay inside the '
	'window, what came back and when, word for word, and who never answered.';
grant execute on function public.call_record(uuid, text) to authenticated;

create function public.call_answers(p_authority uuid, p_slug text) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return json_build_object(
		'form', private.form_of_call(c.id),
		'answers', (
			select coalesce(json_object_agg(k.about, k.said), '{}')
			from private.of_kind('answers', c.id) k
		)
	);
end
$$;
comment on function public.call_answers(uuid, text) is
	'What addressees returned word for word, for the files that are taken away; by addressee, then by column '
	'of the ledger, which does not carry it.';
grant execute on function public.call_answers(uuid, text) to authenticated;
