-- Verbs of drafts of need reports: what changes something.

create function private.check_answers(p_answers jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare v_fields jsonb := private.missing_answers(p_answers);
begin
	if v_fields <> '[]' then
		raise exception 'not complete' using errcode = 'MISSG', detail = v_fields::text;
	end if;
	v_fields := private.invalid_answers(p_answers);
	if v_fields <> '[]' then
		raise exception 'not valid' using errcode = 'INVAL', detail = v_fields::text;
	end if;
end
$$;
comment on function private.check_answers(jsonb) is
	'MISSG or INVAL with the names of the questions (detail), or nothing.';
grant execute on function private.check_answers(jsonb) to authenticated;

create function private.has_begun(p_id uuid, p_organisation uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from public.need_report_drafts d
		where d.id = p_id and d.organisation_id = p_organisation and d.written_by = private.person_id()
	)
		or exists (
			select from public.need_reports r where r.id = p_id and r.organisation_id = p_organisation
		)
$$;
comment on function private.has_begun(uuid, uuid) is
	'Was this form sent before? Then its draft is there, or the report that it became. What belongs to '
	'others is not seen.';
grant execute on function private.has_begun(uuid, uuid) to authenticated;

create function public.start_need_report(
	p_organisation uuid, p_joins text default null, p_id uuid default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid := coalesce(p_id, gen_random_uuid()); v_joins public.need_reports;
begin
	perform private.require(p_organisation in (select private.my_organisations(private.writing_kinds())));
	if p_joins is not null then
		select id, title, field_of_action, target_groups
		into v_joins.id, v_joins.title, v_joins.field_of_action, v_joins.target_groups
		from public.need_reports where number = p_joins;
	end if;
	insert into public.need_report_drafts (id, organisation_id, joins_report_id, answers)
	select v_id, p_organisation, v_joins.id,
		case
			when v_joins.id is null then '{}'
			else jsonb_build_object(
				'title', v_joins.title,
				'field_of_action', v_joins.field_of_action,
				'target_groups', to_jsonb(v_joins.target_groups)
			)
		end
	where not private.has_begun(v_id, p_organisation)
	on conflict do nothing;
	perform private.require(found or private.has_begun(v_id, p_organisation));
	return v_id;
end
$$;
comment on function public.start_need_report(uuid, text, uuid) is
	'Begins a report for an organisation one writes for; joining another one takes over its subject. '
	'p_id: drawn by the form; sent again, however late, it opens the same draft. NOTFD for the id of '
	'anything else.';
grant execute on function public.start_need_report(uuid, text, uuid) to authenticated;

create function public.save_need_report(p_id uuid, p_revision integer, p_answers jsonb) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts; v_conflicts jsonb; v_changed jsonb;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	select jsonb_object_agg(key, value) into v_changed from jsonb_each(p_answers)
	where key = any (private.need_report_fields())
		and value is distinct from coalesce(v.answers -> key, 'null');
	if v_changed is null then
		return v.revision;
	end if;
	select jsonb_object_agg(key, v.answers -> key) into v_conflicts from jsonb_each(v_changed)
	where (v.field_revisions ->> key)::integer > coalesce(p_revision, -1);
	if v_conflicts is not null then
		raise exception 'changed in another window' using errcode = 'STALE',
			detail = jsonb_build_object(
				'revision', v.revision,
				'stored', v_conflicts
			)::text;
	end if;
	update public.need_report_drafts
	set answers = v.answers || v_changed
	where id = p_id
	returning revision
	into v.revision;
	return v.revision;
end
$$;
comment on function public.save_need_report(uuid, integer, jsonb) is
	'Keeps answers as typed. p_revision: the revision the page was made from; STALE (detail: {revision, '
	'stored}) if one of these answers changed since.';
grant execute on function public.save_need_report(uuid, integer, jsonb) to authenticated;

create function public.begin_need_report(p_organisation uuid, p_answers jsonb, p_id uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	perform public.start_need_report(p_organisation, null, p_id);
	select * into v from public.need_report_drafts where id = p_id for update;
	if v.id is null
		or v.revision > 0
			and exists (
				select
				from jsonb_each(p_answers) x
				where x.key = any (private.need_report_fields())
					and x.value is distinct from coalesce(v.answers -> x.key, 'null')
			)
	then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	return public.save_need_report(p_id, v.revision, p_answers);
end
$$;
comment on function public.begin_need_report(uuid, jsonb, uuid) is
	'Begins a draft with its answers in one act, for programs. p_id: drawn by the program; sent again with the '
	'same words it is the same draft, with others, or when the draft has become a report, FINAL. Returns the '
	'revision.';
grant execute on function public.begin_need_report(uuid, jsonb, uuid) to authenticated;

create function public.join_need_report(p_id uuid, p_joins text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_joins uuid := case when p_joins is not null then private.report_named(p_joins) end;
begin
	update public.need_report_drafts d set joins_report_id = v_joins where d.id = p_id;
	perform private.require(found);
end
$$;
comment on function public.join_need_report(uuid, text) is
	'Joins a draft to a report that was made before, or (null) parts it again; what was typed stays.';
grant execute on function public.join_need_report(uuid, text) to authenticated;

create function public.hand_in_need_report(p_id uuid, p_revision integer) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	if v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', v.revision,
			'stored', '{}'::jsonb
		)::text;
	end if;
	perform private.check_answers(v.answers);
	update public.need_report_drafts set handed_in_at = private.now() where id = p_id and handed_in_at is null;
end
$$;
comment on function public.hand_in_need_report(uuid, integer) is
	'The writer puts a complete draft before the head. MISSG lists what is missing, INVAL what cannot '
	'be an answer.';
grant execute on function public.hand_in_need_report(uuid, integer) to authenticated;

create function public.return_need_report(p_id uuid, p_reason text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.organisation_id in (select private.my_organisations(private.releasing_kinds())));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	elsif v.handed_in_at is null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	update public.need_report_drafts
	set returned_at = private.now(), return_reason = left(p_reason, 2000)
	where id = p_id;
end
$$;
comment on function public.return_need_report(uuid, text) is
	'The head gives a draft back to the writer, with a reason.';
grant execute on function public.return_need_report(uuid, text) to authenticated;

create function public.discard_need_report(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.need_report_drafts where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_need_report(uuid) is 'Throws a draft away, for good.';
grant execute on function public.discard_need_report(uuid) to authenticated;

create function public.start_need_report_for(
	p_organisation uuid, p_channel text, p_received_on date, p_given_by text, p_id uuid default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid := coalesce(p_id, gen_random_uuid());
begin
	perform private.require(
		exists (
			select
			from public.organisations o
			where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))
		)
	);
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (
		id, organisation_id, is_transcription, channel, received_on, given_by
	)
	select v_id, p_organisation, true, p_channel, p_received_on, nullif(btrim(p_given_by), '')
	where not private.has_begun(v_id, p_organisation)
	on conflict do nothing;
	perform private.require(found or private.has_begun(v_id, p_organisation));
	return v_id;
end
$$;
comment on function public.start_need_report_for(uuid, text, date, text, uuid) is
	'A planner begins to enter what an organisation of the authority said by another channel. p_id: as '
	'in start_need_report.';
grant execute on function public.start_need_report_for(uuid, text, date, text, uuid) to authenticated;

create function public.change_need_report_source(
	p_id uuid, p_channel text, p_received_on date, p_given_by text
) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	if not v.is_transcription and p_channel <> 'online' and private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	end if;
	update public.need_report_drafts
	set channel = p_channel, received_on = case when v.is_transcription then p_received_on end,
		given_by = case when p_channel <> 'online' then nullif(btrim(p_given_by), '') end
	where id = p_id
		and (channel, received_on, given_by) is distinct from (
			p_channel, case when v.is_transcription then p_received_on end,
			case when p_channel <> 'online' then nullif(btrim(p_given_by), '') end
		);
end
$$;
comment on function public.change_need_report_source(uuid, text, date, text) is
	'Says how a draft came and from whom: the planning''s transcription, or for which member the office '
	'of a council or umbrella writes (online: for nobody in particular).';
grant execute on function public.change_need_report_source(uuid, text, date, text) to authenticated;
