-- What a survey adds to what all calls have: see calls/kinds.sql.

create function private.surveys_fields(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_call,
		json_agg(
			json_build_object(
				'key', f.key,
				'label', f.label,
				'labelEn', f.label_en
			)
			order by f.place
		)
	from private.things_asked(p_call) f
$$;
comment on function private.surveys_fields(uuid, uuid) is
	'The fields of action a survey asks about, and its own questions as one more.';
grant execute on function private.surveys_fields(uuid, uuid) to authenticated;

create function private.surveys_cells(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' set enable_seqscan = off rows 200 as $$
	select coalesce(r.addressee_id, n.addressee_id),
		json_build_object(
			'cells', coalesce(r.cells, '{}'),
			'counts', coalesce(n.counts, '{}')
		)
	from (
		select f.addressee_id,
			json_object_agg(
				f.field_of_action,
				f.outcome || case when r.is_late then ' late ' else ' in_time ' end || r.channel
			) as cells
		from public.calls c
		join private.present_fields f on f.authority_id = c.authority_id and f.call_id = c.id
		join public.call_returns r on r.id = f.return_id
		where c.id = p_call and (p_addressee is null or f.addressee_id = p_addressee)
		group by f.addressee_id
	) r
	full join (
		select x.addressee_id, json_object_agg(x.field_of_action, x.n) as counts
		from (
			select r.addressee_id, r.field_of_action, count(*) as n
			from public.call_addressees a
			join public.need_reports r on r.authority_id = a.authority_id and r.addressee_id = a.id
			where a.call_id = p_call and (p_addressee is null or a.id = p_addressee)
			group by 1, 2
		) x
		group by x.addressee_id
	) n on n.addressee_id = r.addressee_id
$$;
comment on function private.surveys_cells(uuid, uuid) is
	'What addressees returned last for each field, said in words, "needs late phone": as a document each '
	'the cells of 220 addressees by twelve fields cost five times as much. Counted are the reports made in '
	'answer. Walks keys only, as facts_of_addressees. Granted to nobody: the ledger asks for planners.';

create function private.surveys_returned(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' rows 200 as $$
	select f.return_id,
		json_agg(
			json_build_object(
				'field', f.field_of_action,
				'outcome', f.outcome,
				'isCorrection', f.corrects_id is not null
			)
		)
	from public.calls c
	join public.survey_return_fields f on f.authority_id = c.authority_id and f.call_id = c.id
	where c.id = p_call and (p_addressee is null or f.addressee_id = p_addressee)
	group by f.return_id
$$;
comment on function private.surveys_returned(uuid, uuid) is
	'What each return said of which field. Granted to nobody: see surveys_cells.';

create function private.surveys_obstacles(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select x.id,
		json_build_object(
			'number', x.number,
			'addressee', x.addressee_id,
			'field', x.field_of_action,
			'title', x.title,
			'organisationName', x.organisation_name
		)
	from (
		select u.addressee_id as id, null as number, u.addressee_id, u.field_of_action, f.label as title,
			u.organisation_name
		from private.unreported_needs(p_call) u
		join public.fields_of_action f on f.key = u.field_of_action
		union all
		(
			select r.id, r.number, null, r.field_of_action, r.title, r.organisation_name
			from public.call_addressees a
			join public.need_reports r on r.authority_id = a.authority_id and r.addressee_id = a.id
			where a.call_id = p_call and r.final_at is null
			order by r.received_at
			limit 200
		)
		limit 200
	) x
$$;
comment on function private.surveys_obstacles(uuid, uuid) is
	'Needs told on paper of which there is no report yet (with their addressee), and reports made in answer '
	'that have no answer themselves (with their number); 200 at most.';
grant execute on function private.surveys_obstacles(uuid, uuid) to authenticated;

create function private.surveys_addressee(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_addressee,
		json_build_object(
			'reported', (
				select coalesce(
					json_agg(
						json_build_object(
							'number', r.number,
							'title', r.title,
							'field', r.field_of_action,
							'channel', r.channel,
							'isTranscription', r.is_transcription,
							'isAnswered', r.final_at is not null
						)
						order by r.received_at
					),
					'[]'
				)
				from public.need_reports r
				where r.authority_id = a.authority_id and r.addressee_id = a.id
			),
			'transcriptions', (
				select coalesce(
					json_agg(
						json_build_object(
							'id', d.id,
							'title', left(d.answers ->> 'title', 120),
							'field', d.answers ->> 'field_of_action'
						)
						order by d.created_at
					),
					'[]'
				)
				from public.need_report_drafts d
				where d.authority_id = a.authority_id and d.addressee_id = a.id and d.is_transcription
			)
		)
	from public.call_addressees a
	where a.id = p_addressee and a.call_id = p_call
$$;
comment on function private.surveys_addressee(uuid, uuid) is
	'The reports an addressee made in answer, and those that are being entered for it.';
grant execute on function private.surveys_addressee(uuid, uuid) to authenticated;

create function private.surveys_letter(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_addressee,
		json_build_object(
			'formVersion', f.version,
			'questions', f.questions,
			'own', private.own_questions(c.id)
		)
	from public.calls c
	join public.survey_forms f on f.version = c.form_version
	where c.id = p_call
$$;
comment on function private.surveys_letter(uuid, uuid) is 'The form that goes along with the letter.';
grant execute on function private.surveys_letter(uuid, uuid) to authenticated;

create function private.surveys_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_writes uuid[] := array(select private.my_organisations(private.writing_kinds()));
	v_releases uuid[] := array(select private.my_organisations(private.releasing_kinds()));
begin
	return query
	select case
			when a.organisation_id = any (v_releases)
				and exists (
					select
					from public.survey_answers s
					where s.addressee_id = a.id and private.is_offered(s)
				)
					then 'survey_release'
			when a.organisation_id <> all (v_releases)
				and not (
					private.lacks_own_answers(a.id)
						and not exists (
							select
							from public.survey_answers s
							where s.addressee_id = a.id
								and s.field_of_action = 'own_questions'
								and private.is_offered(s)
						)
				)
				and not exists (
					select
					from public.call_fields f
					where f.call_id = a.call_id
						and not exists (
							select
							from public.survey_return_fields r
							where r.addressee_id = a.id and r.field_of_action = f.field_of_action
						)
						and not exists (
							select
							from public.survey_answers s
							where s.addressee_id = a.id
								and s.field_of_action = f.field_of_action
								and private.is_offered(s)
						)
						and not exists (
							select
							from public.need_report_drafts d
							where d.authority_id = a.authority_id
								and d.addressee_id = a.id
								and d.answers ->> 'field_of_action' = f.field_of_action
								and d.handed_in_at is not null
						)
				)
					then 'survey_await'
			else 'survey_answer'
		end,
		c.kind || '/' || c.slug || case
			when count(*) over (partition by c.id) > 1 then '/' || a.organisation_id
			else ''
		end, c.title, a.organisation_name, (a.due_at at time zone 'Europe/Berlin')::date,
		a.invited_at
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
		and c.kind = 'surveys'
		and c.state = 'open'
		and c.opens_at <= private.now()
	where a.organisation_id = any (v_writes) and a.answered_at is null
	order by a.due_at
	limit 20;
end
$$;
comment on function private.surveys_tasks() is
	'For addressees their answer (or that it lies with the head), for heads its release. Who is asked for '
	'several organisations is led to each. Granted to nobody. Definer: see report_tasks.';
