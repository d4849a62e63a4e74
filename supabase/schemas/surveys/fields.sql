-- Rules of needs surveys: the fields of a call and its form.

create function private.stamp_call_field() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.calls where id = new.call_id;
	return new;
end
$$;
comment on function private.stamp_call_field() is
	'Fills the tenant of a chosen field. Definer: reads past the caller''s policies.';

create function private.stamp_form_version() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select max(version) into new.form_version from public.survey_forms;
	return new;
end
$$;
comment on function private.stamp_form_version() is
	'A survey takes the newest form and keeps it. Definer: reads past the caller''s policies.';

create function private.is_without_fields(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select not exists (select from public.call_fields f where f.call_id = c.id)
$$;
comment on function private.is_without_fields(public.calls) is
	'Does a survey ask about nothing? Definer: an obstacle, called by the steps.';

create function private.keys_asked(p_call uuid, p_field text) returns text[]
language sql stable set search_path = '' as $$
	select case
		when p_field = 'own_questions'
			then array(select q.key::text from public.survey_questions q where q.call_id = p_call)
		else array(
			select q ->> 'key'
			from public.calls c
			join public.survey_forms f on f.version = c.form_version
			cross join jsonb_array_elements(f.questions) q
			where c.id = p_call
		)
	end
$$;
comment on function private.keys_asked(uuid, text) is
	'The questions that can be answered in a field of a survey: those of its form, or its own.';
grant execute on function private.keys_asked(uuid, text) to authenticated;

create function private.survey_fields(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			x.said
				|| jsonb_build_object(
					'isUntouched', x.said ->> 'choice' is null
						and x.said -> 'answers' = '{}'
						and x.said -> 'unknown' = '[]'
						and x.said -> 'returned' = 'null'
						and x.said -> 'drafts' = '[]'
						and x.said ->> 'key' <> 'own_questions'
				)
			order by x.place
		),
		'[]'
	)
	from (
		select f.place,
			jsonb_build_object(
				'key', f.key,
				'label', f.label,
				'labelEn', f.label_en,
				'choice', s.choice,
				'answers', coalesce(s.answers, '{}'),
				'unknown', coalesce(to_jsonb(s.unknown), '[]'),
				'revision', coalesce(s.revision, 0),
				'savedBy', private.name_of(s.saved_by),
				'savedAt', s.saved_at,
				'waits', s.addressee_id is not null and private.waits_for_release(s),
				'isHandedIn', s.handed_in_at is not null,
				'returned', (
					select jsonb_build_object(
						'outcome', x.outcome,
						'answers', x.answers,
						'unknown', x.unknown,
						'at', r.created_at,
						'channel', r.channel,
						'givenBy', r.given_by,
						'receivedOn', r.received_on,
						'releasedBy', private.name_of(r.released_by),
						'enteredBy', private.name_of(r.entered_by),
						'enteredIn', (select p.title from public.posts p where p.id = r.entered_in)
					)
					from private.present_fields x
					join public.call_returns r on r.id = x.return_id
					where x.addressee_id = a.id and x.field_of_action = f.key
				),
				'reports', (
					select coalesce(
						jsonb_agg(
							jsonb_build_object(
								'number', n.number,
								'title', n.title
							)
							order by n.received_at
						),
						'[]'
					)
					from public.need_reports n
					where n.authority_id = a.authority_id and n.addressee_id = a.id and n.field_of_action = f.key
				),
				'drafts', (
					select coalesce(
						jsonb_agg(
							jsonb_build_object(
								'id', d.id,
								'title', left(d.answers ->> 'title', 120),
								'handedInAt', d.handed_in_at
							)
							order by d.created_at
						),
						'[]'
					)
					from public.need_report_drafts d
					where d.authority_id = a.authority_id
						and d.addressee_id = a.id
						and not d.is_transcription
						and d.answers ->> 'field_of_action' = f.key
				),
				'previous', (
					select jsonb_build_object(
						'answers', r.answers,
						'title', pc.title
					)
					from public.call_addressees pa
					join public.calls pc on pc.id = pa.call_id
					join private.present_fields r on r.addressee_id = pa.id and r.field_of_action = f.key
					where pa.call_id = c.previous_id and pa.organisation_id = a.organisation_id
				)
			) as said
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		cross join lateral private.things_asked(c.id) f
		left join public.survey_answers s on s.addressee_id = a.id and s.field_of_action = f.key
		where a.id = p_addressee and a.organisation_id in (select private.my_organisations())
	) x
$$;
comment on function private.survey_fields(uuid) is
	'What is asked and what the addressee has filled in and returned, for its own members only. A field '
	'is untouched when nothing was said of it and no report was begun in it; the own questions never are, for '
	'there is no nil return to them. Definer: asks once who is '
	'reading instead of once per row.';
grant execute on function private.survey_fields(uuid) to authenticated;

grant select on public.survey_forms to authenticated;
create policy "everyone signed in reads forms" on public.survey_forms
	for select to authenticated
	using (true);

grant select, delete, insert (call_id, field_of_action) on public.call_fields to authenticated;
create policy "who reads a call reads its fields" on public.call_fields for select to authenticated
	using (exists (select from public.calls c where c.id = call_id));
create policy "planners choose fields while they prepare" on public.call_fields
	for insert to authenticated
	with check (private.plans_draft_of_call(call_id));
create policy "planners drop fields while they prepare" on public.call_fields
	for delete to authenticated
	using (private.plans_draft_of_call(call_id));
create trigger stamp before insert on public.call_fields
	for each row execute function private.stamp_call_field();
create trigger keep_opened before insert or delete on public.call_fields
	for each row execute function private.keep_opened();
create trigger stamp_form_version before insert on public.calls
	for each row when (new.kind = 'surveys') execute function private.stamp_form_version();
