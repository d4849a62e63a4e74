-- Verbs of reports of barriers: what changes something.

create function private.barrier_number(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'number', number,
		'dueOn', due_on
	)
	from public.barrier_reports
	where id = p_id
$$;
comment on function private.barrier_number(uuid) is
	'Number and due date for the receipt of somebody who may not read the table. Definer; ids are '
	'random.';
grant execute on function private.barrier_number(uuid) to anon, authenticated;

create function public.report_barrier(
	p_authority uuid, p_id uuid, p_message text, p_page text default null, p_contact text default null
) returns jsonb
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(exists (select from public.authorities where id = p_authority));
	if private.barrier_number(p_id) is null then
		insert into public.barrier_reports (id, authority_id, page, message, contact)
		values (p_id, p_authority, nullif(btrim(p_page), ''), p_message, nullif(btrim(p_contact), ''))
		on conflict do nothing;
	end if;
	return private.barrier_number(p_id);
end
$$;
comment on function public.report_barrier(uuid, uuid, text, text, text) is
	'{number, dueOn}. p_id is drawn by the form, so that a double submit is one report.';
grant execute on function public.report_barrier(uuid, uuid, text, text, text) to anon, authenticated;

create function public.answer_barrier_report(p_number text, p_answer text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if private.is_blank(p_answer) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["answer"]';
	end if;
	update public.barrier_reports set answer = btrim(p_answer)
	where number = p_number and answered_at is null;
	if not found
		and not exists (
			select
			from public.barrier_reports
			where number = p_number and answer = btrim(p_answer) and answered_by = private.person_id()
		) then
		perform private.require(exists (select from public.barrier_reports where number = p_number));
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
end
$$;
comment on function public.answer_barrier_report(text, text) is
	'Answers a barrier report, once. The answer is sent by hand to the contact named, if any.';
grant execute on function public.answer_barrier_report(text, text) to authenticated;

create function public.tell_barriers(p_authority uuid) returns void
language sql volatile security definer set search_path = '' as $$
	with told as (
		update public.barrier_reports set told_at = private.now()
		where authority_id = p_authority and told_at is null and answered_at is null
		returning id
	)
	select private.tell(
		'{barrier}', p_authority, 'authority', p_authority, jsonb_build_object('reports', x.ids)
	)
	from (select jsonb_agg(id) as ids from told) x
	where x.ids is not null
$$;
comment on function public.tell_barriers(uuid) is
	'Tells the planning of all open barriers it was not told of yet, in one letter. Definer: for the job only.';
