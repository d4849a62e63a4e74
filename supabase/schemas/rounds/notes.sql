-- Verbs of notes in the room of an organisation: what changes something.

create function public.note_in_round(p_id uuid, p_addressee uuid, p_note jsonb) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_call uuid;
begin
	perform private.require(private.is_in_room(p_addressee));
	v_call := private.call_of_room(p_addressee);
	insert into public.round_notes (
		id, addressee_id, version_id, section_id, kind, body, quote, quote_before, quote_after, is_on_twin,
		proposal, proposal_words
	)
	select p_id, p_addressee, x.version_id, x.section_id, x.kind, x.body, x.quote, x.quote_before,
		x.quote_after, x.is_on_twin, x.proposal, x.proposal_words
	from private.said_in(v_call, p_note) x
	where not exists (select from public.round_notes n where n.id = p_id and n.addressee_id = p_addressee)
	on conflict do nothing;
	perform private.require(
		exists (select from public.round_notes n where n.id = p_id and n.addressee_id = p_addressee)
	);
	delete from public.round_note_drafts where id = p_id;
	return p_id;
end
$$;
comment on function public.note_in_round(uuid, uuid, jsonb) is
	'Notes something in a room, at a section or about the whole: see private.said_in. p_id: drawn by the '
	'form; sent again it is one note. What was typed under this id and kept as a draft has become the note. '
	'NOTFD for who is not in the room, RULED before and after the round.';
grant execute on function public.note_in_round(uuid, uuid, jsonb) to authenticated;

create function private.call_of_room(p_addressee uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select a.call_id from public.call_addressees a where a.id = p_addressee and private.is_in_room(a.id)
$$;
comment on function private.call_of_room(uuid) is
	'The round of a room, for who is in it. Definer: an association does not see its umbrella among the '
	'addressees.';
grant execute on function private.call_of_room(uuid) to authenticated;

create function public.answer_round_note(p_id uuid, p_note uuid, p_body text) returns uuid
language plpgsql volatile set search_path = '' as $$
begin
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	insert into public.round_notes (id, addressee_id, answers_id, kind, body)
	select p_id, n.addressee_id, n.id, 'answer', btrim(p_body, E' \t\r\n')
	from public.round_notes n
	where n.id = p_note and not exists (select from public.round_notes x where x.id = p_id)
	on conflict do nothing;
	perform private.require(exists (select from public.round_notes x where x.id = p_id));
	return p_id;
end
$$;
comment on function public.answer_round_note(uuid, uuid, text) is
	'Answers a note in its room. p_id: drawn by the form; sent again it is one answer.';
grant execute on function public.answer_round_note(uuid, uuid, text) to authenticated;

create function public.change_round_note(p_note uuid, p_revision integer, p_said jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare n public.round_notes; x record;
begin
	select * into n from public.round_notes where id = p_note;
	perform private.require(n.id is not null and private.speaks_as(n.person_id, n.post_id));
	if n.kind = 'answer' then
		if private.is_blank(p_said ->> 'body') then
			raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
		end if;
		select n.kind as kind, btrim(p_said ->> 'body', E' \t\r\n') as body, n.quote as quote,
			n.quote_before as quote_before, n.quote_after as quote_after, n.is_on_twin as is_on_twin,
			n.proposal as proposal, n.proposal_words as proposal_words
		into x;
	else
		select * into x from private.said_in(n.call_id, p_said);
	end if;
	if (n.kind, n.body, n.quote, n.proposal) is not distinct from (x.kind, x.body, x.quote, x.proposal) then
		return;
	elsif n.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', n.revision,
			'stored', jsonb_build_object('kind', n.kind, 'body', n.body)
		)::text;
	end if;
	update public.round_notes
	set kind = x.kind, body = x.body, quote = x.quote, quote_before = x.quote_before,
		quote_after = x.quote_after, is_on_twin = x.is_on_twin, proposal = x.proposal,
		proposal_words = x.proposal_words
	where id = n.id;
	perform private.require(found);
end
$$;
comment on function public.change_round_note(uuid, integer, jsonb) is
	'Changes one''s own note; its section stays. STALE (detail: {revision, stored}) if it changed since the '
	'page was made, RULED once it stands in a frozen wording or is withdrawn.';
grant execute on function public.change_round_note(uuid, integer, jsonb) to authenticated;

create function public.withdraw_round_note(p_note uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.round_notes n
	set withdrawn_at = private.now()
	where n.id = p_note and n.withdrawn_at is null and private.speaks_as(n.person_id, n.post_id);
	perform private.require(
		found
			or exists (
				select
				from public.round_notes n
				where n.id = p_note
					and n.withdrawn_at is not null
					and private.speaks_as(n.person_id, n.post_id)
			)
	);
end
$$;
comment on function public.withdraw_round_note(uuid) is
	'Withdraws one''s own note: it stays readable in the room, marked so. RULED once it stands in a frozen '
	'wording.';
grant execute on function public.withdraw_round_note(uuid) to authenticated;

create function public.save_note_draft(p_id uuid, p_addressee uuid, p_form jsonb) returns timestamptz
language plpgsql volatile set search_path = '' as $$
declare v_at timestamptz;
begin
	perform private.require(private.is_in_room(p_addressee));
	perform private.require_choice('form', jsonb_typeof(p_form) = 'object');
	update public.round_note_drafts set form = p_form where id = p_id returning saved_at into v_at;
	if not found then
		insert into public.round_note_drafts (id, addressee_id, form)
		select p_id, p_addressee, p_form
		where not exists (select from public.round_notes n where n.id = p_id)
		on conflict do nothing;
		select d.saved_at into v_at from public.round_note_drafts d where d.id = p_id;
		perform private.require(
			v_at is not null or exists (select from public.round_notes n where n.id = p_id)
		);
	end if;
	return coalesce(v_at, private.now());
end
$$;
comment on function public.save_note_draft(uuid, uuid, jsonb) is
	'Keeps what somebody is typing, for that person alone. p_form: what the form holds, by field, with the '
	'key of its section. What has become a note meanwhile is not kept again. Returns when.';
grant execute on function public.save_note_draft(uuid, uuid, jsonb) to authenticated;

create function public.discard_note_draft(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.round_note_drafts where id = p_id;
end
$$;
comment on function public.discard_note_draft(uuid) is
	'Discards what one had typed; what is gone is gone, so a second click finds nothing to do.';
grant execute on function public.discard_note_draft(uuid) to authenticated;
