-- Who reads and writes the tables of rooms and statements, and what follows: grants, policies, triggers.
-- Rooms are read by their members; of a statement others read what was submitted, by rounds.reading.

create function private.rounds_to_read() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
	select r.call_id
	from public.rounds r
	join public.calls c on c.id = r.call_id
	where case r.reading
			when 'among' then c.state <> 'draft'
			when 'after_closing' then c.state not in ('draft', 'open')
			else false
		end
		and exists (
			select
			from public.call_addressees a
			where a.authority_id = c.authority_id
				and a.call_id = c.id
				and a.organisation_id in (select private.my_rooms())
		)
$$;
comment on function private.rounds_to_read() is
	'Rounds in which the person, as one of those who are asked, reads what all others submitted: from the '
	'hour that the round allows. Definer: addressees see no others.';
grant execute on function private.rounds_to_read() to authenticated;

grant select on public.round_notes to authenticated;
grant insert (id, addressee_id, version_id, section_id, answers_id, kind, body, quote, quote_before,
		quote_after, is_on_twin, proposal, proposal_words),
	update (kind, body, quote, quote_before, quote_after, is_on_twin, proposal, proposal_words, withdrawn_at)
on public.round_notes to authenticated;
create policy "members read the notes of their room" on public.round_notes
	for select to authenticated
	using (organisation_id in (select private.my_rooms()));
create policy "members note in their room" on public.round_notes
	for insert to authenticated
	with check (private.is_in_room(addressee_id));
create policy "members change what they noted" on public.round_notes for update to authenticated
	using (organisation_id in (select private.my_rooms()) and private.speaks_as(person_id, post_id))
	with check (organisation_id in (select private.my_rooms()) and private.speaks_as(person_id, post_id));
create trigger stamp before insert on public.round_notes
	for each row execute function private.stamp_round_note();
create trigger stamp_change before update on public.round_notes
	for each row execute function private.stamp_round_note_change();

grant select, delete, insert (id, addressee_id, form), update (form)
on public.round_note_drafts to authenticated;
create policy "people read what they typed" on public.round_note_drafts
	for select to authenticated
	using (person_id = (select private.person_id()));
create policy "members type in their room" on public.round_note_drafts
	for insert to authenticated
	with check (person_id = (select private.person_id()) and private.is_in_room(addressee_id));
create policy "members go on typing" on public.round_note_drafts for update to authenticated
	using (person_id = (select private.person_id()))
	with check (person_id = (select private.person_id()) and private.is_in_room(addressee_id));
create policy "people discard what they typed" on public.round_note_drafts
	for delete to authenticated
	using (person_id = (select private.person_id()));
create trigger stamp before insert or update on public.round_note_drafts
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_note_draft();

grant select (id, authority_id, call_id, addressee_id, organisation_id, kind, state, intro, intro_revision,
		revision, corrects_id, wording, wording_hash, frozen_at, decision, decided_on, vote_id, signed_at,
		return_id, submitted_at, is_late, created_at),
	insert (id, addressee_id, kind),
	update (intro)
on public.statements to authenticated;
create policy "members read statements of their room, others what is submitted" on public.statements
	for select to authenticated
	using (
		organisation_id in (select private.my_rooms())
				and (kind <> 'individual' or state = 'submitted' or private.speaks_as(person_id, post_id))
			or state = 'submitted'
				and (
					authority_id in (select private.my_authorities('{planner}'))
						or call_id in (select private.rounds_to_read())
				)
	);
create policy "writers begin the joint statement, members their own" on public.statements
	for insert to authenticated
	with check (
		case kind
			when 'joint' then private.has_room_right(addressee_id, private.writing_kinds())
			when 'individual' then private.is_in_room(addressee_id)
			else false
		end
	);
create policy "writers write what stands before the points" on public.statements for update to authenticated
	using (state = 'draft' and private.writes_statement(id))
	with check (state = 'draft');
create trigger stamp before insert on public.statements
	for each row when (new.state = 'draft') execute function private.stamp_statement();
create trigger stamp_intro before update of intro on public.statements
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_intro();
create trigger keep before update on public.statements
	for each row execute function private.keep_statement();

grant select (id, authority_id, statement_id, place, version_id, section_id, kind, body, quote, quote_before,
		quote_after, proposal, proposal_words, revision, created_at),
	insert (id, statement_id, place, version_id, section_id, kind, body, quote, quote_before, quote_after,
		proposal, proposal_words),
	update (place, version_id, section_id, kind, body, quote, quote_before, quote_after, proposal,
		proposal_words),
	delete
on public.statement_points to authenticated;
create policy "who reads a statement reads its points" on public.statement_points
	for select to authenticated
	using (exists (select from public.statements s where s.id = statement_id));
create policy "writers add points" on public.statement_points
	for insert to authenticated
	with check (private.writes_statement(statement_id));
create policy "writers change points" on public.statement_points for update to authenticated
	using (private.writes_statement(statement_id)) with check (private.writes_statement(statement_id));
create policy "writers drop points" on public.statement_points
	for delete to authenticated
	using (private.writes_statement(statement_id));
create trigger stamp before insert or update or delete on public.statement_points
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_point();
create trigger forget_words after delete on public.statement_points
	for each row execute function private.forget_words('statement_point');

grant select (statement_id, note_id, authority_id, point_id, reason, created_at),
	insert (statement_id, note_id, point_id, reason),
	update (point_id, reason)
on public.statement_notes to authenticated;
create policy "members read where their notes went" on public.statement_notes
	for select to authenticated
	using (private.is_statement_of_my_rooms(statement_id));
create policy "writers say where notes went" on public.statement_notes
	for insert to authenticated
	with check (private.writes_statement(statement_id));
create policy "writers say anew where notes went" on public.statement_notes for update to authenticated
	using (private.writes_statement(statement_id)) with check (private.writes_statement(statement_id));
create trigger stamp before insert or update or delete on public.statement_notes
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_placing();

grant select, insert (id, statement_id, point_id, body) on public.statement_remarks to authenticated;
create policy "members read what is said of a wording in their room" on public.statement_remarks
	for select to authenticated
	using (private.is_statement_of_my_rooms(statement_id));
create policy "members say something of a wording" on public.statement_remarks
	for insert to authenticated
	with check (private.is_statement_of_my_rooms(statement_id));
create trigger stamp before insert on public.statement_remarks
	for each row execute function private.stamp_said_of_statement();
create trigger keep before update on public.statement_remarks
	for each row execute function private.keep_said_of_statement();

grant select (id, authority_id, statement_id, wording_hash, body, created_at),
	insert (id, statement_id, body),
	delete
on public.statement_dissents to authenticated;
create policy "members read dissents, others those of what is submitted" on public.statement_dissents
	for select to authenticated
	using (
		private.is_statement_of_my_rooms(statement_id)
			or exists (
				select
				from public.statements s
				where s.id = statement_id
					and s.state = 'submitted'
					and s.wording_hash = statement_dissents.wording_hash
			)
	);
create policy "members attach a dissent" on public.statement_dissents
	for insert to authenticated
	with check (
		exists (
			select
			from public.statements s
			where s.id = statement_id and s.kind = 'joint' and private.dissents_in(s.organisation_id)
		)
			and private.is_statement_of_my_rooms(statement_id)
	);
create policy "members take their own dissent back" on public.statement_dissents
	for delete to authenticated
	using (
		private.is_statement_of_my_rooms(statement_id) and private.speaks_as(person_id, post_id)
	);
create trigger stamp before insert on public.statement_dissents
	for each row execute function private.stamp_said_of_statement();
create trigger keep before update on public.statement_dissents
	for each row execute function private.keep_said_of_statement();
create trigger keep_submitted before delete on public.statement_dissents
	for each row when (pg_trigger_depth() = 0) execute function private.keep_said_of_statement();

grant select, insert (id, statement_id, step, seen, decision, decided_on)
on public.statement_steps to authenticated;
create policy "members read the way of a statement" on public.statement_steps
	for select to authenticated
	using (private.is_statement_of_my_rooms(statement_id));
create policy "members carry a statement on" on public.statement_steps
	for insert to authenticated
	with check (private.is_statement_of_my_rooms(statement_id));
create trigger stamp before insert on public.statement_steps
	for each row execute function private.stamp_statement_step();
create trigger after_step after insert on public.statement_steps
	for each row execute function private.after_statement_step();
create trigger keep_words before update on public.statement_steps
	for each row execute function private.keep_words();
