-- Taking back a file of reports that was taken over: the rule and the verb.

create function private.reports_of_import(p_id uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
	select r.id
	from public.import_rows w
	join public.need_reports r on r.number = w.result and r.authority_id = w.authority_id
	where w.import_id = p_id
$$;
comment on function private.reports_of_import(uuid) is
	'The reports that an import became. Definer: for the rule and the verb.';

create function private.why_import_stays(v public.imports) returns text
language plpgsql stable security definer set search_path = '' as $$
declare v_reports uuid[] := array(select private.reports_of_import(v.id));
begin
	return case
		when v.kind <> 'need_reports' then 'members'
		when v.committed_at + private.grace() <= private.now() then 'late'
		when exists (
			select
			from public.import_rows w
			where w.import_id = v.id and w.answers ->> 'outcome' = 'nil_return'
		) or exists (
			select from public.need_reports r where r.id = any (v_reports) and r.addressee_id is not null
		) then 'survey'
		when exists (
			select from private.recent_acts a where a.report_id = any (v_reports) and a.read_at is not null
		)
			or exists (select from public.need_report_drafts d where d.joins_report_id = any (v_reports))
			or exists (select from public.need_reports x where x.joins_report_id = any (v_reports))
			then 'read'
		when exists (
			select
			from public.events e
			where e.subject_kind = 'need_report' and e.subject_id = any (v_reports) and e.kind <> 'entered'
		) or exists (
			select from public.need_report_contributions c where c.report_id = any (v_reports)
		) then 'followed'
		when private.has_left('{import_receipt}', v.id, v.committed_at - interval '1 minute') then 'left'
	end;
end
$$;
comment on function private.why_import_stays(public.imports) is
	'Why an import cannot be taken back, null if it can; the words as in why_it_stays. members: each invitation '
	'is revoked by itself; survey: rows of it were returns. Definer: see why_it_stays.';

create function private.import_to_take_back(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'until', i.committed_at + private.grace(),
		'why', private.why_import_stays(i)
	)
	from public.imports i
	where i.id = p_id
		and i.uploaded_by = private.person_id()
		and i.kind = 'need_reports'
		and i.committed_at > private.now() - interval '1 hour'
$$;
comment on function private.import_to_take_back(uuid) is
	'Until when one''s own import can be taken back, and why not, if so; for an hour. Definer: see '
	'recent_act_of_mine.';
grant execute on function private.import_to_take_back(uuid) to authenticated;

create function private.take_back_import(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports; v_why text;
begin
	select * into v
	from public.imports
	where id = p_id and uploaded_by = private.person_id() and private.may_import(authority_id, kind)
	for update;
	perform private.require(v.id is not null);
	if v.committed_at is null then
		return;
	end if;
	perform
	from public.need_reports r
	where r.id in (select private.reports_of_import(v.id))
	order by r.id
	for update;
	v_why := private.why_import_stays(v);
	if v_why is not null then
		raise exception '%', 'errors_take_back_' || v_why using errcode = 'RULED';
	end if;
	perform private.recall_mails('{import_receipt}', v.id, v.committed_at - interval '1 minute');
	delete from public.need_reports r where r.id in (select private.reports_of_import(v.id));
	update public.import_rows set result = null where import_id = v.id;
	update public.imports
	set committed_at = null, failure = 'imports_error_taken_back'
	where id = v.id;
end
$$;
comment on function private.take_back_import(uuid) is
	'See the verb. Definer: nobody deletes a report; it asks itself who is calling.';
grant execute on function private.take_back_import(uuid) to authenticated;

create function public.take_back_import(p_id uuid) returns void
language sql volatile set search_path = '' as $$ select private.take_back_import(p_id) $$;
comment on function public.take_back_import(uuid) is
	'Takes all reports of an import back, or none; its rows can be taken over again. Sent twice, it is done '
	'once. RULED: see why_import_stays.';
grant execute on function public.take_back_import(uuid) to authenticated;
