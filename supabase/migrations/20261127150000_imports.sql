-- Why: what lies in lists (reports of past years, members after an election) comes in by file. A file is read once and its
-- rows are kept: the preview shows every mistake, and what is then taken over is exactly what was seen, all of it or nothing.

create table public.imports (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	ordinal bigint generated always as identity unique,
	kind text not null check (kind in ('need_reports', 'members')),
	file_name text not null check (length(file_name) between 1 and 200),
	digest text not null check (digest ~ '^[0-9a-f]{64}$'),
	uploaded_by uuid references public.people on delete set null default private.person_id(),
	uploaded_at timestamptz not null default now(),
	read_at timestamptz,
	requested_at timestamptz,
	committed_at timestamptz,
	failure text,
	unique (authority_id, id)
);
comment on table public.imports is 'Files read in: uploaded, read (checked), requested, committed. Kept for 30 days, seen by those in the uploader''s role.';
comment on column public.imports.digest is 'SHA-256 of the file: the same file sent twice within ten minutes is one import.';
comment on column public.imports.failure is 'Why nothing was taken over although it was requested; a message key.';
create index on public.imports (authority_id, kind, uploaded_at desc);
create index on public.imports (uploaded_by);

create table public.import_rows (
	import_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	number integer not null check (number between 1 and 100000),
	answers jsonb not null check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 100000),
	organisation_id uuid,
	post_id uuid,
	problems jsonb not null default '[]',
	warnings jsonb not null default '[]',
	result text,
	primary key (import_id, number),
	foreign key (authority_id, import_id) references public.imports (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id) references public.organisations (authority_id, id) on delete set null (organisation_id),
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete set null (post_id)
);
comment on table public.import_rows is
	'The rows of a file by their number in it. Answers: words already turned into keys where they are known, else as they stand. problems keep a row out, warnings do not; result is what became of it (a report''s number, an invitation''s id).';
create index on public.import_rows (authority_id, import_id);
create index on public.import_rows (authority_id, organisation_id);
create index on public.import_rows (authority_id, post_id);

-- Never undone with its transaction: so a page can see how far an import has come that is not visible yet.
create sequence private.import_progress;
comment on sequence private.import_progress is 'Rows done of the import that is just being taken over: its ordinal × 100,000 + rows.';

alter table public.imports enable row level security;
alter table public.import_rows enable row level security;

create function private.may_import(p_authority uuid, p_kind text) returns boolean
language sql stable set search_path = '' as $$
	select case p_kind
		when 'need_reports' then p_authority in (select private.my_authorities('{planner}'))
		when 'members' then p_authority in (select private.my_authorities('{administrator}')) end
$$;
comment on function private.may_import(uuid, text) is 'Planners read in reports, administrators members; for their own authority.';
grant execute on function private.may_import(uuid, text) to authenticated;

create policy "planners and administrators read the imports of their role" on public.imports for select to authenticated using (
	kind = 'need_reports' and authority_id in (select private.my_authorities('{planner}'))
	or kind = 'members' and authority_id in (select private.my_authorities('{administrator}'))
);
create policy "planners and administrators read in files" on public.imports for insert to authenticated with check (private.may_import(authority_id, kind));
create policy "people discard imports of their own" on public.imports for delete to authenticated
	using (uploaded_by = (select private.person_id()) and (requested_at is null or failure is not null) and committed_at is null and private.may_import(authority_id, kind));
create policy "who sees an import sees its rows" on public.import_rows for select to authenticated
	using (import_id in (select i.id from public.imports i));
create policy "people fill imports of their own until they are read" on public.import_rows for insert to authenticated
	with check (import_id in (select i.id from public.imports i where i.uploaded_by = (select private.person_id()) and i.read_at is null));
grant select, insert (authority_id, kind, file_name, digest), delete on public.imports to authenticated;
grant select, insert (import_id, authority_id, number, answers) on public.import_rows to authenticated;

create function private.import_of_mine(p_id uuid) returns public.imports
language plpgsql stable set search_path = '' as $$
declare v public.imports;
begin
	select * into v from public.imports where id = p_id and uploaded_by = private.person_id();
	perform private.require(v.id is not null and private.may_import(v.authority_id, v.kind));
	return v;
end
$$;
comment on function private.import_of_mine(uuid) is 'An import one uploaded oneself and may still take over; NOTFD otherwise.';
grant execute on function private.import_of_mine(uuid) to authenticated;

-- What is wrong with a row, as [{field, problem}]. problem: missing, invalid, unknown, not_yours, future, past, order, repeated.
create function private.problem(p_field text, p_problem text, p_is_so boolean) returns jsonb
language sql immutable set search_path = '' as $$
	select case when p_is_so then jsonb_build_array(jsonb_build_object('field', p_field, 'problem', p_problem)) else '[]' end
$$;
comment on function private.problem(text, text, boolean) is 'A list of this one problem, or of none.';

create function private.is_day(p_text text) returns boolean
language sql immutable set search_path = '' as $$
	select p_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(p_text, 'date')
$$;
comment on function private.is_day(text) is 'Is this a calendar day as YYYY-MM-DD?';

create function private.report_problems(p_authority uuid, p_organisation uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_invalid jsonb := private.invalid_answers(a); v_kind text; v_on text := a ->> 'received_on';
begin
	select kind into v_kind from public.organisations where id = p_organisation;
	return private.problem('organisation', 'missing', private.is_blank(a ->> 'organisation'))
		|| private.problem('organisation', 'unknown', not private.is_blank(a ->> 'organisation') and p_organisation is null)
		|| (select coalesce(jsonb_agg(jsonb_build_object('field', f, 'problem', 'missing')), '[]') from jsonb_array_elements_text(private.missing_answers(a)) f)
		|| (select coalesce(jsonb_agg(jsonb_build_object('field', f, 'problem', 'invalid')), '[]') from jsonb_array_elements_text(v_invalid) f)
		|| private.problem('municipality_ags', 'not_yours', p_organisation is not null and not private.is_blank(a ->> 'municipality_ags') and not v_invalid ? 'municipality_ags'
			and not exists (select from public.municipalities m where m.ags = a ->> 'municipality_ags' and m.authority_id = p_authority
				and (v_kind not in ('municipality', 'association') or m.administration_id = p_organisation)))
		|| private.problem('received_on', 'invalid', not private.is_blank(v_on) and not private.is_day(v_on))
		|| private.problem('received_on', 'future', case when private.is_day(v_on) then v_on::date > private.today() else false end)
		|| private.problem('received_on', 'past', case when private.is_day(v_on) then v_on::date < private.today() - interval '1 year' else false end)
		|| private.problem('given_by', 'invalid', length(a ->> 'given_by') > 160);
end
$$;
comment on function private.report_problems(uuid, uuid, jsonb) is 'What keeps a row from becoming a report: the same truths as for a report that is released, and those of the file.';

create function private.member_problems(p_organisation uuid, p_post uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return private.problem('organisation', 'missing', private.is_blank(a ->> 'organisation'))
		|| private.problem('organisation', 'unknown', not private.is_blank(a ->> 'organisation') and p_organisation is null)
		|| private.problem('post', 'missing', private.is_blank(a ->> 'post'))
		|| private.problem('post', 'unknown', p_organisation is not null and not private.is_blank(a ->> 'post') and p_post is null)
		|| private.problem('salutation', 'invalid', not private.is_blank(a ->> 'salutation') and a ->> 'salutation' not in ('Frau', 'Herr'))
		|| private.problem('given_name', 'missing', private.is_blank(a ->> 'given_name')) || private.problem('given_name', 'invalid', length(a ->> 'given_name') > 80)
		|| private.problem('family_name', 'missing', private.is_blank(a ->> 'family_name')) || private.problem('family_name', 'invalid', length(a ->> 'family_name') > 80)
		|| private.problem('email', 'missing', private.is_blank(a ->> 'email'))
		|| private.problem('email', 'invalid', not private.is_blank(a ->> 'email') and not private.is_email(a ->> 'email'))
		|| private.problem('capacity', 'invalid', coalesce(nullif(a ->> 'capacity', ''), 'holder') not in ('holder', 'deputy'))
		|| private.problem('starts_on', 'invalid', not private.is_blank(a ->> 'starts_on') and not private.is_day(a ->> 'starts_on'))
		|| private.problem('ends_on', 'invalid', not private.is_blank(a ->> 'ends_on') and not private.is_day(a ->> 'ends_on'))
		|| private.problem('ends_on', 'order', case when private.is_day(a ->> 'ends_on') and private.is_day(a ->> 'starts_on')
			then (a ->> 'ends_on')::date < (a ->> 'starts_on')::date else false end)
		|| private.problem('ends_on', 'over', case when private.is_day(a ->> 'ends_on') then (a ->> 'ends_on')::date < private.today() else false end);
end
$$;
comment on function private.member_problems(uuid, uuid, jsonb) is 'What keeps a row from becoming an invitation.';

create function private.organisation_called(p_authority uuid, p_name text) returns uuid
language sql stable security definer set search_path = '' as $$
	select x.id from (
		select o.id, 1 as n from public.organisations o where o.authority_id = p_authority and lower(o.name) = lower(btrim(p_name))
		union all
		select m.administration_id, 2 from public.municipalities m where m.authority_id = p_authority and lower(m.name) = lower(btrim(p_name))) x
	order by x.n limit 1
$$;
comment on function private.organisation_called(uuid, text) is
	'An organisation by its name, or the administration of a municipality by the municipality''s. Definer: asked once per row, for rows of one''s own authority.';

create function private.check_import(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports;
begin
	select * into v from public.imports where id = p_id and uploaded_by = private.person_id() and read_at is null for update;
	perform private.require(v.id is not null);
	update public.import_rows r set organisation_id = n.id
	from (select x.name, private.organisation_called(v.authority_id, x.name) as id
		from (select distinct answers ->> 'organisation' as name from public.import_rows where import_id = v.id) x) n
	where r.import_id = v.id and r.answers ->> 'organisation' = n.name and n.id is not null
		and (v.kind = 'members' or not exists (select from public.organisations o where o.id = n.id and o.kind in ('authority', 'office')));
	if v.kind = 'members' then
		update public.import_rows r set post_id = p.id from public.posts p
		where r.import_id = v.id and p.organisation_id = r.organisation_id and p.abolished_on is null and lower(p.title) = lower(btrim(r.answers ->> 'post'));
		update public.import_rows r set problems = private.member_problems(r.organisation_id, r.post_id, r.answers)
			|| private.problem('email', 'repeated', x.n > 1),
			warnings = private.problem('email', 'holds', exists (select from public.holdings h join public.people pe on pe.id = h.person_id
				where h.post_id = r.post_id and private.is_current(h) and lower(pe.email) = lower(btrim(r.answers ->> 'email'))))
			|| private.problem('email', 'invited', exists (select from public.invitations i where i.post_id = r.post_id and i.accepted_at is null and i.revoked_at is null
				and lower(i.email) = lower(btrim(r.answers ->> 'email'))))
		from (select number, row_number() over (partition by coalesce(post_id::text, number::text), lower(btrim(answers ->> 'email')) order by number) as n
			from public.import_rows where import_id = v.id) x
		where r.import_id = v.id and r.number = x.number;
	else
		update public.import_rows r set problems = private.report_problems(v.authority_id, r.organisation_id, r.answers),
			warnings = private.problem('title', 'known', exists (select from public.need_reports q where q.authority_id = v.authority_id and q.organisation_id = r.organisation_id
				and lower(q.title) = lower(btrim(r.answers ->> 'title')) and lower(q.locality) = lower(btrim(r.answers ->> 'locality'))))
			|| private.problem('title', 'repeated', x.n > 1)
		from (select number, row_number() over (partition by coalesce(organisation_id::text, number::text), lower(btrim(answers ->> 'title')),
				lower(btrim(answers ->> 'locality')) order by number) as n from public.import_rows where import_id = v.id) x
		where r.import_id = v.id and r.number = x.number;
	end if;
	update public.imports set read_at = now() where id = v.id;
end
$$;
comment on function private.check_import(uuid) is
	'Finds organisation and post of each row and says what is wrong with it, and what only looks odd: already there, or twice in the file. Definer: what it writes may be written by nobody.';
grant execute on function private.check_import(uuid) to authenticated;

create function public.begin_import(p_authority uuid, p_kind text, p_file_name text, p_digest text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(private.may_import(p_authority, p_kind));
	select id into v_id from public.imports where authority_id = p_authority and kind = p_kind and digest = p_digest and uploaded_by = private.person_id()
		and read_at > now() - interval '10 minutes' and requested_at is null order by uploaded_at desc limit 1;
	if v_id is null then
		insert into public.imports (authority_id, kind, file_name, digest) values (p_authority, p_kind, p_file_name, p_digest) returning id into v_id;
	end if;
	return v_id;
end
$$;
comment on function public.begin_import(uuid, text, text, text) is 'Begins an import; the same file within ten minutes goes on with the one there is.';

create function public.add_import_rows(p_id uuid, p_rows jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.read_at is not null then
		return;
	elsif (select count(*) from public.import_rows where import_id = v.id) + jsonb_array_length(p_rows) > 5000 then
		raise exception 'imports_error_too_many_rows' using errcode = 'RULED';
	end if;
	insert into public.import_rows (import_id, authority_id, number, answers)
	select v.id, v.authority_id, (r ->> 'number')::integer, r -> 'answers' from jsonb_array_elements(p_rows) r;
end
$$;
comment on function public.add_import_rows(uuid, jsonb) is 'Adds rows [{number, answers}] to an import that is not read yet; some hundred at a time, 5,000 in all.';

create function public.close_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.read_at is null then
		perform private.check_import(p_id);
	end if;
end
$$;
comment on function public.close_import(uuid) is 'All rows are there: they are checked, and from here on nothing in them changes.';

create function private.import_progress(p_ordinal bigint) returns integer
language sql stable security definer set search_path = '' as $$
	select case when last_value / 100000 = p_ordinal then (last_value % 100000)::integer else 0 end from private.import_progress
$$;
comment on function private.import_progress(bigint) is 'Rows done of an import that is being taken over. Definer: the sequence is granted to nobody.';
grant execute on function private.import_progress(bigint) to authenticated;

create function public.list_imports(p_authority uuid, p_kind text) returns table (id uuid, file_name text, uploaded_at timestamptz, uploaded_by_name text, is_mine boolean,
	row_count bigint, wrong_count bigint, requested_at timestamptz, committed_at timestamptz, failure text)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(private.may_import(p_authority, p_kind));
	return query select i.id, i.file_name, i.uploaded_at, private.name_of(i.uploaded_by), coalesce(i.uploaded_by = private.person_id(), false),
		r.all_rows, r.wrong, i.requested_at, i.committed_at, i.failure
	from public.imports i
	cross join lateral (select count(*) as all_rows, count(*) filter (where w.problems <> '[]') as wrong from public.import_rows w where w.import_id = i.id) r
	where i.authority_id = p_authority and i.kind = p_kind and i.read_at is not null order by i.uploaded_at desc limit 20;
end
$$;
comment on function public.list_imports(uuid, text) is 'The last twenty imports of a kind, for those who may read in such files.';

create function public.import(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.imports; v_result jsonb;
begin
	select * into v from public.imports where id = p_id;
	perform private.require(v.id is not null and v.read_at is not null);
	select jsonb_build_object(
		'id', v.id, 'kind', v.kind, 'fileName', v.file_name, 'uploadedAt', v.uploaded_at, 'uploadedBy', private.name_of(v.uploaded_by),
		'isMine', coalesce(v.uploaded_by = private.person_id(), false), 'requestedAt', v.requested_at, 'committedAt', v.committed_at, 'failure', v.failure,
		'done', case when v.committed_at is not null then count(*) else private.import_progress(v.ordinal) end,
		'rows', count(*), 'wrong', count(*) filter (where r.problems <> '[]'), 'odd', count(*) filter (where r.warnings <> '[]'),
		'organisations', count(distinct r.organisation_id)) into v_result from public.import_rows r where r.import_id = v.id;
	return v_result || jsonb_build_object(
		'problemCount', (select coalesce(sum(jsonb_array_length(r.problems)), 0) from public.import_rows r where r.import_id = v.id),
		'problems', (select coalesce(jsonb_agg(x.found), '[]') from (select jsonb_build_object('number', r.number, 'field', p ->> 'field', 'problem', p ->> 'problem',
				'value', r.answers -> (p ->> 'field')) as found
			from public.import_rows r cross join jsonb_array_elements(r.problems) p where r.import_id = v.id order by r.number limit 200) x),
		'warnings', (select coalesce(jsonb_agg(x.found), '[]') from (select jsonb_build_object('number', r.number, 'field', p ->> 'field', 'problem', p ->> 'problem',
				'value', r.answers -> (p ->> 'field')) as found
			from public.import_rows r cross join jsonb_array_elements(r.warnings) p where r.import_id = v.id order by r.number limit 50) x),
		'first', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (select r.number, r.answers, o.name as "organisationName", r.result
			from public.import_rows r left join public.organisations o on o.id = r.organisation_id where r.import_id = v.id order by r.number limit 10) x));
end
$$;
comment on function public.import(uuid) is 'One import as its page shows it: counts, the first rows as they will be, up to 200 problems with row, field and value, progress and result.';

create function private.request_import(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.imports set requested_at = now(), failure = null
	where id = p_id and uploaded_by = private.person_id() and committed_at is null and (requested_at is null or failure is not null);
	if found then
		perform private.queue_job('take_import', json_build_object('import_id', p_id));
	end if;
end
$$;
comment on function private.request_import(uuid) is 'Notes the request and queues the job, once. Definer: nobody may queue a job or write these times.';

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
comment on function public.request_import(uuid) is '"Übernehmen": a job takes the rows over. Asked twice, it is done once.';

create function public.discard_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.imports where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_import(uuid) is 'Throws an import away that was not taken over.';

create function private.note_progress(p_id uuid, p_rows integer) returns void
language sql volatile security definer set search_path = '' as $$
	select setval('private.import_progress', i.ordinal * 100000 + p_rows) from public.imports i
	where i.id = p_id and i.uploaded_by = private.person_id() and i.requested_at is not null and i.committed_at is null and p_rows between 0 and 99999
$$;
comment on function private.note_progress(uuid, integer) is 'Says how far an import of one''s own has come, visible at once. Definer: see import_progress.';

create function private.finish_import(p_id uuid, p_results jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports;
begin
	update public.imports set committed_at = now(), failure = null
	where id = p_id and uploaded_by = private.person_id() and requested_at is not null and committed_at is null and private.may_import(authority_id, kind) returning * into v;
	perform private.require(v.id is not null);
	update public.import_rows r set result = p_results ->> r.number::text where r.import_id = p_id;
	perform private.queue_job(case v.kind when 'members' then 'mail_invitations' else 'mail_import' end, json_build_object('import_id', p_id));
end
$$;
comment on function private.finish_import(uuid, jsonb) is 'Notes what became of each row of an import of one''s own and queues the mails, once. Definer: nobody may write results by hand.';
grant execute on function private.request_import(uuid), private.note_progress(uuid, integer), private.finish_import(uuid, jsonb) to authenticated;

create function public.commit_import(p_id uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id); r public.import_rows; v_results jsonb := '{}'; v_done integer := 0; v_count integer; v_part jsonb := '{}';
begin
	perform pg_advisory_xact_lock(hashtextextended('import ' || v.id, 0));
	select * into v from public.imports where id = p_id;
	select count(*) into v_count from public.import_rows where import_id = v.id;
	if v.committed_at is not null then
		return v_count;
	elsif v.requested_at is null or exists (select from public.import_rows where import_id = v.id and problems <> '[]') then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	end if;
	for r in select * from public.import_rows where import_id = v.id order by number loop
		v_part := v_part || jsonb_build_object(r.number::text, case v.kind
			when 'need_reports' then private.submit_for(r.organisation_id, r.answers - array['organisation', 'received_on', 'given_by'], 'import',
				coalesce(nullif(r.answers ->> 'received_on', '')::date, private.today()), r.answers ->> 'given_by')
			else public.invite(r.post_id, coalesce(nullif(r.answers ->> 'capacity', ''), 'holder'), coalesce(nullif(r.answers ->> 'starts_on', '')::date, private.today()),
				nullif(r.answers ->> 'ends_on', '')::date, nullif(r.answers ->> 'salutation', ''), r.answers ->> 'given_name', r.answers ->> 'family_name', r.answers ->> 'email')::text end);
		v_done := v_done + 1;
		if v_done % 25 = 0 then
			v_results := v_results || v_part;
			v_part := '{}';
			perform private.note_progress(v.id, v_done);
		end if;
	end loop;
	perform private.finish_import(v.id, v_results || v_part);
	return v_count;
end
$$;
comment on function public.commit_import(uuid) is
	'Takes over all rows or none, as the person who uploaded them and with the rights of today. A second call waits for the first and answers with the same.';

create or replace function private.record_event(p_authority uuid, p_report uuid, p_need uuid, p_organisation uuid, p_kind text, p_subject uuid,
	p_person uuid, p_post uuid, p_detail jsonb, p_notify boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
	insert into public.events (authority_id, report_id, need_id, organisation_id, kind, subject_id, person_id, person_name, post_id, post_title, detail)
	values (p_authority, p_report, p_need, p_organisation, p_kind, p_subject, p_person,
		(select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = p_person), p_post,
		(select p.title || ', ' || o.name from public.posts p join public.organisations o on o.id = p.organisation_id where p.id = p_post), coalesce(p_detail, '{}'))
	returning id into v_id;
	if p_notify and (p_kind = 'entered' and p_detail ->> 'channel' = 'import') is not true then
		perform private.queue_job('notify', json_build_object('event_id', v_id));
	end if;
end
$$;
comment on function private.record_event(uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, jsonb, boolean) is
	'Writes the chronicle and queues the mail; reports that come by file are told of together, by the job mail_import. Definer: nobody may write the chronicle by hand; only triggers call it.';

-- For the jobs.
create function public.import_to_take(p_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select uploaded_by from public.imports where id = p_id and requested_at is not null and committed_at is null and failure is null
$$;
comment on function public.import_to_take(uuid) is 'Who asked for an import that is still to be taken over; null for all others. Definer: for the server only.';

create function public.import_failed(p_id uuid, p_failure text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.imports set failure = p_failure where id = p_id and committed_at is null
$$;
comment on function public.import_failed(uuid, text) is 'Notes why nothing was taken over. Definer: for the server only.';

create function public.import_invitations(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'authority', private.authority_document(a)) order by i.created_at, i.id), '[]')
	from public.import_rows r join public.invitations i on i.authority_id = r.authority_id and i.id::text = r.result join public.authorities a on a.id = i.authority_id
	where r.import_id = p_id and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
		and not exists (select from private.mails m where m.occasion = 'invitation:' || i.id)
$$;
comment on function public.import_invitations(uuid) is 'Invitations of an import that no mail was written about yet. Definer: for the server only.';

create function public.mail_import(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('authority', private.authority_document(a), 'organisationId', x.organisation_id, 'organisationName', x.name, 'numbers', x.numbers,
		'recipients', private.recipients(x.organisation_id, private.writing_kinds()))), '[]')
	from public.imports i join public.authorities a on a.id = i.authority_id
	cross join lateral (select r.organisation_id, o.name, jsonb_agg(r.result order by r.number) as numbers
		from public.import_rows r join public.organisations o on o.id = r.organisation_id where r.import_id = i.id and r.result is not null group by 1, 2) x
	where i.id = p_id and i.kind = 'need_reports' and i.committed_at is not null
$$;
comment on function public.mail_import(uuid) is 'Per organisation the numbers of the reports that were taken over for it, and whom to tell: one mail instead of one per report. Definer: for the server only.';

create function public.purge_imports() returns void
language sql volatile security definer set search_path = '' as $$
	delete from public.imports where uploaded_at < now() - interval '30 days' or read_at is null and uploaded_at < now() - interval '1 day'
$$;
comment on function public.purge_imports() is 'Nightly: forgets files after 30 days, and those that were never read to the end after one. Definer: for the server only.';

revoke execute on all functions in schema public from public;
grant execute on function public.begin_import(uuid, text, text, text), public.add_import_rows(uuid, jsonb), public.close_import(uuid), public.list_imports(uuid, text),
	public.import(uuid), public.request_import(uuid), public.discard_import(uuid), public.commit_import(uuid) to authenticated;
grant execute on function public.import_to_take(uuid), public.import_failed(uuid, text), public.import_invitations(uuid), public.mail_import(uuid), public.purge_imports() to service_role;
