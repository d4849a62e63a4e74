-- Letters about votes: whom they reach and what there is to say. They stay inside the body.

create function private.letters_of_votes(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'authority', private.authority_document(a) || jsonb_build_object(
				'help', private.help_of_body(v.organisation_id)
			),
			'id', v.id,
			'title', v.title,
			'organisationName', o.name,
			'closesAt', v.closes_at,
			'isSecret', v.is_secret,
			'outcome', v.outcome,
			'isStepIn', n.facts ? 'elector'
		),
		case n.kind
			when 'vote_result' then private.members_of_body(v.organisation_id)
			else private.electors_to_write_to(v.id, (n.facts ->> 'elector')::uuid)
		end
	from private.notices n
	join public.votes v on v.id = n.subject_id
	join public.organisations o on o.id = v.organisation_id
	join public.authorities a on a.id = v.authority_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_votes(bigint[]) is
	'Those who may vote and have not are asked and reminded; how it ended is told to the whole body.';

create function private.help_of_body(p_organisation uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'name', coalesce(
			(
				select concat_ws(' ', pe.salutation, pe.family_name)
				from public.holdings h
				join public.people pe on pe.id = h.person_id
				where h.post_id = p.id and private.is_current(h)
				order by h.capacity = 'deputy', h.starts_on
				limit 1
			),
			''
		),
		'title', concat_ws(', ', p.title, o.name),
		'phone', coalesce(p.phone, o.phone),
		'email', o.email
	)
	from public.organisations o
	join public.posts p on p.organisation_id = o.id
		and p.kind = any (private.presiding_kinds())
		and p.abolished_on is null
	where o.id = p_organisation
	order by p.kind <> 'council_office', p.created_at, p.id
	limit 1
$$;
comment on function private.help_of_body(uuid) is
	'Whom the members of a body ask: its own office, never the planning, which is to know nothing.';
grant execute on function private.help_of_body(uuid) to authenticated;

create function private.electors_to_write_to(p_vote uuid, p_elector uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			distinct jsonb_build_object(
				'personId', pe.id,
				'email', pe.email,
				'locale', pe.locale,
				'salutation', pe.salutation,
				'familyName', pe.family_name
			)
		),
		'[]'
	)
	from public.vote_electors e
	left join public.vote_substitutions s on s.elector_id = e.id
	join public.holdings h on h.post_id = coalesce(s.post_id, e.post_id)
		and private.is_current(h)
		and case when e.is_association then h.capacity = 'holder' or h.person_id = e.person_id
			else h.person_id = coalesce(s.person_id, e.person_id) end
	join public.people pe on pe.id = h.person_id
	where e.vote_id = p_vote
		and (p_elector is null or e.id = p_elector)
		and not exists (select from public.vote_casts c where c.elector_id = e.id)
		and exists (
			select
			from public.vote_items i
			where i.vote_id = p_vote
				and not exists (
					select from public.vote_conflicts c where c.elector_id = e.id and c.item_id = i.id
				)
		)
$$;
comment on function private.electors_to_write_to(uuid, uuid) is
	'Who may vote today and has not, on all seats or one: the member, or who steps in.';

create function private.members_of_body(p_organisation uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(distinct r.value), '[]')
	from public.organisations b
	join public.organisations o on o.authority_id = b.authority_id
		and (o.id = b.id or o.parent_id = b.id and o.kind = 'member_association')
	cross join lateral jsonb_array_elements(
		private.recipients(
			o.id,
			'{council_chair,council_voting,council_advisory,council_substitute,council_office,committee_officer}'
		)
	) r
	where b.id = p_organisation
$$;
comment on function private.members_of_body(uuid) is
	'Everybody with a post in a body; of an umbrella those of its associations too.';
