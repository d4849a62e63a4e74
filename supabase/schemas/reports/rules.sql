-- Rules of need reports: who may, what must be true, what follows.

create function private.is_side_of(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.need_reports r
		where r.id = p_report
			and (
				r.organisation_id in (select private.my_organisations())
					or r.authority_id in (select private.my_authorities('{planner}'))
			)
	)
$$;
comment on function private.is_side_of(uuid) is
	'Is the person of the reporting organisation or of the planning? Definer: asked by policies of the '
	'rows below a report.';
grant execute on function private.is_side_of(uuid) to authenticated;

create function private.may_write_for(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report
		and r.organisation_id in (select private.my_organisations(private.writing_kinds())))
$$;
comment on function private.may_write_for(uuid) is
	'May the person write for the organisation that reported? Definer: see is_side_of.';
grant execute on function private.may_write_for(uuid) to authenticated;

create function private.may_assess(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.need_reports r
		where r.id = p_report and r.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.may_assess(uuid) is
	'May the person assess and answer the report? Definer: see is_side_of.';
grant execute on function private.may_assess(uuid) to authenticated;

create function private.answers_for(p_authority uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from private.my_posts() p
		join public.organisations o on o.id = p.organisation_id and o.kind = 'authority'
		where p.authority_id = p_authority and p.kind = 'planner'
	)
$$;
comment on function private.answers_for(uuid) is
	'Does the person answer for this authority? Planners of the authority itself: offices contribute to the '
	'answer, with them it never lies. Definer: see is_side_of.';
grant execute on function private.answers_for(uuid) to authenticated;

create function private.may_answer(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select from public.need_reports r where r.id = p_report and private.answers_for(r.authority_id)
	)
$$;
comment on function private.may_answer(uuid) is 'May the person give the answer? Definer: see is_side_of.';
grant execute on function private.may_answer(uuid) to authenticated;

create function private.waiting_reports(p_authority uuid)
returns table (report_id uuid, kind text, at timestamptz)
language plpgsql stable security definer set search_path = '' rows 20 as $$
begin
	if not private.answers_for(p_authority) then
		return;
	end if;
	return query
		select r.id, m.kind, r.replied_at
		from public.need_reports r
		cross join lateral (
			select case x.kind when 'reply' then 'replied' else 'added' end as kind
			from public.need_report_messages x
			where x.report_id = r.id and x.kind in ('reply', 'addition')
			order by x.created_at desc
			limit 1
		) m
		where r.authority_id = p_authority and r.replied_at is not null
		union all
		select r.id, 'contributed', r.contributed_at
		from public.need_reports r
		where r.authority_id = p_authority and r.contributed_at is not null;
end
$$;
comment on function private.waiting_reports(uuid) is
	'Reports to which somebody has written what no planner has dealt with yet: replied (to a question), added, '
	'contributed (an office). For whoever answers; nothing for everybody else. Definer: since when something '
	'waits is granted to nobody.';
grant execute on function private.waiting_reports(uuid) to authenticated;

create function private.seen_of(p_reports uuid[]) returns setof uuid
language sql stable security definer
set search_path = ''
set plan_cache_mode = 'force_generic_plan' rows 5 as $$
	select r.id
	from public.need_reports r
	where r.id = any (p_reports)
		and (
			r.organisation_id in (select private.my_organisations())
				or r.authority_id in (select private.my_authorities('{planner}'))
				or r.visibility in ('participants', 'public')
					and r.authority_id in (select private.my_authorities(private.participating_kinds()))
		)
$$;
comment on function private.seen_of(uuid[]) is
	'Those of these reports that the person may see: the policy on reports as a question, for functions '
	'that run past it. Definer: see is_side_of.';
grant execute on function private.seen_of(uuid[]) to authenticated;

create function private.is_releasing(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r
		where r.id = p_report and r.entered_at = private.now() and case
		when r.is_transcription then r.authority_id in (select private.my_authorities('{planner}'))
		else r.organisation_id in (select private.my_organisations(private.releasing_kinds())) end)
$$;
comment on function private.is_releasing(uuid) is
	'Is the person submitting this report, as releaser or from a letter, in this very transaction? '
	'Definer: see is_side_of.';
grant execute on function private.is_releasing(uuid) to authenticated;

create function private.workings_of(p_report uuid) returns table (
	need_id uuid, office_id uuid, office_due_on date, joins_report_id uuid
)
language sql stable security definer set search_path = '' rows 1 as $$
	select r.need_id, r.office_id, r.office_due_on, r.joins_report_id
	from public.need_reports r
	where r.id = p_report and private.is_side_of(r.id)
$$;
comment on function private.workings_of(uuid) is
	'What only the two sides know of a report. Definer: these columns are granted to nobody.';
grant execute on function private.workings_of(uuid) to authenticated;

create function private.stamp_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_org public.organisations; v_auth public.authorities; v_town public.municipalities; v_draft
	public.need_report_drafts;
	v_year text := to_char(private.today(), 'YYYY');
begin
	select *
	into v_draft
	from public.need_report_drafts
	where id = new.id and organisation_id = new.organisation_id;
	if not found then
		raise exception 'no such draft' using errcode = 'NOTFD';
	end if;
	select * into v_org from public.organisations where id = new.organisation_id;
	select * into v_auth from public.authorities where id = v_org.authority_id;
	if new.municipality_ags is not null then
		select *
		into v_town
		from public.municipalities
		where ags = new.municipality_ags and authority_id = v_auth.id
			and (v_org.kind not in ('municipality', 'association') or administration_id = v_org.id);
		if not found then
			raise exception 'errors_municipality_not_yours' using errcode = 'RULED';
		end if;
	end if;
	if exists (
		select from unnest(new.target_groups) as g where g not in (select key from public.target_groups)
	) then
		raise exception 'not a valid answer' using errcode = 'INVAL', detail = '["target_groups"]';
	end if;
	new.joins_report_id := (
		select id from public.need_reports where id = v_draft.joins_report_id and authority_id = v_auth.id
	);
	new.is_transcription := v_draft.is_transcription;
	new.channel := v_draft.channel;
	new.given_by := v_draft.given_by;
	new.written_by := case when not v_draft.is_transcription then v_draft.written_by end;
	new.written_in := case when not v_draft.is_transcription then v_draft.written_in end;
	new.authority_id := v_auth.id;
	new.organisation_name := v_org.name;
	new.municipality_name := v_town.name;
	new.number := v_draft.number;
	new.short_id := v_draft.short_id;
	if new.number is null then
		new.number := v_auth.prefix || '-' || v_year || '-' || private.next_number(v_auth.id, 'reports-' || v_year);
	end if;
	while v_draft.short_id is null loop
		new.short_id := private.new_short_id();
		insert into public.short_addresses (short_id, subject_kind, subject_key)
		values (new.short_id, 'need_report', new.number)
		on conflict do nothing;
		exit when found;
	end loop;
	new.entered_at := private.now();
	new.received_at := case when v_draft.received_on < private.today()
		then (v_draft.received_on + time '12:00') at time zone 'Europe/Berlin' else private.now() end;
	new.interim_due_on := coalesce(v_draft.received_on, private.today()) + v_auth.interim_days;
	new.final_due_on := coalesce(v_draft.received_on, private.today()) + v_auth.final_days;
	new.assessed_field := new.field_of_action;
	if new.is_transcription then
		new.entered_by := private.person_id();
		new.entered_in := private.planning_post(new.authority_id);
	else
		new.released_by := private.person_id();
		new.released_in := private.acting_post(new.organisation_id, private.releasing_kinds());
	end if;
	return new;
end
$$;
comment on function private.stamp_report() is
	'Turns a draft into a report: numbers it, starts its reply clock (at the day it reached us), notes '
	'who wrote and who released or entered it, and checks that the place belongs to the reporter.';

create function private.keep_submitted_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_may_change text[] := array[
	'state', 'assessed_field', 'responsible_level', 'need_id', 'office_id', 'office_due_on', 'interim_at',
	'final_at', 'decision', 'gap_verdict', 'gap_asked_at', 'gap_answered_at', 'written_by', 'written_in',
	'released_by', 'released_in', 'entered_by', 'entered_in', 'written_for', 'replied_at',
	'contributed_at'
];
begin
	if to_jsonb(new) - v_may_change <> to_jsonb(old) - v_may_change then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_submitted_words() is
	'A submitted report is immutable, for the owner of the database too; corrections are new entries.';

create function private.after_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.record_event(
		new.authority_id, 'need_report', new.id, new.organisation_id,
		case when new.is_transcription then 'entered' else 'released' end, new.id,
		coalesce(new.released_by, new.entered_by), coalesce(new.released_in, new.entered_in),
		private.source_detail(
			new.channel, (new.received_at at time zone 'Europe/Berlin')::date, new.given_by,
			new.is_transcription, new.organisation_name
		)
			|| jsonb_strip_nulls(
				jsonb_build_object(
					'writtenBy', (
						select concat_ws(' ', coalesce(salutation, given_name), family_name)
						from public.people
						where id = new.written_by and id is distinct from new.released_by
					),
					'writtenIn', (
						select title
						from public.posts
						where id = new.written_in and new.written_by is distinct from new.released_by
					),
					'writtenFor', private.name_of(new.written_for),
					'takenBackAt', (select d.taken_back_at from public.need_report_drafts d where d.id = new.id),
					'joins', (select number from public.need_reports where id = new.joins_report_id)
				)
			),
		true
	);
	return null;
end
$$;
comment on function private.after_report() is
	'First line of a report''s chronicle: who released or entered it, who wrote it, how it came.';

create function private.return_by_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.is_returned(new.addressee_id, new.field_of_action, 'needs') then
		perform private.write_survey_return(
			new.addressee_id, jsonb_build_array(jsonb_build_object('field', new.field_of_action, 'outcome', 'needs')),
			case when new.is_transcription then new.channel else 'online' end,
			case when new.is_transcription then new.given_by end,
			(greatest(new.received_at, c.opened_at) at time zone 'Europe/Berlin')::date
		)
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = new.addressee_id;
	end if;
	return null;
end
$$;
comment on function private.return_by_report() is
	'A report made in a survey is the answer for its field. What else was filled in for the field was '
	'not seen with it and waits for its own release. Definer: the report''s release is the right.';

create function private.adopt_attachments() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.attachments set report_id = new.id, draft_id = null where draft_id = new.id;
	return null;
end
$$;
comment on function private.adopt_attachments() is
	'The files of a draft become those of the report, before the draft goes. Definer: nobody may move a '
	'file.';
