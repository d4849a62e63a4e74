-- Who reads and writes the tables of calls, and what follows when they do: grants, policies, triggers.

alter table public.calls alter column created_by set default private.person_id();

grant select, delete, insert (authority_id, name), update (name) on public.circles to authenticated;
create policy "planners read circles" on public.circles
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners save circles" on public.circles
	for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners rename circles" on public.circles for update to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
	) with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners discard circles" on public.circles
	for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

grant select,
	delete,
	insert (circle_id, authority_id, organisation_id)
on public.circle_members to authenticated;
create policy "planners read who is in a circle" on public.circle_members for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners put organisations into circles" on public.circle_members for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners take organisations out of circles" on public.circle_members
	for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

grant select, delete on public.calls to authenticated;
grant insert (id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose,
		legal_basis, readers, retention, previous_id),
	update (slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers,
		retention, previous_id)
on public.calls to authenticated;
create policy "planners read calls, addressees those that ask them" on public.calls
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or id in (select private.addressed_calls())
	);
create policy "planners prepare calls" on public.calls
	for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners change calls that are not open yet" on public.calls for update to authenticated
	using (authority_id in (select private.my_authorities('{planner}')) and state = 'draft')
	with check (authority_id in (select private.my_authorities('{planner}')) and state = 'draft');
create policy "planners discard calls that are not open yet" on public.calls for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')) and state = 'draft');
create trigger forget_events after delete on public.calls
	for each row execute function private.forget_events('call');
create trigger stamp before insert or update on public.calls
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_call();

grant select, delete, insert (call_id, organisation_id), update (legal_basis)
on public.call_addressees to authenticated;
create policy "planners read who was asked, addressees themselves" on public.call_addressees
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or organisation_id in (select private.my_organisations())
				and call_id in (select private.addressed_calls())
	);
create policy "planners ask organisations" on public.call_addressees
	for insert to authenticated
	with check (private.plans_call(call_id));
create policy "planners say why somebody has to be asked" on public.call_addressees
	for update to authenticated
	using (private.plans_draft_of_call(call_id)) with check (private.plans_draft_of_call(call_id));
create policy "planners take addressees out while they prepare" on public.call_addressees
	for delete to authenticated
	using (private.plans_draft_of_call(call_id));
create trigger stamp before insert on public.call_addressees
	for each row execute function private.stamp_addressee();
create trigger after_addressee after insert on public.call_addressees
	for each row execute function private.after_addressee();
create trigger keep_opened before delete on public.call_addressees
	for each row execute function private.keep_opened();

grant select (id, authority_id, call_id, step, closes_at, body, audience, person_id, post_id, created_at)
on public.call_steps to authenticated;
grant insert (call_id, step, closes_at, body, audience) on public.call_steps to authenticated;
create policy "planners read steps, addressees those of their calls" on public.call_steps
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or call_id in (select private.addressed_calls())
	);
create policy "planners take steps" on public.call_steps
	for insert to authenticated
	with check (private.plans_call(call_id));
create trigger stamp before insert on public.call_steps
	for each row execute function private.stamp_call_step();
create trigger after_step after insert on public.call_steps
	for each row execute function private.after_call_step();
create trigger keep_words before update on public.call_steps
	for each row execute function private.keep_words();

grant select, insert (addressee_id, asked_until, reason, channel) on public.call_extensions to authenticated;
create policy "both sides read extensions" on public.call_extensions
	for select to authenticated
	using (private.reads_addressee(addressee_id));
create policy "writers ask for more time, planners write down that they did" on public.call_extensions
	for insert to authenticated
	with check (
		case
			when channel = 'online' then private.writes_for_addressee(addressee_id)
			else private.plans_addressee(addressee_id)
		end
	);
create trigger stamp before insert on public.call_extensions
	for each row execute function private.stamp_extension();
create trigger after_extension after insert on public.call_extensions
	for each row execute function private.after_extension();
create trigger keep_words before update on public.call_extensions
	for each row execute function private.keep_words();

grant select,
	insert (extension_id, outcome, due_at, reason)
on public.call_extension_decisions to authenticated;
create policy "both sides read decisions on extensions" on public.call_extension_decisions
	for select to authenticated
	using (exists (select from public.call_extensions e where e.id = extension_id));
create policy "planners decide on extensions" on public.call_extension_decisions for insert to authenticated
	with check (
		authority_id in (select private.my_authorities('{planner}'))
			and exists (select from public.call_extensions e where e.id = extension_id)
	);
create trigger stamp before insert on public.call_extension_decisions
	for each row execute function private.stamp_extension_decision();
create trigger after_decision after insert on public.call_extension_decisions
	for each row execute function private.after_extension_decision();
create trigger keep_words before update on public.call_extension_decisions
	for each row execute function private.keep_words();

grant select, insert (id, addressee_id, kind, body) on public.call_notices to authenticated;
create policy "both sides read notices, addressees what they hand to their head" on public.call_notices
	for select to authenticated
	using (
		private.reads_addressee(addressee_id)
			and (
				kind <> 'handed_in'
					or addressee_id in (
						select a.id
						from public.call_addressees a
						where a.organisation_id in (select private.my_organisations())
					)
			)
	);
create policy "planners remind and note letters" on public.call_notices for insert to authenticated
	with check (kind in ('reminder', 'letter') and private.plans_addressee(addressee_id));
create trigger stamp before insert on public.call_notices
	for each row execute function private.stamp_notice();
create trigger after_notice after insert on public.call_notices
	for each row when (new.kind in ('reminder', 'reminder_week', 'reminder_day', 'reminder_late', 'letter'))
	execute function private.after_notice();
create trigger keep_words before update on public.call_notices
	for each row execute function private.keep_notice();

grant select (id, authority_id, call_id, addressee_id, organisation_id, outcome, channel, given_by,
		received_on, is_late, corrects_id, created_at)
on public.call_returns to authenticated;
create policy "both sides read returns" on public.call_returns for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or authority_id in (select private.my_authorities('{planner}'))
	);
create trigger keep_words before update on public.call_returns
	for each row execute function private.keep_words();
