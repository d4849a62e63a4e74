-- Who reads and writes the tables of rounds, and what follows when they do: grants, policies, triggers.

grant select, insert (call_id, version_id, is_public, reading), update (version_id, is_public, reading)
on public.rounds to authenticated;
create policy "planners read rounds, addressees those that ask them" on public.rounds
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or call_id in (select private.addressed_calls())
	);
create policy "planners prepare rounds" on public.rounds
	for insert to authenticated
	with check (private.plans_draft_of_call(call_id));
create policy "planners change rounds that are not open yet" on public.rounds for update to authenticated
	using (private.plans_draft_of_call(call_id)) with check (private.plans_draft_of_call(call_id));
create trigger stamp before insert or update on public.rounds
	for each row execute function private.stamp_round();
