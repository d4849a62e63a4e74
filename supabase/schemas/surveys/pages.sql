-- Pages of needs surveys: what fills a call: what is read.

create function private.survey_of(p_addressee uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'title', c.title,
		'slug', c.slug,
		'addresseeId', a.id
	)
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	where a.id = p_addressee
$$;
comment on function private.survey_of(uuid) is
	'The survey in which something was begun, for who may read that addressee; null for all others.';
grant execute on function private.survey_of(uuid) to authenticated;

create function private.call_progress(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'answered', count(a.answered_at),
		'asked', count(*)
	)
	from public.call_addressees a
	where a.call_id = p_call and (p_call in (select private.addressed_calls()) or private.plans_call(p_call))
$$;
comment on function private.call_progress(uuid) is
	'How many were asked and have answered, for both sides: no names. Definer: an addressee sees no '
	'other.';
grant execute on function private.call_progress(uuid) to authenticated;

create function public.survey_reply(
	p_authority uuid, p_slug text, p_organisation uuid default null
) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
	c public.calls := private.call_named(p_authority, p_slug, 'surveys');
	v_addressee uuid := public.survey_addressee(p_authority, p_slug, p_organisation);
	a public.call_addressees;
begin
	select * into a from public.call_addressees x where x.id = v_addressee;
	if a.opened_at is null then
		perform private.visit_addressee(a.id);
	end if;
	return jsonb_build_object(
		'title', c.title,
		'slug', c.slug,
		'coveringText', c.covering_text,
		'state', c.state,
		'hasResult', c.audience is not null,
		'opensAt', c.opens_at,
		'closesAt', c.closes_at,
		'purpose', c.purpose,
		'legalBasis', c.legal_basis,
		'readers', c.readers,
		'retention', c.retention,
		'now', private.now(),
		'today', private.today(),
		'finalDays', (select final_days from public.authorities where id = p_authority),
		'form', private.form_of_call(c.id),
		'addresseeId', a.id,
		'organisationId', a.organisation_id,
		'organisationName', a.organisation_name,
		'dueAt', a.due_at,
		'answeredAt', a.answered_at,
		'isLate', a.is_late,
		'standing', private.standing(
			a, c.state = 'open', exists (select from public.call_returns r where r.addressee_id = a.id)
		),
		'extension', a.extension,
		'askedExtension', (
			select jsonb_build_object(
				'until', e.asked_until,
				'reason', e.reason,
				'outcome', d.outcome,
				'dueAt', d.due_at,
				'answer', d.reason
			)
			from public.call_extensions e
			left join public.call_extension_decisions d on d.extension_id = e.id
			where e.addressee_id = a.id
			order by e.created_at desc
			limit 1
		),
		'others', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', x.organisation_id,
						'name', x.organisation_name
					)
					order by x.organisation_name
				),
				'[]'
			)
			from public.call_addressees x
			where x.call_id = c.id and x.id <> a.id and x.organisation_id in (select private.my_organisations())
		),
		'fields', private.survey_fields(a.id),
		'progress', private.call_progress(c.id),
		'guests', private.guests_of(a.id),
		'handedInAt', (
			select max(s.handed_in_at)
			from public.survey_answers s
			where s.addressee_id = a.id and private.is_offered(s)
		),
		'releasers', (
			select coalesce(
				jsonb_agg(
					distinct jsonb_build_object(
						'name', private.name_of(h.person_id)
					)
				),
				'[]'
			)
			from public.posts p
			join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = a.organisation_id
				and p.abolished_on is null
				and p.kind = any (private.releasing_kinds())
		),
		'chronicle', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'kind', e.kind,
						'at', e.created_at,
						'personName', e.person_name,
						'postTitle', e.post_title,
						'detail', e.detail
					)
					order by e.id
				),
				'[]'
			)
			from public.events e
			where e.subject_kind = 'call' and e.subject_id = c.id and e.organisation_id = a.organisation_id
		),
		'isOpen', c.state = 'open' and c.opens_at <= private.now(),
		'canWrite', private.writes_for_addressee(a.id),
		'canRelease', private.releases_for_addressee(a.id)
	);
end
$$;
comment on function public.survey_reply(uuid, text, uuid) is
	'The pages of an addressee: what is asked, until when, what is filled in and returned. Notes the '
	'first visit. As whom one is asked says survey_addressee.';
grant execute on function public.survey_reply(uuid, text, uuid) to authenticated;

create function public.survey_addressee(
	p_authority uuid, p_slug text, p_organisation uuid default null
) returns uuid
language plpgsql stable set search_path = '' as $$
declare
	c public.calls := private.call_named(p_authority, p_slug, 'surveys');
	v_ids uuid[]; v_names jsonb;
begin
	select array_agg(a.id), jsonb_object_agg(a.organisation_id, a.organisation_name)
	into v_ids, v_names
	from public.call_addressees a
	where a.call_id = c.id
		and a.organisation_id in (select private.my_organisations())
		and (p_organisation is null or a.organisation_id = p_organisation);
	perform private.require(v_ids is not null and c.state <> 'draft');
	if cardinality(v_ids) > 1 then
		raise exception 'for one of several' using errcode = 'WHICH', detail = v_names::text;
	end if;
	return v_ids[1];
end
$$;
comment on function public.survey_addressee(uuid, text, uuid) is
	'As whom one is asked in a survey. p_organisation: for this one and no other; NOTFD for who is not '
	'asked for it. Where none is named and one is asked for several, WHICH (detail: {organisation: its '
	'name}).';
grant execute on function public.survey_addressee(uuid, text, uuid) to authenticated;
