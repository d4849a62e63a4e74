-- Rules of reports of barriers: who may, what must be true, what follows.

create function private.stamp_barrier_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.number := (select prefix from public.authorities where id = new.authority_id)
		|| '-BF-'
		|| private.next_number(new.authority_id, 'barriers');
	new.received_at := private.now();
	new.due_on := private.today() + interval '1 month';
	return new;
end
$$;
comment on function private.stamp_barrier_report() is
	'Numbers a barrier report and sets the legal due date. Definer: counters are unexposed.';

create function private.stamp_barrier_answer() returns trigger
language plpgsql set search_path = '' as $$
begin
	if old.answered_at is not null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	new.answered_at := private.now();
	new.answered_by := private.person_id();
	return new;
end
$$;
comment on function private.stamp_barrier_answer() is
	'Notes who answered a barrier report and when; it is answered once.';

create function private.after_barrier_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform graphile_worker.add_job(
		'tell_barriers', json_build_object('authority_id', new.authority_id),
		job_key := 'tell_barriers:' || new.authority_id,
		job_key_mode := 'preserve_run_at',
		run_at := greatest(
			private.now(),
			(select max(told_at) from public.barrier_reports where authority_id = new.authority_id)
				+ interval '10 minutes'
		)
	);
	return null;
end
$$;
comment on function private.after_barrier_report() is
	'A job tells the planning: at once, or ten minutes after it was told last, of all that came since. Definer: '
	'see queue_job.';

grant select on public.barrier_reports to authenticated;
grant insert (id, authority_id, page, message, contact) on public.barrier_reports to anon, authenticated;
grant update (answer) on public.barrier_reports to authenticated;
create policy "planners and administrators read barrier reports" on public.barrier_reports
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner,administrator}')));
create policy "everyone reports barriers" on public.barrier_reports for insert to anon, authenticated
	with check (answered_at is null and exists (select from public.authorities a where a.id = authority_id));
create policy "planners and administrators answer barrier reports" on public.barrier_reports
	for update to authenticated
	using (authority_id in (select private.my_authorities('{planner,administrator}')) and answered_at is null)
	with check (authority_id in (select private.my_authorities('{planner,administrator}')));
create trigger stamp before insert on public.barrier_reports
	for each row execute function private.stamp_barrier_report();
create trigger stamp_answer before update of answer on public.barrier_reports
	for each row execute function private.stamp_barrier_answer();
create trigger after_barrier_report after insert on public.barrier_reports
	for each row execute function private.after_barrier_report();
