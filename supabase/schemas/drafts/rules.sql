-- Rules of drafts of need reports: who may, what must be true, what follows.

create function private.stamp_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.written_in := case when new.is_transcription then private.planning_post(new.authority_id)
		else private.acting_post(new.organisation_id, private.writing_kinds()) end;
	new.joins_report_id := (select private.seen_of(array[new.joins_report_id]));
	return new;
end
$$;
comment on function private.stamp_draft() is
	'Fills tenant and post of a draft; one joins only what one sees.';

create function private.stamp_draft_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.answers is distinct from old.answers then
		new.revision := old.revision + 1;
		new.saved_at := private.now();
		select old.field_revisions || coalesce(jsonb_object_agg(key, new.revision), '{}') into new.field_revisions
		from jsonb_object_keys(old.answers || new.answers) as key
		where new.answers -> key is distinct from old.answers -> key;
	end if;
	if new.joins_report_id is distinct from old.joins_report_id then
		new.joins_report_id := (select private.seen_of(array[new.joins_report_id]));
	end if;
	if new.returned_at is distinct from old.returned_at and new.returned_at is not null then
		if old.handed_in_at is null
			or private.acting_post(new.organisation_id, private.releasing_kinds()) is null
		then
			raise exception 'not for this person' using errcode = 'NOTFD';
		end if;
		new.returned_at := private.now();
		new.handed_in_at := null;
	elsif new.handed_in_at is distinct from old.handed_in_at and new.handed_in_at is not null then
		new.handed_in_at := private.now();
		new.returned_at := null;
		new.return_reason := null;
	elsif new.return_reason is not null then
		new.return_reason := old.return_reason;
	end if;
	return new;
end
$$;
comment on function private.stamp_draft_change() is
	'Every change of an answer is a new revision, however it came in, so that nobody releases what was '
	'not seen; only who releases can give back.';

create function private.after_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.handed_in_at is not null and old.handed_in_at is distinct from new.handed_in_at then
		perform private.record_event(
			new.authority_id, 'draft', new.id, new.organisation_id, 'draft_handed_in', new.id, private.person_id(),
			private.acting_post(new.organisation_id, private.writing_kinds()),
			jsonb_build_object('title', left(new.answers ->> 'title', 120)), true
		);
	elsif new.returned_at is not null and old.returned_at is distinct from new.returned_at then
		perform private.record_event(
			new.authority_id, 'draft', new.id, new.organisation_id, 'draft_returned', new.id, private.person_id(),
			private.acting_post(new.organisation_id, private.releasing_kinds()),
			jsonb_build_object('title', left(new.answers ->> 'title', 120)), true
		);
	end if;
	return null;
end
$$;
comment on function private.after_draft() is
	'Tells the head what waits for release, and the writers what came back. Seen by the organisation '
	'only.';

create function private.need_report_fields() returns text[] language sql immutable set search_path = '' as $$
	select array[
		'title', 'field_of_action', 'target_groups', 'municipality_ags', 'locality', 'description',
		'noticed_source', 'noticed_body', 'noticed_on', 'noticed_item', 'noticed_since', 'evidence',
		'evidence_year', 'evidence_source', 'affected_range', 'urgency', 'urgency_reason', 'existing_offer',
		'proposed_solution', 'own_contribution', 'responsible_levels', 'cost_idea', 'contact', 'visibility'
	]
$$;
comment on function private.need_report_fields() is 'The questions of form version 1.';
grant execute on function private.need_report_fields() to authenticated;

create function private.is_given(p_answer jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select coalesce(not private.is_blank(p_answer #>> '{}') and p_answer not in ('[]', 'null'), false)
$$;
comment on function private.is_given(jsonb) is 'Does an answer say anything?';
grant execute on function private.is_given(jsonb) to authenticated;

create function private.given_answers(p_answers jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_answers) where private.is_given(value)
$$;
comment on function private.given_answers(jsonb) is 'Answers without the empty ones.';
grant execute on function private.given_answers(jsonb) to authenticated;

create function private.missing_answers(p_answers jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(jsonb_agg(f order by n), '[]')
	from unnest(
		array[
			'title', 'field_of_action', 'target_groups', 'locality', 'description', 'affected_range', 'urgency',
			'visibility'
		]
	)
		with ordinality as required (f, n)
	where not private.is_given(p_answers -> f)
$$;
comment on function private.missing_answers(jsonb) is
	'The questions that must be answered before release and are not.';
grant execute on function private.missing_answers(jsonb) to authenticated;

create function private.are_choices(p_value jsonb, p_keys text[]) returns boolean
language sql immutable set search_path = '' as $$
	select case
		when jsonb_typeof(p_value) = 'array' then jsonb_array_length(p_value) <= cardinality(p_keys)
			and p_value <@ to_jsonb(p_keys)
	end
$$;
comment on function private.are_choices(jsonb, text[]) is 'Is the answer a list of these keys?';
grant execute on function private.are_choices(jsonb, text[]) to authenticated;

create function private.invalid_answers(p_answers jsonb) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(g.key order by array_position(private.need_report_fields(), g.key)), '[]')
	from (
		select key, value, case when jsonb_typeof(value) = 'string' then value #>> '{}' end as text
		from jsonb_each(p_answers)
		where private.is_given(value)
	) g
	where g.key = any (private.need_report_fields())
		and not coalesce(
			case g.key
				when 'title' then length(btrim(g.text)) between 3 and 120
				when 'locality' then length(btrim(g.text)) between 2 and 120
				when 'description' then length(btrim(g.text)) between 10 and 5000
				when 'noticed_body' then length(g.text) <= 160
				when 'noticed_item' then length(g.text) <= 60
				when 'noticed_since' then length(g.text) <= 300
				when 'evidence' then length(g.text) <= 1000
				when 'evidence_source' then length(g.text) <= 300
				when 'urgency_reason' then length(g.text) <= 1000
				when 'existing_offer' then length(g.text) <= 2000
				when 'proposed_solution' then length(g.text) <= 2000
				when 'own_contribution' then length(g.text) <= 2000
				when 'cost_idea' then length(g.text) <= 1000
				when 'contact' then length(g.text) <= 300
				when 'field_of_action' then (select true from public.fields_of_action f where f.key = g.text)
				when 'municipality_ags' then (select true from public.municipalities m where m.ags = g.text)
				when 'target_groups'
					then private.are_choices(g.value, array(select t.key from public.target_groups t))
				when 'responsible_levels'
					then private.are_choices(g.value, '{municipality,district,provider,state,other,unknown}')
				when 'noticed_source'
					then g.text in (
						'council_debate', 'advisory_council', 'provider', 'residents_meeting', 'statistics', 'other'
					)
				when 'affected_range'
					then g.text in ('under_5', '5_to_20', '20_to_50', '50_to_100', 'over_100', 'unknown')
				when 'urgency' then g.text in ('acute', 'this_year', 'medium_term')
				when 'visibility' then g.text in ('district', 'participants', 'public')
				when 'noticed_on' then case
					when g.text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then pg_input_is_valid(g.text, 'date')
				end
				when 'evidence_year' then case
					when g.value #>> '{}' ~ '^[0-9]{4}$' then (g.value #>> '{}')::integer between 1990 and 2100
				end
			end,
			false
		)
$$;
comment on function private.invalid_answers(jsonb) is
	'The questions answered with what cannot be kept as an answer: too long, too short, no such choice, '
	'no such day. The same truth as the constraints of need_reports. A municipality is looked up by its '
	'key: in (select …) would read all of them for one answer.';
grant execute on function private.invalid_answers(jsonb) to authenticated;

create function private.stamp_draft_source() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_kind text := (select kind from public.organisations where id = new.organisation_id);
begin
	if new.is_transcription then
		perform private.require(v_kind not in ('authority', 'office'));
		perform private.check_source(new.channel, new.received_on, new.given_by);
	elsif new.channel <> 'online' then
		perform private.require_choice('channel', private.may_name_source(v_kind) and new.channel <> 'import');
	end if;
	if new.is_transcription
		and exists (
			select
			from public.call_addressees a
			join public.calls c on c.id = a.call_id
			where a.id = new.addressee_id and new.received_on < (c.opened_at at time zone 'Europe/Berlin')::date
		) then
		raise exception 'errors_received_before_call' using errcode = 'RULED', detail = '["received_on"]';
	end if;
	if tg_op = 'UPDATE'
		and (
			new.channel, new.received_on, new.given_by
		) is distinct from (old.channel, old.received_on, old.given_by)
	then
		new.revision := old.revision + 1;
		new.saved_at := private.now();
	end if;
	return new;
end
$$;
comment on function private.stamp_draft_source() is
	'Keeps the source of a draft true: what came before a call cannot answer it. A changed source is a '
	'new revision, so that nobody submits another one than was seen. Definer: reads past the caller''s '
	'policies.';

create function private.may_write_draft(p_draft uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_report_drafts d where d.id = p_draft and case
		when d.is_transcription then d.authority_id in (select private.my_authorities('{planner}'))
		else d.organisation_id in (select private.my_organisations(private.writing_kinds())) end)
$$;
comment on function private.may_write_draft(uuid) is
	'May the person write this draft: its organisation, or the planning where it transcribes a letter '
	'or a call? Definer: asked by policies of the rows below a draft.';
grant execute on function private.may_write_draft(uuid) to authenticated;

alter table public.need_report_drafts alter column written_by set default private.person_id();

grant select, delete on public.need_report_drafts to authenticated;
grant insert (id, organisation_id, joins_report_id, answers),
	update (answers, joins_report_id, handed_in_at, returned_at, return_reason)
on public.need_report_drafts to authenticated;
grant insert (addressee_id) on public.need_report_drafts to authenticated;
grant insert (is_transcription, channel, received_on, given_by),
	update (channel, received_on, given_by)
on public.need_report_drafts to authenticated;
create policy "members read their drafts, planners transcriptions" on public.need_report_drafts
	for select to authenticated
	using (not is_transcription and organisation_id in (select private.my_organisations())
		or is_transcription and authority_id in (select private.my_authorities('{planner}')));
create policy "writers begin drafts, planners transcriptions" on public.need_report_drafts
	for insert to authenticated
	with check (
		not is_transcription
			and organisation_id in (select private.my_organisations((select private.writing_kinds())))
			or is_transcription and authority_id in (select private.my_authorities('{planner}'))
	);
create policy "writers save drafts, planners transcriptions" on public.need_report_drafts
	for update to authenticated
	using (
		not is_transcription
			and organisation_id in (select private.my_organisations((select private.writing_kinds())))
			or is_transcription and authority_id in (select private.my_authorities('{planner}'))
	)
	with check (
		not is_transcription
			and organisation_id in (select private.my_organisations((select private.writing_kinds())))
			or is_transcription and authority_id in (select private.my_authorities('{planner}'))
	);
create policy "writers discard drafts, planners transcriptions" on public.need_report_drafts
	for delete to authenticated
	using (
		not is_transcription
			and organisation_id in (select private.my_organisations((select private.writing_kinds())))
			or is_transcription and authority_id in (select private.my_authorities('{planner}'))
	);
create trigger stamp before insert on public.need_report_drafts
	for each row execute function private.stamp_draft();
create trigger stamp_change before update of
	answers, joins_report_id, handed_in_at, returned_at, return_reason
on public.need_report_drafts
	for each row execute function private.stamp_draft_change();
create trigger after_draft after update of handed_in_at, returned_at on public.need_report_drafts
	for each row execute function private.after_draft();
create trigger stamp_source before insert or update of channel, received_on, given_by
	on public.need_report_drafts
	for each row execute function private.stamp_draft_source();
