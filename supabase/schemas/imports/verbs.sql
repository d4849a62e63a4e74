-- Verbs of tables taken in: what changes something.

create function private.request_import(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.imports set requested_at = private.now(), failure = null, cancelled_at = null
	where id = p_id
		and uploaded_by = private.person_id()
		and read_at is not null
		and committed_at is null
		and (requested_at is null or failure is not null);
	if found then
		perform private.queue_job('take_import', json_build_object('import_id', p_id));
	end if;
end
$$;
comment on function private.request_import(uuid) is
	'Notes the request and queues the job, once; not while the file is read anew from another window. Definer: '
	'nobody may queue a job or write these times.';
grant execute on function private.request_import(uuid) to authenticated;

create function public.request_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.read_at is null or exists (select from public.import_rows where import_id = v.id and problems <> '[]')
		or not exists (select from public.import_rows where import_id = v.id) then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	end if;
	perform private.request_import(v.id);
end
$$;
comment on function public.request_import(uuid) is
	'"Übernehmen": a job takes the rows over. Asked twice, it is done once.';
grant execute on function public.request_import(uuid) to authenticated;

create function public.discard_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.imports where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_import(uuid) is 'Throws an import away that was not taken over.';
grant execute on function public.discard_import(uuid) to authenticated;

create function private.cancel_import(p_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update public.imports set cancelled_at = private.now()
	where id = p_id
		and uploaded_by = private.person_id()
		and requested_at is not null
		and committed_at is null
		and failure is null
		and cancelled_at is null
$$;
comment on function private.cancel_import(uuid) is
	'Notes the wish to stop. Definer: nobody may write these times.';
grant execute on function private.cancel_import(uuid) to authenticated;

create function public.cancel_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	perform private.cancel_import(v.id);
end
$$;
comment on function public.cancel_import(uuid) is
	'"Abbrechen": the job that takes the rows over sees it after some of them, and none is taken over. One '
	'that is through already stays.';
grant execute on function public.cancel_import(uuid) to authenticated;

create function private.note_progress(p_id uuid, p_rows integer) returns void
language sql volatile security definer set search_path = '' as $$
	select setval('private.import_progress', i.ordinal * 100000 + p_rows) from public.imports i
	where i.id = p_id
		and i.uploaded_by = private.person_id()
		and i.requested_at is not null
		and i.committed_at is null
		and p_rows between 0 and 99999
$$;
comment on function private.note_progress(uuid, integer) is
	'Says how far an import of one''s own has come, visible at once. Definer: see import_progress.';
grant execute on function private.note_progress(uuid, integer) to authenticated;

create function private.finish_import(p_id uuid, p_results jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports;
begin
	update public.imports set committed_at = private.now(), failure = null
	where id = p_id
		and uploaded_by = private.person_id()
		and requested_at is not null
		and committed_at is null
		and private.may_import(authority_id, kind)
	returning *
	into v;
	perform private.require(v.id is not null);
	update public.import_rows r set result = p_results ->> r.number::text where r.import_id = p_id;
	delete from public.import_lines l where l.import_id = p_id;
	if v.kind = 'need_reports' then
		perform private.tell(
			'{import_receipt}', v.authority_id, 'import', p_id,
			jsonb_build_object('organisation', x.organisation_id), private.now() + private.grace()
		)
		from (
			select distinct r.organisation_id
			from public.import_rows r
			where r.import_id = p_id and r.result is not null
		) x;
	end if;
end
$$;
comment on function private.finish_import(uuid, jsonb) is
	'Notes what became of each row of an import of one''s own, once. Each organisation is told of its '
	'reports together; invitations tell of themselves. Definer: nobody may write results by hand.';
grant execute on function private.finish_import(uuid, jsonb) to authenticated;

create function private.heed_cancel(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if exists (select from public.imports where id = p_id and cancelled_at is not null) then
		raise exception 'imports_error_cancelled' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.heed_cancel(uuid) is
	'Ends the taking over of an import whose person wished to stop it. Each call sees what is true by then.';
grant execute on function private.heed_cancel(uuid) to authenticated;

create function private.import_nil_return(r public.import_rows) returns text
language plpgsql volatile set search_path = '' as $$
declare v_asked uuid[] := private.asked_for(r.organisation_id, r.answers ->> 'field_of_action');
begin
	if cardinality(v_asked) <> 1 or private.answers_otherwise(v_asked[1], r.answers ->> 'field_of_action') then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	elsif not private.is_returned(v_asked[1], r.answers ->> 'field_of_action', 'nil_return') then
		perform private.return_survey(
			v_asked[1],
			jsonb_build_array(
				jsonb_build_object(
					'field', r.answers ->> 'field_of_action',
					'outcome', 'nil_return',
					'answers', '{}'::jsonb
				)
			),
			'import', nullif(btrim(r.answers ->> 'given_by'), ''),
			coalesce(nullif(r.answers ->> 'received_on', '')::date, private.today())
		);
	end if;
	return null;
end
$$;
comment on function private.import_nil_return(public.import_rows) is
	'Enters a row that says "Fehlanzeige" as a nil return, once. What was true when the file was checked is '
	'asked again.';
grant execute on function private.import_nil_return(public.import_rows) to authenticated;

create function public.commit_import(p_id uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(
	p_id
); r public.import_rows; v_results jsonb := '{}'; v_done integer := 0; v_count integer; v_part jsonb := '{}';
begin
	perform pg_advisory_xact_lock(hashtextextended('import ' || v.id, 0));
	select * into v from public.imports where id = p_id;
	select count(*) into v_count from public.import_rows where import_id = v.id;
	if v.committed_at is not null then
		return v_count;
	elsif v.requested_at is null
		or v.read_at is null
		or exists (select from public.import_rows where import_id = v.id and problems <> '[]')
	then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	end if;
	perform private.heed_cancel(v.id);
	for r in select * from public.import_rows where import_id = v.id order by number loop
		v_part := v_part
			|| jsonb_build_object(
				r.number::text, case
					when r.answers ->> 'outcome' = 'nil_return' then private.import_nil_return(r)
					when v.kind = 'need_reports'
						then private.submit_for(
							r.organisation_id, r.answers - array['organisation', 'received_on', 'given_by'], 'import',
							coalesce(nullif(r.answers ->> 'received_on', '')::date, private.today()),
							r.answers ->> 'given_by'
						)
					else public.invite(
						r.post_id, coalesce(nullif(r.answers ->> 'capacity', ''), 'holder'),
						coalesce(nullif(r.answers ->> 'starts_on', '')::date, private.today()),
						nullif(r.answers ->> 'ends_on', '')::date, nullif(r.answers ->> 'salutation', ''),
						r.answers ->> 'given_name', r.answers ->> 'family_name', r.answers ->> 'email'
					)::text
				end
			);
		v_done := v_done + 1;
		if v_done % 25 = 0 then
			v_results := v_results || v_part;
			v_part := '{}';
			perform private.note_progress(v.id, v_done);
			perform private.heed_cancel(v.id);
		end if;
	end loop;
	perform private.heed_cancel(v.id);
	perform private.finish_import(v.id, v_results || v_part);
	return v_count;
end
$$;
comment on function public.commit_import(uuid) is
	'Takes over all rows or none, as the person who uploaded them and with the rights of today. A '
	'second call waits for the first and answers with the same.';
grant execute on function public.commit_import(uuid) to authenticated;

create function public.import_failed(p_id uuid, p_failure text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.imports set failure = p_failure where id = p_id and committed_at is null
$$;
comment on function public.import_failed(uuid, text) is
	'Notes why nothing was taken over. Definer: for the server only.';

create function public.purge_imports() returns void
language sql volatile security definer set search_path = '' as $$
	delete from public.imports
	where uploaded_at < private.now() - interval '30 days'
		or closed_at is null and uploaded_at < private.now() - interval '1 day'
$$;
comment on function public.purge_imports() is
	'Nightly: forgets files after 30 days, and those that never came in whole after one. '
	'Definer: for the server only.';
