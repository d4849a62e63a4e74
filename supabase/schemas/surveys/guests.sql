-- What a guest fills in by a link: see calls/links.sql.

create function private.answer_asked(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'form', private.form_of_call(c.id)::jsonb,
		'fields', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'key', f.key,
						'label', f.label,
						'labelEn', f.label_en
					)
					order by f.place
				),
				'[]'
			)
			from private.things_asked(c.id) f
			where not exists (
				select from private.present_fields r where r.addressee_id = a.id and r.field_of_action = f.key
			)
		)
	)
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	where a.id = p_addressee
$$;
comment on function private.answer_asked(uuid) is
	'The questions of the form, and the fields of which nothing is returned, whatever the addressee is filling '
	'in: who made the link may hold it too, and must not learn that. Definer, granted to nobody: asked for a '
	'link.';

create function private.answer_by_link(p_addressee uuid, p_given jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.check_said(
		p_addressee, (select jsonb_agg(x.value || jsonb_build_object('field', x.key)) from jsonb_each(p_given) x),
		true
	);
	insert into public.survey_answers (addressee_id, field_of_action, choice, answers, unknown)
	select p_addressee, x.key, x.value ->> 'outcome', coalesce(x.value -> 'answers', '{}'),
		array(select jsonb_array_elements_text(coalesce(x.value -> 'unknown', '[]')))
	from jsonb_each(p_given) x
	where not exists (
		select from private.present_fields r where r.addressee_id = p_addressee and r.field_of_action = x.key
	)
	on conflict do nothing;
	if found then
		perform private.notice(p_addressee, 'handed_in', null, null);
	end if;
end
$$;
comment on function private.answer_by_link(uuid, jsonb) is
	'A guest''s answer, {field: {outcome, answers, unknown}}, is held to what may be entered of the form, and '
	'filled in where the addressee filled in nothing: it is never a return, and waits for the release, of which '
	'the head is told. What a clerk is writing there stays with the clerk. Definer, granted to nobody: the link '
	'was asked.';

create function private.guests_of(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'at', u.created_at,
				'name', u.name,
				'given', u.given
			)
			order by u.created_at
		),
		'[]'
	)
	from public.call_addressees a
	join private.addressee_links l on l.authority_id = a.authority_id and l.addressee_id = a.id
	join private.addressee_link_uses u on u.link_id = l.id
	where a.id = p_addressee and l.duty = 'answer' and a.organisation_id in (select private.my_organisations())
$$;
comment on function private.guests_of(uuid) is
	'What guests answered for an addressee, word for word, for its own members only. Definer: links are granted '
	'to nobody.';
grant execute on function private.guests_of(uuid) to authenticated;
