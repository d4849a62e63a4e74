-- Taking back what one has just done to a report, or with a file of reports: who may, what must be true, what
-- follows, and the verbs.

create function private.grace() returns interval language sql immutable return interval '5 minutes';
comment on function private.grace() is
	'How long something can be taken back, and its mails are held. Tests set it by replacing the function.';
grant execute on function private.grace() to authenticated;

create function private.note_recent_act(
	p_record uuid, p_report public.need_reports, p_is_of_planning boolean, p_before jsonb
) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.recent_acts (
		record_id, authority_id, report_id, person_id, is_of_planning, before, acted_at, until
	)
	select p_record, p_report.authority_id, p_report.id, private.person_id(), p_is_of_planning, p_before,
		private.now(), private.now() + private.grace()
	where private.person_id() is not null
	on conflict (record_id) do nothing
$$;
comment on function private.note_recent_act(uuid, public.need_reports, boolean, jsonb) is
	'Keeps what there was before an act, so that it can be taken back. Definer: only triggers call it.';

create function private.changing_columns() returns text[] language sql immutable set search_path = '' as $$
	select array[
		'state', 'assessed_field', 'responsible_level', 'need_id', 'office_id', 'office_due_on', 'interim_at',
		'final_at', 'decision', 'replied_at', 'contributed_at'
	]
$$;
comment on function private.changing_columns() is 'What an act of the planning changes of a report.';

create function private.note_act_of_planning() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_reports; v_row jsonb := to_jsonb(new);
begin
	if v_row ->> 'change_id' is not null
		or tg_table_name = 'need_report_messages'
			and (v_row ->> 'kind' not in ('question', 'interim_status') or v_row ->> 'channel' <> 'online')
	then
		return new;
	end if;
	select * into v from public.need_reports where id = new.report_id;
	perform private.note_recent_act(
		new.id, v, true,
		(
			select jsonb_object_agg(key, value)
			from jsonb_each(to_jsonb(v))
			where key = any (private.changing_columns())
		)
	);
	return new;
end
$$;
comment on function private.note_act_of_planning() is
	'An assessment, a question, an interim status, an answer can be taken back; what a merger or a split of '
	'needs brought about cannot. Runs behind the stamp, which locks the report.';
create trigger stamp_undo before insert on public.need_report_assessments
	for each row execute function private.note_act_of_planning();
create trigger stamp_undo before insert on public.need_report_messages
	for each row execute function private.note_act_of_planning();
create trigger stamp_undo before insert on public.need_report_answers
	for each row execute function private.note_act_of_planning();

create function private.note_release() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.addressee_id is null then
		perform private.note_recent_act(new.id, new, new.is_transcription, to_jsonb(d))
		from public.need_report_drafts d
		where d.id = new.id;
	end if;
	return null;
end
$$;
comment on function private.note_release() is
	'A release can be taken back; one that answers a survey cannot, since it is a return as well.';
create trigger after_note_release after insert on public.need_reports
	for each row execute function private.note_release();

create function private.has_left(p_kinds text[], p_subject uuid, p_since timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from private.notices n
		join private.mails m on m.occasion = 'notice:' || n.id
		where n.kind = any (p_kinds) and n.subject_id = p_subject and n.created_at >= p_since
			and not (
				m.state = 'queued' and m.bundled_in is null or m.state = 'sent' and m.letter is not null
			)
	)
$$;
comment on function private.has_left(text[], uuid, timestamptz) is
	'Has a mail about it gone out? One that waits has not, and neither has one that lies on the local page of '
	'the sample. Definer: mails are granted to nobody.';

create function private.kind_of_act(a private.recent_acts) returns text
language sql stable security definer set search_path = '' as $$
	select e.kind
	from public.events e
	where e.subject_kind = 'need_report' and e.subject_id = a.report_id and e.record_id = a.record_id
	order by e.id desc
	limit 1
$$;
comment on function private.kind_of_act(private.recent_acts) is
	'What was done, as the chronicle calls it. Definer: reads past policies for the rule.';

create function private.why_it_stays(a private.recent_acts) returns text
language plpgsql stable security definer set search_path = '' as $$
declare r public.need_reports; v_event public.events;
begin
	select * into r from public.need_reports where id = a.report_id;
	select *
	into v_event
	from public.events e
	where e.subject_kind = 'need_report' and e.subject_id = a.report_id and e.record_id = a.record_id
	order by e.id desc
	limit 1;
	return case
		when a.until <= private.now() then 'late'
		when a.read_at is not null
			or exists (select from public.need_report_drafts d where d.joins_report_id = r.id)
			or exists (select from public.need_reports x where x.joins_report_id = r.id)
			then 'read'
		when exists (
			select
			from public.events e
			where e.subject_kind = 'need_report' and e.subject_id = r.id and e.id > v_event.id
				and e.kind <> 'taken_back'
		) or exists (
			select
			from public.need_report_contributions c
			where c.report_id = r.id and c.created_at > a.acted_at
		) then 'followed'
		when private.has_left(
			private.notices_of_entry(v_event.kind, v_event.detail), r.id, a.acted_at - interval '1 minute'
		) then 'left'
		when a.record_id = r.id and r.channel = 'import' then 'import'
	end;
end
$$;
comment on function private.why_it_stays(private.recent_acts) is
	'Why an act cannot be taken back, null if it can. late: the minutes are over; read: somebody of the other '
	'side has opened the report since, or joined it; followed: something was done after it; left: a mail has '
	'gone out; import: only with its whole file. The one rule for page and verb. Definer: reads past policies.';

create function private.recent_act_of_mine(p_report uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare a private.recent_acts;
begin
	select *
	into a
	from private.recent_acts x
	where x.report_id = p_report
		and x.person_id = private.person_id()
		and x.acted_at > private.now() - interval '1 hour'
	order by x.acted_at desc
	limit 1;
	if a.record_id is null then
		return null;
	end if;
	return jsonb_build_object(
		'record', a.record_id,
		'kind', private.kind_of_act(a),
		'at', a.acted_at,
		'until', a.until,
		'why', private.why_it_stays(a)
	);
end
$$;
comment on function private.recent_act_of_mine(uuid) is
	'What the person did last to a report within the hour, and why it cannot be taken back, if so. Definer: '
	'acts are granted to nobody.';
grant execute on function private.recent_act_of_mine(uuid) to authenticated;

create function private.is_unread(p_report uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
	-- Nearly always there is nothing: it is seen without asking who is reading.
	return exists (
		select from private.recent_acts a
		where a.report_id = p_report and a.until > private.now() and a.read_at is null
	) and exists (
		select
		from private.recent_acts a
		join public.need_reports r on r.id = a.report_id
		where a.report_id = p_report and a.until > private.now() and a.read_at is null
			and private.is_of_other_side(a, r)
	);
end
$$;
comment on function private.is_unread(uuid) is
	'Is the reader the first of the other side to open what was just done to a report? Definer: acts are '
	'granted to nobody.';
grant execute on function private.is_unread(uuid) to anon, authenticated;

create function private.is_of_other_side(a private.recent_acts, r public.need_reports) returns boolean
language sql stable security definer set search_path = '' as $$
	select case
		when a.is_of_planning then r.authority_id not in (select private.my_authorities('{planner}'))
		else r.organisation_id not in (select private.my_organisations())
	end
$$;
comment on function private.is_of_other_side(private.recent_acts, public.need_reports) is
	'Everybody but the planners where the planning acted; but the organisation where it reported. Definer: see '
	'is_side_of.';

create function private.note_opened(p_number text) returns void
language sql volatile security definer set search_path = '' as $$
	update private.recent_acts a
	set read_at = private.now()
	from public.need_reports r
	where r.number = p_number and a.report_id = r.id and a.until > private.now() and a.read_at is null
		and private.is_of_other_side(a, r)
		and (r.visibility = 'public' or r.id in (select private.seen_of(array[r.id])))
$$;
comment on function private.note_opened(text) is
	'See the verb. Definer: acts are granted to nobody; only who may see the report has opened it.';
grant execute on function private.note_opened(text) to anon, authenticated;

create function public.note_opened(p_number text) returns void
language sql volatile set search_path = '' as $$ select private.note_opened(p_number) $$;
comment on function public.note_opened(text) is
	'Notes that somebody has opened a report after what was just done to it: from now on that stays. Who it was '
	'is not noted.';
grant execute on function public.note_opened(text) to anon, authenticated;

create function private.recall_mails(p_kinds text[], p_subject uuid, p_since timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_notices bigint[] := array(
	select n.id
	from private.notices n
	where n.kind = any (p_kinds) and n.subject_id = p_subject and n.created_at >= p_since
	order by n.id
	for update
);
begin
	delete from private.mails m
	where m.occasion in (select 'notice:' || x from unnest(v_notices) x);
	delete from private.notices n where n.id = any (v_notices);
end
$$;
comment on function private.recall_mails(text[], uuid, timestamptz) is
	'Takes the mails about something away before they go out. Definer: mails are granted to nobody.';

create function private.restore_draft(a private.recent_acts) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare d public.need_report_drafts := jsonb_populate_record(null::public.need_report_drafts, a.before);
	r public.need_reports; v_files uuid[];
begin
	select * into r from public.need_reports where id = a.report_id;
	d.number := r.number;
	d.short_id := r.short_id;
	d.taken_back_at := private.now();
	insert into public.need_report_drafts select d.*;
	update public.need_report_drafts
	set written_in = d.written_in, written_for = d.written_for, revision = d.revision, saved_at = d.saved_at
	where id = d.id;
	update public.attachments set draft_id = r.id, report_id = null where report_id = r.id;
	delete from public.need_reports where id = r.id;
	if not d.is_transcription then
		perform private.record_event(
			r.authority_id, 'draft', d.id, r.organisation_id, 'taken_back', d.id, private.person_id(),
			private.acting_post(r.organisation_id, private.releasing_kinds()),
			jsonb_build_object('kind', 'released', 'number', r.number, 'title', r.title), false
		);
	end if;
end
$$;
comment on function private.restore_draft(private.recent_acts) is
	'The report becomes the draft again that it was made from, with its files and its number. Definer: nobody '
	'deletes a report or writes who wrote a draft.';

create function private.restore_report(a private.recent_acts, p_kind text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare r public.need_reports; b public.need_reports; v_said jsonb; v_need uuid;
begin
	select * into r from public.need_reports where id = a.report_id;
	b := jsonb_populate_record(r, a.before);
	if p_kind = 'assessed' then
		v_need := r.need_id;
		delete from public.need_report_assessments x
		where x.id = a.record_id
		returning jsonb_build_object(
			'need', coalesce((select n.number from public.needs n where n.id = x.need_id), ''),
			'need_title', coalesce((select n.title from public.needs n where n.id = x.need_id), ''),
			'field_of_action', x.field_of_action, 'responsible_level', x.responsible_level
		)
		into v_said;
	elsif p_kind in ('answered', 'answer_corrected') then
		delete from public.need_report_answers x
		where x.id = a.record_id
		returning jsonb_build_object(
			'decision', x.decision, 'reason', x.reason, 'forwarded_to', coalesce(x.forwarded_to, '')
		)
		into v_said;
	else
		delete from public.need_report_messages x
		where x.id = a.record_id
		returning jsonb_build_object('body', x.body)
		into v_said;
	end if;
	update public.need_reports
	set state = b.state, assessed_field = b.assessed_field, responsible_level = b.responsible_level,
		need_id = b.need_id, office_id = b.office_id, office_due_on = b.office_due_on,
		interim_at = b.interim_at, final_at = b.final_at, decision = b.decision, replied_at = b.replied_at,
		contributed_at = b.contributed_at
	where id = r.id;
	delete from public.needs n
	where n.id = v_need
		and n.opened_by = private.person_id()
		and not exists (select from public.need_reports x where x.need_id = n.id)
		and not exists (select from public.need_report_assessments x where x.need_id = n.id)
		and not exists (select from public.need_settlements x where x.need_id = n.id)
		and not exists (select from public.need_changes x where n.id in (x.need_id, x.other_id));
	if found then
		v_said := v_said || jsonb_build_object('need', 'neu');
	end if;
	delete from public.events e
	where e.subject_kind = 'need_report' and e.subject_id = r.id and e.record_id = a.record_id;
	perform private.record_event(
		r.authority_id, 'need_report', r.id, r.organisation_id, 'taken_back', a.record_id, private.person_id(),
		private.planning_post(r.authority_id), jsonb_build_object('kind', p_kind, 'at', a.acted_at), false
	);
	delete from private.word_index i where i.subject_kind = 'need_report' and i.subject_id = r.id;
	perform public.index_words(10);
	return v_said;
end
$$;
comment on function private.restore_report(private.recent_acts, text) is
	'Takes an act of the planning away as if it had not been, but for the line of the chronicle that tells it. '
	'Returns what was said, so that it is not lost to who said it. A need opened by it that nothing else '
	'refers to goes with it. Definer: nobody changes or deletes what was said.';

create function private.take_back(p_number text, p_record uuid, p_path text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare a private.recent_acts; v_kind text; v_why text; v_said jsonb;
begin
	perform from public.need_reports where number = p_number for update;
	select x.*
	into a
	from private.recent_acts x
	join public.need_reports r on r.id = x.report_id
	where r.number = p_number and x.record_id = p_record and x.person_id = private.person_id()
	for update of x;
	if a.record_id is null then
		select e.detail ->> 'kind'
		into v_kind
		from public.events e
		where e.record_id = p_record and e.kind = 'taken_back' and e.person_id = private.person_id()
		limit 1;
		perform private.require(v_kind is not null);
		return v_kind;
	end if;
	perform private.require(private.is_side_of(a.report_id));
	v_kind := private.kind_of_act(a);
	v_why := private.why_it_stays(a);
	if v_why is not null then
		raise exception '%', 'errors_take_back_' || v_why using errcode = 'RULED';
	end if;
	perform private.recall_mails(
		private.notices_of_entry(v_kind, '{}') || '{entered_words}', a.report_id, a.acted_at - interval '1 minute'
	);
	if a.record_id = a.report_id then
		perform private.restore_draft(a);
	else
		v_said := private.restore_report(a, v_kind);
		delete from private.recent_acts where record_id = a.record_id;
		if p_path is not null then
			perform public.kept_form_keep(private.person_id(), left(p_path, 500), v_said);
		end if;
	end if;
	return v_kind;
end
$$;
comment on function private.take_back(text, uuid, text) is
	'See the verb. Definer: takes away what nobody may; it asks itself who is calling, and whether the report '
	'is still theirs.';
grant execute on function private.take_back(text, uuid, text) to authenticated;

create function public.take_back(p_number text, p_record uuid, p_path text default null) returns text
language sql volatile set search_path = '' as $$ select private.take_back(p_number, p_record, p_path) $$;
comment on function public.take_back(text, uuid, text) is
	'Takes back what the person has done to a report (p_record, as the page showed it); returns what that was, '
	'as the chronicle calls it. What was typed is kept for the form at p_path. Sent twice, it is done once. '
	'RULED: see why_it_stays.';
grant execute on function public.take_back(text, uuid, text) to authenticated;
