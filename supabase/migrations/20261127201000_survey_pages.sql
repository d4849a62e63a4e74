-- Why: the clerk has fifteen minutes. One page says what is asked, until when, what is answered and what waits for the head;
-- it costs one call. The head hears of it by mail, not by chance.

create function public.hand_in_survey(p_addressee uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	if (select c.state from public.calls c join public.call_addressees a on a.call_id = c.id where a.id = p_addressee) <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif not exists (select from public.survey_answers s where s.addressee_id = p_addressee and private.waits_for_release(s)) then
		raise exception 'errors_survey_nothing_to_release' using errcode = 'RULED';
	end if;
	perform private.check_answers_fit(p_addressee);
	perform private.hand_in_survey(p_addressee);
end
$$;
comment on function public.hand_in_survey(uuid) is 'Puts what is filled in before the head. RULED: nothing is filled in that is not returned already.';

create function private.hand_in_survey(p_addressee uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare a public.call_addressees;
begin
	select * into a from public.call_addressees where id = p_addressee;
	if private.writes_for_addressee(p_addressee) and not exists (select from public.call_notices n
		where n.addressee_id = p_addressee and n.kind = 'handed_in' and n.created_at > now() - interval '5 minutes'
			and n.created_at >= all (select s.saved_at from public.survey_answers s where s.addressee_id = p_addressee)) then
		perform private.notice(p_addressee, 'handed_in', private.person_id(), private.acting_post(a.organisation_id, private.writing_kinds()));
	end if;
end
$$;
comment on function private.hand_in_survey(uuid) is
	'One mail to the head within five minutes, however often it is pressed, unless something was changed since. Definer: notices are written by verbs, not by hand; it asks itself who is calling.';
grant execute on function private.hand_in_survey(uuid) to authenticated;

create function private.survey_fields(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(x.said || jsonb_build_object('isUntouched', x.said ->> 'choice' is null and x.said -> 'answers' = '{}' and x.said -> 'unknown' = '[]'
		and x.said -> 'returned' = 'null' and x.said -> 'drafts' = '[]') order by x.position), '[]')
	from (select f.position, jsonb_build_object('key', f.key, 'label', f.label, 'labelEn', f.label_en,
		'choice', s.choice, 'answers', coalesce(s.answers, '{}'), 'unknown', coalesce(to_jsonb(s.unknown), '[]'), 'revision', coalesce(s.revision, 0),
		'savedBy', private.name_of(s.saved_by), 'savedAt', s.saved_at, 'waits', s.addressee_id is not null and private.waits_for_release(s),
		'isHandedIn', s.addressee_id is not null and private.is_handed_in(s),
		'returned', (select jsonb_build_object('outcome', r.outcome, 'answers', r.answers, 'unknown', r.unknown, 'at', r.created_at, 'isLate', r.is_late,
				'channel', r.channel, 'givenBy', r.given_by, 'receivedOn', r.received_on, 'releasedBy', private.name_of(r.released_by), 'enteredBy', private.name_of(r.entered_by),
				'enteredIn', (select p.title from public.posts p where p.id = r.entered_in))
			from public.survey_returns r where r.addressee_id = a.id and r.field_of_action = f.key order by r.created_at desc limit 1),
		'reports', (select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'title', n.title, 'receivedAt', n.received_at) order by n.received_at), '[]')
			from public.need_reports n where n.authority_id = a.authority_id and n.addressee_id = a.id and n.field_of_action = f.key),
		'drafts', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', left(d.answers ->> 'title', 120), 'writtenBy', private.name_of(d.written_by),
				'handedInAt', d.handed_in_at) order by d.created_at), '[]')
			from public.need_report_drafts d where d.authority_id = a.authority_id and d.addressee_id = a.id and not d.is_transcription and d.answers ->> 'field_of_action' = f.key),
		'previous', (select jsonb_build_object('answers', r.answers, 'title', pc.title) from public.call_addressees pa join public.calls pc on pc.id = pa.call_id
			join public.survey_returns r on r.addressee_id = pa.id and r.field_of_action = f.key
			where pa.call_id = c.previous_id and pa.organisation_id = a.organisation_id order by r.created_at desc limit 1)) as said
	from public.call_addressees a join public.calls c on c.id = a.call_id join public.call_fields x on x.call_id = c.id
	join public.fields_of_action f on f.key = x.field_of_action
	left join public.survey_answers s on s.addressee_id = a.id and s.field_of_action = f.key
	where a.id = p_addressee and a.organisation_id in (select private.my_organisations())) x
$$;
comment on function private.survey_fields(uuid) is
	'What is asked and what the addressee has filled in and returned, for its own members only. A field is untouched when nothing was said of it and no report was begun in it. Definer: asks once who is reading instead of once per row.';

create function private.call_progress(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('answered', count(a.answered_at), 'asked', count(*)) from public.call_addressees a
	where a.call_id = p_call and (p_call in (select private.addressed_calls()) or private.plans_call(p_call))
$$;
comment on function private.call_progress(uuid) is 'How many were asked and have answered, for both sides: no names. Definer: an addressee sees no other.';
grant execute on function private.survey_fields(uuid), private.call_progress(uuid) to authenticated;

create function public.survey_reply(p_authority uuid, p_slug text, p_organisation uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug); a public.call_addressees; v_fields jsonb;
begin
	select * into a from public.call_addressees x where x.call_id = c.id and x.organisation_id in (select private.my_organisations())
	order by x.organisation_id is not distinct from p_organisation desc, x.organisation_name limit 1;
	perform private.require(a.id is not null and c.state <> 'draft');
	if a.opened_at is null then
		perform private.visit_addressee(a.id);
	end if;
	v_fields := private.survey_fields(a.id);
	return jsonb_build_object('title', c.title, 'slug', c.slug, 'coveringText', c.covering_text, 'state', c.state, 'opensAt', c.opens_at, 'closesAt', c.closes_at,
		'purpose', c.purpose, 'legalBasis', c.legal_basis, 'readers', c.readers, 'retention', c.retention, 'now', now(), 'today', private.today(),
		'finalDays', (select final_days from public.authorities where id = p_authority),
		'questions', (select questions from public.survey_forms where version = c.form_version), 'formVersion', c.form_version,
		'addresseeId', a.id, 'organisationId', a.organisation_id, 'organisationName', a.organisation_name, 'dueAt', a.due_at, 'answeredAt', a.answered_at,
		'outcome', a.outcome, 'isLate', a.is_late, 'extension', a.extension,
		'askedExtension', (select jsonb_build_object('until', e.asked_until, 'reason', e.reason, 'outcome', d.outcome, 'dueAt', d.due_at, 'answer', d.reason)
			from public.call_extensions e left join public.call_extension_decisions d on d.extension_id = e.id
			where e.addressee_id = a.id order by e.created_at desc limit 1),
		'others', (select coalesce(jsonb_agg(jsonb_build_object('id', x.organisation_id, 'name', x.organisation_name) order by x.organisation_name), '[]')
			from public.call_addressees x where x.call_id = c.id and x.id <> a.id and x.organisation_id in (select private.my_organisations())),
		'fields', v_fields,
		'seen', (select coalesce(sum((f ->> 'revision')::integer), 0) from jsonb_array_elements(v_fields) f),
		'progress', private.call_progress(c.id),
		'handedInAt', (select max(n.created_at) from public.call_notices n where n.authority_id = a.authority_id and n.addressee_id = a.id and n.kind = 'handed_in'),
		'releasers', (select coalesce(jsonb_agg(distinct jsonb_build_object('name', private.name_of(h.person_id), 'title', p.title)), '[]')
			from public.posts p join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = a.organisation_id and p.abolished_on is null and p.kind = any (private.releasing_kinds())),
		'chronicle', (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.created_at, 'personName', e.person_name, 'postTitle', e.post_title,
			'detail', e.detail) order by e.id), '[]') from public.events e where e.call_id = c.id and e.organisation_id = a.organisation_id),
		'isOpen', c.state = 'open' and c.opens_at <= now(),
		'canWrite', private.writes_for_addressee(a.id), 'canRelease', private.releases_for_addressee(a.id));
end
$$;
comment on function public.survey_reply(uuid, text, uuid) is
	'The pages of an addressee: what is asked, until when, what is filled in and returned. Notes the first visit. p_organisation: which of several own ones. NOTFD for all others.';

create function public.answer_rest_nil(p_addressee uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare f text; v_count integer := 0;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	for f in select x ->> 'key' from jsonb_array_elements(private.survey_fields(p_addressee)) x where (x ->> 'isUntouched')::boolean
	loop
		perform public.answer_nil(p_addressee, f);
		v_count := v_count + 1;
	end loop;
	return v_count;
end
$$;
comment on function public.answer_rest_nil(uuid) is 'Fehlanzeige for every untouched field. Returns how many.';

create function public.ask_extension_until(p_addressee uuid, p_until date, p_reason text) returns void
language sql volatile set search_path = '' as $$
	select public.ask_extension(p_addressee, private.end_of_day(p_until), p_reason)
$$;
comment on function public.ask_extension_until(uuid, date, text) is 'The same with a day: until its end, in Germany.';

revoke execute on all functions in schema public from public;
grant execute on function public.answer_rest_nil(uuid), public.ask_extension_until(uuid, date, text), public.hand_in_survey(uuid), public.survey_reply(uuid, text, uuid) to authenticated;
