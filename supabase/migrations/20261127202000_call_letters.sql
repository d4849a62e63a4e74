-- Why: whom no mail reaches is asked by letter, with the same questions on paper; what comes back is entered as it came.

create function public.call_letter(p_addressee uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb;
begin
	perform private.require(private.reads_addressee(p_addressee));
	select jsonb_build_object('title', c.title, 'slug', c.slug, 'coveringText', c.covering_text, 'dueAt', coalesce(a.due_at, c.closes_at), 'opensAt', c.opens_at,
		'organisationName', a.organisation_name, 'place', o.place, 'today', private.today(), 'formVersion', c.form_version,
		'purpose', c.purpose, 'legalBasis', c.legal_basis, 'readers', c.readers, 'retention', c.retention,
		'questions', f.questions, 'responsible', private.responsible_for(c.post_id),
		'fields', (select coalesce(jsonb_agg(jsonb_build_object('key', x.key, 'label', x.label, 'labelEn', x.label_en) order by x.position), '[]')
			from public.call_fields cf join public.fields_of_action x on x.key = cf.field_of_action where cf.call_id = c.id))
	into v from public.call_addressees a join public.calls c on c.id = a.call_id join public.organisations o on o.id = a.organisation_id
	join public.survey_forms f on f.version = c.form_version where a.id = p_addressee;
	return v;
end
$$;
comment on function public.call_letter(uuid) is 'What stands in the letter and the printed form of a survey, for both sides. Nothing of what was filled in.';

create function private.responsible_for(p_post uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('title', p.title, 'phone', coalesce(p.phone, a.phone), 'name', coalesce((select private.name_of(h.person_id) from public.holdings h
		where h.post_id = p.id and private.is_current(h) order by h.capacity = 'deputy', h.starts_on limit 1), ''))
	from public.posts p join public.authorities a on a.id = p.authority_id where p.id = p_post and p.kind = 'planner' and p.authority_id in (select private.my_authorities())
$$;
comment on function private.responsible_for(uuid) is 'Who answers for a call: holder, else deputy, else the post alone; for members of its authority. Definer: a letter names the helper to whoever may read it.';

create function public.survey_addressee(p_authority uuid, p_slug text, p_organisation uuid default null) returns uuid
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug); v_id uuid;
begin
	select a.id into v_id from public.call_addressees a where a.call_id = c.id and a.organisation_id in (select private.my_organisations())
	order by a.organisation_id is not distinct from p_organisation desc, a.organisation_name limit 1;
	perform private.require(v_id is not null and c.state <> 'draft');
	return v_id;
end
$$;
comment on function public.survey_addressee(uuid, text, uuid) is 'As whom one is asked in a survey. p_organisation: which of several own ones. NOTFD for who is not asked.';

grant execute on function private.responsible_for(uuid) to authenticated;
revoke execute on all functions in schema public from public;
grant execute on function public.call_letter(uuid), public.survey_addressee(uuid, text, uuid) to authenticated;
