-- Rules of needs surveys: what fills a return, from the first word to the release.

create function private.is_without_answers(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.need_reports r on r.authority_id = a.authority_id and r.addressee_id = a.id
		where a.call_id = c.id and r.final_at is null
	)
		or exists (select from private.unreported_needs(c.id))
$$;
comment on function private.is_without_answers(public.calls) is
	'Has a need told in a survey no report, or a report no decision and reason yet? Definer: an obstacle, '
	'called by the steps.';

create view private.present_fields with (security_invoker = true) as
	select f.*
	from public.survey_return_fields f
	where not exists (select from public.survey_return_fields x where x.corrects_id = f.id);
comment on view private.present_fields is
	'What holds now of what was returned: per addressee and field what nothing corrects. The one place that '
	'says so.';
grant select on private.present_fields to authenticated;

create function private.unreported_needs(p_call uuid)
returns table (addressee_id uuid, organisation_name text, field_of_action text)
language sql stable set search_path = '' rows 10 as $$
	select a.id, a.organisation_name, f.field_of_action
	from public.calls c
	join private.present_fields f on f.authority_id = c.authority_id and f.call_id = c.id
	join public.call_addressees a on a.id = f.addressee_id
	where c.id = p_call
		and f.outcome = 'needs'
		and not exists (
			select
			from public.need_reports n
			where n.authority_id = f.authority_id
				and n.addressee_id = f.addressee_id
				and n.field_of_action = f.field_of_action
		)
$$;
comment on function private.unreported_needs(uuid) is
	'Needs that came on paper or by phone in words, and of which no report was made yet: without one nobody '
	'answers them.';
grant execute on function private.unreported_needs(uuid) to authenticated;

create function private.waits_for_release(s public.survey_answers) returns boolean
language sql stable set search_path = '' as $$
	select case
			when s.choice = 'answered'
				then s.answers <> '{}'
					and private.wrong_in(
						(select a.call_id from public.call_addressees a where a.id = s.addressee_id), s.answers, true
					) is null
			else s.choice is not null or s.answers <> '{}' or s.unknown <> '{}'
		end
		and (
			coalesce(s.choice, 'needs') <> 'needs'
				or exists (
					select
					from public.need_reports r
					where r.authority_id = s.authority_id
						and r.addressee_id = s.addressee_id
						and r.field_of_action = s.field_of_action
				)
		)
		and not exists (
			select
			from private.present_fields r
			where r.addressee_id = s.addressee_id
				and r.field_of_action = s.field_of_action
				and (r.outcome, r.answers, r.unknown) = (coalesce(s.choice, 'needs'), s.answers, s.unknown)
		)
$$;
comment on function private.waits_for_release(public.survey_answers) is
	'Is this answered and not returned as it stands? Needs count once a report is released, the own questions '
	'of a survey once all that is required is answered. What is handed in.';
grant execute on function private.waits_for_release(public.survey_answers) to authenticated;

create function private.is_offered(s public.survey_answers) returns boolean
language sql stable set search_path = '' as $$
	select s.handed_in_at is not null and private.waits_for_release(s)
$$;
comment on function private.is_offered(public.survey_answers) is
	'Is this before who releases? What a clerk is still writing is not: nobody releases what was not handed in. '
	'The one rule for the page, the task and the release.';
grant execute on function private.is_offered(public.survey_answers) to authenticated;

create function private.stamp_survey_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare a public.call_addressees; v_questions text[];
begin
	select * into a from public.call_addressees where id = new.addressee_id;
	perform private.lock_call(a.call_id);
	v_questions := private.keys_asked(a.call_id, new.field_of_action);
	if not (new.unknown || array(select jsonb_object_keys(new.answers))) <@ v_questions then
		raise exception 'no such question' using errcode = 'INVAL', detail = '["answers"]';
	end if;
	if tg_op = 'INSERT' then
		if not exists (select from private.things_asked(a.call_id) t where t.key = new.field_of_action) then
			raise exception 'no such field' using errcode = 'NOTFD';
		end if;
		new.authority_id := a.authority_id;
		new.organisation_id := a.organisation_id;
		new.revision := 1;
		perform private.begin_answering(a.id);
	elsif (new.choice, new.answers, new.unknown) is distinct from (old.choice, old.answers, old.unknown) then
		new.revision := old.revision + 1;
	end if;
	new.saved_by := private.person_id();
	new.saved_at := private.moment();
	new.handed_in_at := case
		when new.saved_by is null or private.releases_for_addressee(a.id) then private.moment()
	end;
	return new;
end
$$;
comment on function private.stamp_survey_answer() is
	'Every change is a new revision; only fields and questions that are asked can be answered. What is saved is '
	'before the head once it is handed in; what a guest sent, or who releases wrote, is at once. The lock makes '
	'it wait for a release: what goes out was seen.';

create function private.is_returned(
	p_addressee uuid, p_field text, p_outcome text, p_channel text default null, p_received_on date default null
) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from private.present_fields f
		join public.call_returns r on r.id = f.return_id
		where f.addressee_id = p_addressee
			and f.field_of_action = p_field
			and f.outcome = p_outcome
			and (p_channel is null or (r.channel, r.received_on) = (p_channel, p_received_on))
	)
$$;
comment on function private.is_returned(uuid, text, text, text, date) is
	'Does this hold of a field already? With a channel: did it come in this way on this day?';
grant execute on function private.is_returned(uuid, text, text, text, date) to authenticated;

create function private.write_survey_return(
	p_addressee uuid, p_fields jsonb, p_channel text default 'online', p_given_by text default null,
	p_received_on date default null, p_id uuid default null
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare r public.call_returns; v_corrects uuid; v_needs boolean; v_open boolean; v_told jsonb;
begin
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	select c.return_id into v_corrects
	from private.present_fields c
	where c.addressee_id = p_addressee
		and c.field_of_action in (select x ->> 'field' from jsonb_array_elements(p_fields) x)
	order by c.created_at desc
	limit 1;
	r := private.give_return(
		p_addressee,
		case
			when p_fields @> '[{"outcome": "needs"}]' or p_fields @> '[{"outcome": "answered"}]' then 'submitted'
			else 'nil_return'
		end,
		p_channel, p_given_by, p_received_on, v_corrects, p_id
	);
	if exists (
		select
		from jsonb_array_elements(p_fields) x
		where not exists (select from private.things_asked(r.call_id) t where t.key = x ->> 'field')
	) then
		raise exception 'no such field' using errcode = 'NOTFD';
	elsif exists (
		select
		from jsonb_array_elements(p_fields) x
		where x ->> 'outcome' = 'needs'
			and p_channel = 'online'
			and not exists (
				select
				from public.need_reports n
				where n.authority_id = r.authority_id
					and n.addressee_id = r.addressee_id
					and n.field_of_action = x ->> 'field'
			)
	) then
		raise exception 'errors_survey_without_report' using errcode = 'RULED';
	end if;
	with written as (
		insert into public.survey_return_fields (
			authority_id, call_id, addressee_id, organisation_id, return_id, field_of_action, outcome, answers,
			unknown, corrects_id, created_at
		)
		select r.authority_id, r.call_id, r.addressee_id, r.organisation_id, r.id, x ->> 'field', x ->> 'outcome',
			coalesce(x -> 'answers', '{}'),
			array(select jsonb_array_elements_text(coalesce(x -> 'unknown', '[]'))),
			c.id, r.created_at
		from jsonb_array_elements(p_fields) x
		left join private.present_fields c on c.addressee_id = p_addressee and c.field_of_action = x ->> 'field'
		returning field_of_action, outcome, corrects_id
	)
	select jsonb_agg(
		jsonb_build_object(
			'field', w.field_of_action,
			'outcome', w.outcome,
			'corrects', w.corrects_id is not null
		)
		order by f.place
	)
	into v_told
	from written w
	join private.things_asked(r.call_id) f on f.key = w.field_of_action;
	select bool_or(c.id is null and f.key <> 'own_questions') or private.lacks_own_answers(p_addressee),
		bool_or(c.outcome in ('needs', 'answered'))
	into v_open, v_needs
	from private.things_asked(r.call_id) f
	left join private.present_fields c on c.addressee_id = p_addressee and c.field_of_action = f.key;
	perform private.settle_return(
		r, case when not v_open then case when v_needs then 'submitted' else 'nil_return' end end,
		jsonb_build_object('fields', v_told)
	);
end
$$;
comment on function private.write_survey_return(uuid, jsonb, text, text, date, uuid) is
	'Returns fields of a survey in one act: p_fields as [{field, outcome, answers, unknown}]; a field '
	'returned before is corrected. Online a need is told by its report first; on paper it is told in words, '
	'and its report stands in the way of closing until it is there. An addressee has answered when every '
	'field asked has a return, and its own questions where one is required. Definer, granted to nobody: '
	'whoever calls it says first whose right it is.';

create function private.return_survey(
	p_addressee uuid, p_fields jsonb, p_channel text default 'online', p_given_by text default null,
	p_received_on date default null, p_id uuid default null
) returns integer
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require(
		case
			when p_channel = 'online' then private.releases_for_addressee(p_addressee)
			else private.plans_addressee(p_addressee)
		end
	);
	if jsonb_array_length(p_fields) > 0 then
		perform private.write_survey_return(
			p_addressee, p_fields, p_channel, p_given_by, p_received_on, p_id
		);
	end if;
	return jsonb_array_length(p_fields);
end
$$;
comment on function private.return_survey(uuid, jsonb, text, text, date, uuid) is
	'Releasers return, the planning enters what came otherwise; how many fields. Definer: nobody writes returns '
	'past the verbs, so that none is without its fields. It asks itself who is calling.';
grant execute on function private.return_survey(uuid, jsonb, text, text, date, uuid) to authenticated;

-- Reports made in answer to a call. A report is never refused because of the call: when that is closed it
-- counts as one of its own accord.
create function private.stamp_addressee_of_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.addressee_id is not null
		and not exists (
			select
			from public.call_addressees a
			join public.calls c on c.id = a.call_id
			where a.id = new.addressee_id and a.organisation_id = new.organisation_id and c.state = 'open'
		) then
		raise exception 'no such call' using errcode = 'NOTFD';
	end if;
	if new.addressee_id is not null and not new.is_transcription then
		perform private.begin_answering(new.addressee_id);
	end if;
	return new;
end
$$;
comment on function private.stamp_addressee_of_draft() is
	'One answers only calls that ask the organisation. That the planning transcribes something does not '
	'mean that the addressee has begun.';

create function private.stamp_addressee_of_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_addressee uuid;
begin
	select d.addressee_id into v_addressee from public.need_report_drafts d where d.id = new.id;
	new.addressee_id := null;
	if v_addressee is not null then
		perform private.lock_call((select a.call_id from public.call_addressees a where a.id = v_addressee));
		select a.id into new.addressee_id from public.call_addressees a join public.calls c on c.id = a.call_id
		join public.call_fields f on f.call_id = c.id and f.field_of_action = new.field_of_action
		where a.id = v_addressee and c.state = 'open' and c.opens_at <= private.now();
	end if;
	return new;
end
$$;
comment on function private.stamp_addressee_of_report() is
	'A report answers the call it was begun in, if that is still open and asks about this field; '
	'otherwise it counts as one of its own accord.';

grant select,
	insert (addressee_id, field_of_action, choice, answers, unknown),
	update (choice, answers, unknown)
on public.survey_answers to authenticated;
create policy "members read what their organisation is filling in" on public.survey_answers
	for select to authenticated
	using (organisation_id in (select private.my_organisations()));
create policy "writers fill in" on public.survey_answers
	for insert to authenticated
	with check (private.writes_for_addressee(addressee_id));
create policy "writers go on filling in" on public.survey_answers for update to authenticated
	using (organisation_id in (select private.my_organisations((select private.writing_kinds()))))
	with check (organisation_id in (select private.my_organisations((select private.writing_kinds()))));
create trigger stamp before insert or update of choice, answers, unknown on public.survey_answers
	for each row execute function private.stamp_survey_answer();

grant select (id, authority_id, call_id, addressee_id, organisation_id, return_id, field_of_action,
		outcome, answers, unknown, corrects_id, created_at)
on public.survey_return_fields to authenticated;
create policy "both sides read what fills returns" on public.survey_return_fields for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or authority_id in (select private.my_authorities('{planner}'))
	);
create trigger keep_words before update on public.survey_return_fields
	for each row execute function private.keep_words();

create trigger stamp_addressee before insert on public.need_report_drafts
	for each row execute function private.stamp_addressee_of_draft();

create trigger stamp_addressee before insert on public.need_reports
	for each row execute function private.stamp_addressee_of_report();
