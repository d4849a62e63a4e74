-- Who reads and changes people, and what follows.

grant select (id, salutation, given_name, family_name) on public.people to authenticated;

grant update (salutation, given_name, family_name, locale, text_size, contrast)
on public.people to authenticated;

create policy "people read the people around them" on public.people for select to authenticated using (
	id = (select private.person_id()) or exists (select from public.holdings h where h.person_id = people.id)
);

create policy "people change their own settings" on public.people for update to authenticated
	using (id = (select private.person_id())) with check (id = (select private.person_id()));

create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.people
	for each row execute function private.refuse_unreadable_name();

create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.invitations
	for each row execute function private.refuse_unreadable_name();

create trigger audit_wrong_code after insert or update of count on private.throttles
	for each row when (new.key like 'wrong:account:%' or new.key like 'failed:account:%')
	execute function private.audit_wrong_code();

create trigger audit_start after insert on private.sessions
	for each row execute function private.audit_session();

create trigger audit_end after update of ended_at on private.sessions
	for each row when (old.ended_at is null and new.ended_at is not null)
	execute function private.audit_session();

create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.assistances
	for each row execute function private.refuse_unreadable_name();

create trigger tell_end after update of ended_at on private.sessions
	for each row when (old.ended_at is null and new.ended_at is not null)
	execute function private.tell_session_ended();

create trigger tell_gone after delete on private.sessions
	for each row execute function private.tell_session_ended();
