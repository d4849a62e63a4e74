-- Statements of organisations in a round: how a wording comes about, is decided, signed and submitted.

create function private.writes_statement(p_statement uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.statements s
		where s.id = p_statement
			and private.is_in_room(s.addressee_id)
			and case
				when s.kind = 'individual' then private.speaks_as(s.person_id, s.post_id)
				else private.has_room_right(s.addressee_id, private.writing_kinds())
			end
	)
$$;
comment on function private.writes_statement(uuid) is
	'May the person write at this statement? Who writes for the organisation at the joint one, nobody but '
	'its member at an individual one. Definer: columns of persons are granted to nobody.';
grant execute on function private.writes_statement(uuid) to authenticated;

create function private.dissents_in(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.posts p
		where p.id = private.room_post(p_organisation)
			and p.kind in (
				'council_chair', 'council_voting', 'council_advisory', 'council_substitute', 'committee_officer'
			)
	)
$$;
comment on function private.dissents_in(uuid) is
	'May the person attach a dissent to what this body says? Its members, and who assists one; not its '
	'office. Definer: see room_post.';
grant execute on function private.dissents_in(uuid) to authenticated;

create function private.has_body(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.organisations o
		where o.id = p_organisation and o.kind in ('advisory_council', 'welfare_umbrella')
	)
$$;
comment on function private.has_body(uuid) is
	'Does the organisation decide together? In all others the word of the head is the decision. Definer: '
	'asked by triggers.';
grant execute on function private.has_body(uuid) to authenticated;

create function private.unplaced_notes(p_statement uuid) returns setof uuid
language sql stable set search_path = '' rows 20 as $$
	select n.id
	from public.statements s
	join public.round_notes n on n.authority_id = s.authority_id and n.addressee_id = s.addressee_id
	where s.id = p_statement
		and n.kind <> 'answer'
		and n.withdrawn_at is null
		and not exists (
			select from public.statement_notes x where x.statement_id = s.id and x.note_id = n.id
		)
$$;
comment on function private.unplaced_notes(uuid) is
	'Notes of the room of which the statement does not say where they went, or why not.';
grant execute on function private.unplaced_notes(uuid) to authenticated;

create function private.wording_of(s public.statements) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'intro', s.intro,
		'points', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'place', p.place,
						'section', private.section_named(p.version_id, p.section_id),
						'kind', p.kind,
						'body', p.body,
						'quote', p.quote,
						'proposal', p.proposal
					)
					order by p.place
				),
				'[]'
			)
			from public.statement_points p
			where p.authority_id = s.authority_id and p.statement_id = s.id
		)
	)
$$;
comment on function private.wording_of(public.statements) is
	'The wording of a statement as it is voted on, signed and sent. Definer, granted to nobody.';

create function private.hash_of(p_wording jsonb) returns text
language sql immutable set search_path = '' as $$
	select encode(sha256(convert_to(p_wording::text, 'UTF8')), 'hex')
$$;
comment on function private.hash_of(jsonb) is 'SHA-256 of a wording as the database writes it.';

-- What is done with a statement: one row for each step, which carries it on.
create function private.refuse_step(s public.statements, p_step text) returns void
language plpgsql stable security definer set search_path = '' as $$
declare v_words text;
begin
	v_words := case
		when p_step in ('frozen', 'unfrozen', 'decided') and s.kind <> 'joint' then 'rounds_error_no_such_step'
		when p_step in ('frozen', 'unfrozen', 'decided') and not private.writes_statement(s.id)
			then 'rounds_error_for_the_office'
		when p_step = 'signed'
			and (s.kind <> 'joint' or not private.has_room_right(s.addressee_id, private.signing_kinds()))
			then 'rounds_error_for_the_chair'
		when p_step = 'submitted' and s.kind = 'individual' and not private.writes_statement(s.id)
			then 'rounds_error_for_its_member'
		when p_step = 'submitted'
			and s.kind <> 'individual'
			and not private.has_room_right(s.addressee_id, private.releasing_kinds())
			then 'rounds_error_for_releasers'
		when p_step = 'discarded' and s.state in ('decided', 'signed')
			and not private.has_room_right(s.addressee_id, private.signing_kinds())
			then 'rounds_error_for_the_chair'
		when p_step = 'discarded' and s.state not in ('decided', 'signed') and not private.writes_statement(s.id)
			then 'rounds_error_for_the_office'
		when s.state = 'submitted' then 'rounds_error_submitted'
		when s.state = 'discarded' then 'rounds_error_discarded'
		when p_step in ('unfrozen', 'decided', 'discarded') and s.state = 'frozen' and s.vote_id is not null
			then 'rounds_error_vote_runs'
		when p_step = 'frozen' and s.state <> 'draft' then 'rounds_error_frozen'
		when p_step in ('frozen', 'submitted')
			and s.state = 'draft'
			and not exists (select from public.statement_points p where p.statement_id = s.id)
			and private.is_blank(s.intro)
			then 'rounds_error_empty'
		when p_step = 'frozen' and exists (select from private.unplaced_notes(s.id))
			then 'rounds_error_unplaced'
		when p_step = 'unfrozen' and s.state = 'draft' then 'rounds_error_not_frozen'
		when p_step = 'unfrozen' and s.state <> 'frozen' then 'rounds_error_decided'
		when p_step = 'decided' and s.state = 'draft' then 'rounds_error_not_frozen'
		when p_step = 'decided' and s.state <> 'frozen' then 'rounds_error_decided'
		when p_step = 'signed' and s.state = 'draft' then 'rounds_error_not_frozen'
		when p_step = 'signed' and s.state = 'frozen' and private.has_body(s.organisation_id)
			then 'rounds_error_not_decided'
		when p_step = 'signed' and s.state = 'frozen' and s.vote_id is not null then 'rounds_error_vote_runs'
		when p_step = 'signed' and s.state = 'signed' then 'rounds_error_signed'
		when p_step = 'submitted' and s.kind = 'joint' and s.state = 'draft' then 'rounds_error_not_frozen'
		when p_step = 'submitted' and s.kind = 'joint' and s.state = 'frozen' then 'rounds_error_not_decided'
		when p_step = 'submitted' and s.kind = 'joint' and s.state = 'decided' then 'rounds_error_not_signed'
	end;
	if v_words is not null then
		raise exception '%', v_words using errcode = 'RULED';
	end if;
end
$$;
comment on function private.refuse_step(public.statements, text) is
	'Whose step it is, and in which order: the one place that says so, with a sentence for each refusal '
	'(RULED). draft → frozen → decided → signed → submitted; back from frozen to draft; an individual one '
	'straight from draft. Definer, granted to nobody: the trigger asks.';

create function private.stamp_statement_step() returns trigger
language plpgsql security definer set search_path = '' as $$
declare s public.statements;
begin
	select * into s from public.statements where id = new.statement_id;
	if new.step = 'submitted' then
		perform private.require(private.is_in_room(s.addressee_id));
		perform private.lock_call(s.call_id);
	end if;
	perform private.lock_room(s.addressee_id);
	select * into s from public.statements where id = new.statement_id;
	perform private.refuse_step(s, new.step);
	if new.seen is distinct from coalesce(s.wording_hash, s.revision::text) then
		raise exception 'changed in another window' using errcode = 'STALE', detail = '{}';
	elsif new.step = 'decided' and new.decided_on > private.today() then
		raise exception 'rounds_error_decided_in_future' using errcode = 'RULED', detail = '["decided_on"]';
	elsif new.step = 'decided'
		and new.decided_on < (
			select (c.opened_at at time zone 'Europe/Berlin')::date from public.calls c where c.id = s.call_id
		)
	then
		raise exception 'rounds_error_decided_before_round' using errcode = 'RULED', detail = '["decided_on"]';
	end if;
	new.authority_id := s.authority_id;
	new.post_id := case
		when new.step = 'signed' then private.room_post(s.organisation_id, private.signing_kinds())
		else private.room_post(s.organisation_id)
	end;
	new.person_id := coalesce(private.assisted_in(new.post_id), private.person_id());
	new.person_name := private.name_of(new.person_id);
	new.written_by := nullif(private.person_id(), new.person_id);
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_statement_step() is
	'Asks refuse_step, and that the person saw what there is: STALE otherwise. Definer: fills what a caller '
	'may not choose.';

create function private.after_statement_step() returns trigger
language plpgsql security definer set search_path = '' as $$
declare s public.statements;
begin
	select * into s from public.statements where id = new.statement_id;
	if new.step = 'frozen' then
		update public.statements
		set state = 'frozen', wording = private.wording_of(s),
			wording_hash = private.hash_of(private.wording_of(s)), frozen_by = new.person_id,
			frozen_at = new.created_at
		where id = s.id;
	elsif new.step = 'unfrozen' then
		update public.statements
		set state = 'draft', wording = null, wording_hash = null, frozen_by = null, frozen_at = null
		where id = s.id;
	elsif new.step = 'decided' then
		update public.statements
		set state = 'decided', decision = new.decision, decided_on = new.decided_on
		where id = s.id;
	elsif new.step = 'signed' then
		update public.statements
		set state = 'signed', signed_by = new.person_id, signed_in = new.post_id, signed_at = new.created_at,
			decision = coalesce(decision, 'head'), decided_on = coalesce(decided_on, private.today())
		where id = s.id;
	elsif new.step = 'discarded' then
		update public.statements set state = 'discarded' where id = s.id;
	elsif s.kind = 'individual' then
		update public.statements
		set state = 'submitted', wording = private.wording_of(s),
			wording_hash = private.hash_of(private.wording_of(s)), submitted_at = new.created_at,
			is_late = new.created_at > (select a.due_at from public.call_addressees a where a.id = s.addressee_id)
		where id = s.id;
		perform private.note_words_of_points(s.id);
	else
		perform private.hand_in_statement(s.id, private.give_return(
			s.addressee_id, 'submitted', 'online', null, null,
			(select x.return_id from public.statements x where x.id = s.corrects_id)
		));
	end if;
	return null;
end
$$;
comment on function private.after_statement_step() is
	'Carries a statement on. Definer: nobody has a right to change its state.';

create function private.hand_in_statement(p_statement uuid, r public.call_returns) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.statements
	set state = 'submitted', return_id = r.id, submitted_at = r.created_at, is_late = r.is_late
	where id = p_statement;
	perform private.settle_statement(p_statement, r);
end
$$;
comment on function private.hand_in_statement(uuid, public.call_returns) is
	'A return is filled by a statement. Definer, granted to nobody: whoever calls it says whose right it is.';

create function private.settle_statement(p_statement uuid, r public.call_returns) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.note_words_of_points(p_statement);
	perform private.settle_return(
		r, 'submitted',
		jsonb_build_object(
			'statement', s.kind,
			'points', (select count(*) from public.statement_points p where p.statement_id = s.id),
			'corrects', s.corrects_id is not null
		)
	)
	from public.statements s
	where s.id = p_statement;
end
$$;
comment on function private.settle_statement(uuid, public.call_returns) is
	'Ends the return that a statement fills. Definer, granted to nobody.';

create function private.note_words_of_points(p_statement uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.add_words(
		p.authority_id, 'statement_point', p.id, true, concat_ws(' ', p.body, p.proposal_words)
	)
	from public.statement_points p
	where p.statement_id = p_statement;
end
$$;
comment on function private.note_words_of_points(uuid) is
	'Points are found by their words once they are submitted, never before. Definer: see add_words.';

-- What a vote does: called by votes, see supabase/schemas/votes.
create function private.statement_put_to_vote(p_statement uuid, p_vote uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.statements
	set vote_id = p_vote
	where id = p_statement and state = 'frozen' and vote_id is null;
	if not found then
		raise exception '%', case
			when exists (select from public.statements s where s.id = p_statement and s.state = 'frozen')
				then 'votes_error_open_already'
			else 'rounds_error_not_frozen'
		end using errcode = 'RULED';
	end if;
end
$$;
comment on function private.statement_put_to_vote(uuid, uuid) is
	'A vote begins on a frozen wording: from now on it stays until the vote is over. RULED when it is not '
	'frozen or another vote runs. Definer, granted to nobody: votes say whose right it is.';

create function private.statement_decided(
	p_statement uuid, p_vote uuid, p_outcome text, p_mode text, p_on date
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if p_outcome = 'carried' then
		update public.statements
		set state = 'decided', decision = p_mode, decided_on = p_on, vote_id = p_vote
		where id = p_statement and state = 'frozen' and coalesce(vote_id, p_vote) = p_vote;
		return;
	end if;
	update public.statements
	set state = 'frozen', vote_id = null, decision = null, decided_on = null
	where id = p_statement and vote_id = p_vote and state in ('frozen', 'decided');
	if not found
		and exists (
			select
			from public.statements s
			where s.id = p_statement and s.vote_id = p_vote and s.state in ('signed', 'submitted')
		)
	then
		raise exception 'votes_error_signed_already' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.statement_decided(uuid, uuid, text, text, date) is
	'A vote on a wording is over. Carried, the statement is decided, in this mode on this day; otherwise, also '
	'by a correction of what was entered, it is frozen and may be voted on again or taken back for changes, '
	'until it is signed. The vote itself stays as it is. Definer, granted to nobody: votes say whose right it '
	'is.';

-- Verbs.
create function public.start_statement(p_id uuid, p_addressee uuid, p_kind text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid; v_old uuid;
begin
	perform private.require(private.is_in_room(p_addressee));
	perform private.require_choice('kind', p_kind in ('joint', 'individual'));
	if p_kind = 'joint' and not private.has_room_right(p_addressee, private.writing_kinds()) then
		raise exception 'rounds_error_for_the_office' using errcode = 'RULED';
	end if;
	v_id := private.statement_at_work(p_addressee, p_kind);
	if v_id is not null then
		return v_id;
	end if;
	insert into public.statements (id, addressee_id, kind)
	values (p_id, p_addressee, p_kind)
	on conflict do nothing;
	if not found then
		v_id := coalesce(private.statement_at_work(p_addressee, p_kind), p_id);
		perform private.require(
			exists (select from public.statements s where s.id = v_id and s.addressee_id = p_addressee)
		);
		return v_id;
	end if;
	select s.corrects_id into v_old from public.statements s where s.id = p_id;
	if v_old is not null then
		perform private.copy_statement(v_old, p_id);
	end if;
	return p_id;
end
$$;
comment on function public.start_statement(uuid, uuid, text) is
	'Begins the joint statement of an organisation, or one''s own beside it (individual); where one is at '
	'work already, that one. After one was submitted it corrects that, and begins as its copy. p_id: drawn '
	'by the form; sent again it is one. Returns its id.';
grant execute on function public.start_statement(uuid, uuid, text) to authenticated;

create function private.statement_at_work(p_addressee uuid, p_kind text) returns uuid
language sql stable security definer set search_path = '' as $$
	select s.id
	from public.statements s
	where s.addressee_id = p_addressee
		and s.state not in ('submitted', 'discarded')
		and s.kind = p_kind
		and (s.kind <> 'individual' or private.speaks_as(s.person_id, s.post_id))
		and private.is_in_room(p_addressee)
	order by s.created_at
	limit 1
$$;
comment on function private.statement_at_work(uuid, text) is
	'The joint statement at work in a room, or the person''s own one, for who is in it. Definer: columns of '
	'persons are granted to nobody.';
grant execute on function private.statement_at_work(uuid, text) to authenticated;

create function private.copy_statement(p_from uuid, p_to uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.writes_statement(p_to));
	update public.statements
	set intro = (select s.intro from public.statements s where s.id = p_from)
	where id = p_to;
	insert into public.statement_points (
		id, statement_id, place, version_id, section_id, kind, body, quote, quote_before, quote_after, proposal,
		proposal_words
	)
	select private.id_within(p_to, p.id::text), p_to, p.place, p.version_id, p.section_id, p.kind, p.body,
		p.quote, p.quote_before, p.quote_after, p.proposal, p.proposal_words
	from public.statement_points p
	where p.statement_id = p_from
	order by p.place;
	insert into public.statement_notes (statement_id, note_id, point_id, reason)
	select p_to, x.note_id, private.id_within(p_to, x.point_id::text), x.reason
	from public.statement_notes x
	where x.statement_id = p_from;
end
$$;
comment on function private.copy_statement(uuid, uuid) is
	'A correction begins as what it corrects: its words, and where each note went.';
grant execute on function private.copy_statement(uuid, uuid) to authenticated;

create function private.statement_to_write(p_statement uuid) returns public.statements
language plpgsql stable security definer set search_path = '' as $$
declare s public.statements;
begin
	select * into s from public.statements where id = p_statement;
	perform private.require(
		private.is_in_room(s.addressee_id)
			and (s.kind <> 'individual' or private.speaks_as(s.person_id, s.post_id))
	);
	if not private.writes_statement(s.id) then
		raise exception 'rounds_error_for_the_office' using errcode = 'RULED';
	end if;
	perform private.require_draft(s.id);
	return s;
end
$$;
comment on function private.statement_to_write(uuid) is
	'A statement that the person may write at. NOTFD for who is not in its room, RULED for who does not '
	'write there, and once it is frozen. Definer: columns of persons are granted to nobody.';
grant execute on function private.statement_to_write(uuid) to authenticated;

create function public.save_statement_intro(
	p_statement uuid, p_revision integer, p_intro text
) returns integer
language plpgsql volatile set search_path = '' as $$
declare
	s public.statements := private.statement_to_write(p_statement);
	v_intro text := btrim(p_intro, E' \t\r\n');
begin
	if s.intro = v_intro then
		return s.intro_revision;
	elsif s.intro_revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', s.intro_revision,
			'stored', jsonb_build_object('intro', s.intro)
		)::text;
	end if;
	update public.statements set intro = v_intro where id = s.id;
	return s.intro_revision + 1;
end
$$;
comment on function public.save_statement_intro(uuid, integer, text) is
	'Saves what stands before the points. STALE (detail: {revision, stored}) if it changed since the page '
	'was made. Returns the new revision.';
grant execute on function public.save_statement_intro(uuid, integer, text) to authenticated;

create function public.save_statement_point(
	p_statement uuid, p_point uuid, p_revision integer, p_said jsonb
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare s public.statements := private.statement_to_write(p_statement); p public.statement_points; x record;
begin
	select * into p from public.statement_points where id = p_point and statement_id = s.id;
	select * into x from private.said_in(s.call_id, p_said);
	if p.id is null then
		insert into public.statement_points (
			id, statement_id, place, version_id, section_id, kind, body, quote, quote_before, quote_after, proposal,
			proposal_words
		)
		values (
			p_point, s.id,
			(select coalesce(max(o.place), 0) + 1 from public.statement_points o where o.statement_id = s.id),
			x.version_id, x.section_id, x.kind, x.body, x.quote, x.quote_before, x.quote_after, x.proposal,
			x.proposal_words
		)
		on conflict (id) do nothing;
		perform private.require(found);
	elsif (p.section_id, p.kind, p.body, p.quote, p.proposal)
		is not distinct from (x.section_id, x.kind, x.body, x.quote, x.proposal)
	then
		return p.id;
	elsif p.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', p.revision,
			'stored', jsonb_build_object('kind', p.kind, 'body', p.body)
		)::text;
	else
		update public.statement_points
		set version_id = x.version_id, section_id = x.section_id, kind = x.kind, body = x.body, quote = x.quote,
			quote_before = x.quote_before, quote_after = x.quote_after, proposal = x.proposal,
			proposal_words = x.proposal_words
		where id = p.id;
	end if;
	return p_point;
end
$$;
comment on function public.save_statement_point(uuid, uuid, integer, jsonb) is
	'Writes a point, see private.said_in. p_point: drawn by the form that adds one; sent again it is one. '
	'STALE (detail: {revision, stored}) if it changed since the page was made.';
grant execute on function public.save_statement_point(uuid, uuid, integer, jsonb) to authenticated;

create function public.drop_statement_point(p_statement uuid, p_point uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare s public.statements := private.statement_to_write(p_statement);
begin
	delete from public.statement_points where id = p_point and statement_id = s.id;
	update public.statement_points p
	set place = x.place
	from (
		select o.id, row_number() over (order by o.place) as place
		from public.statement_points o
		where o.statement_id = s.id
	) x
	where p.id = x.id and p.place <> x.place;
end
$$;
comment on function public.drop_statement_point(uuid, uuid) is
	'Drops a point; the notes it was made of wait for their place again.';
grant execute on function public.drop_statement_point(uuid, uuid) to authenticated;

create function public.place_statement_point(p_statement uuid, p_point uuid, p_place integer) returns void
language plpgsql volatile set search_path = '' as $$
declare s public.statements := private.statement_to_write(p_statement); v_ids uuid[]; v_place integer;
begin
	v_ids := array(
		select p.id from public.statement_points p where p.statement_id = s.id order by p.place
	);
	perform private.require(p_point = any (v_ids));
	v_ids := array_remove(v_ids, p_point);
	v_place := greatest(1, least(p_place, cardinality(v_ids) + 1));
	v_ids := v_ids[:v_place - 1] || p_point || v_ids[v_place:];
	update public.statement_points p
	set place = x.place
	from unnest(v_ids) with ordinality x (id, place)
	where p.id = x.id and p.place <> x.place;
end
$$;
comment on function public.place_statement_point(uuid, uuid, integer) is
	'Puts a point at another place; the others move up.';
grant execute on function public.place_statement_point(uuid, uuid, integer) to authenticated;

create function public.place_round_note(
	p_statement uuid, p_note uuid, p_point uuid default null, p_reason text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare
	s public.statements := private.statement_to_write(p_statement);
	v_reason text := nullif(btrim(p_reason), '');
begin
	if p_point is null and v_reason is null then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	update public.statement_notes
	set point_id = p_point, reason = v_reason
	where statement_id = s.id
		and note_id = p_note
		and (point_id, reason) is distinct from (p_point, v_reason);
	insert into public.statement_notes (statement_id, note_id, point_id, reason)
	select s.id, p_note, p_point, v_reason
	where not exists (
		select from public.statement_notes x where x.statement_id = s.id and x.note_id = p_note
	);
end
$$;
comment on function public.place_round_note(uuid, uuid, uuid, text) is
	'Says into which point a note went, or why into none. MISSG where neither is said.';
grant execute on function public.place_round_note(uuid, uuid, uuid, text) to authenticated;

create function public.take_round_note(p_statement uuid, p_note uuid, p_point uuid) returns uuid
language plpgsql volatile set search_path = '' as $$
declare s public.statements := private.statement_to_write(p_statement);
begin
	insert into public.statement_points (
		id, statement_id, place, version_id, section_id, kind, body, quote, quote_before, quote_after, proposal,
		proposal_words
	)
	select p_point, s.id,
		(select coalesce(max(o.place), 0) + 1 from public.statement_points o where o.statement_id = s.id),
		n.version_id, n.section_id, n.kind, n.body, n.quote, n.quote_before, n.quote_after, n.proposal,
		n.proposal_words
	from public.round_notes n
	where n.id = p_note
		and n.addressee_id = s.addressee_id
		and n.kind <> 'answer'
		and not exists (
			select from public.statement_notes x where x.statement_id = s.id and x.note_id = n.id
		)
	on conflict (id) do nothing;
	if found then
		perform public.place_round_note(s.id, p_note, p_point);
	end if;
	return (
		select x.point_id from public.statement_notes x where x.statement_id = s.id and x.note_id = p_note
	);
end
$$;
comment on function public.take_round_note(uuid, uuid, uuid) is
	'Makes a point of a note, as it is. p_point: drawn by the form; sent again it is one. A note that has a '
	'place keeps it. Returns the point.';
grant execute on function public.take_round_note(uuid, uuid, uuid) to authenticated;

create function public.remark_on_statement(
	p_id uuid, p_statement uuid, p_body text, p_point uuid default null
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.is_statement_of_my_rooms(p_statement));
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	insert into public.statement_remarks (id, statement_id, point_id, body)
	select p_id, p_statement, p_point, btrim(p_body, E' \t\r\n')
	where not exists (select from public.statement_remarks x where x.id = p_id)
	on conflict do nothing;
end
$$;
comment on function public.remark_on_statement(uuid, uuid, text, uuid) is
	'Says something of a wording among the members, until it is decided. p_id: drawn by the form; sent '
	'again it is one.';
grant execute on function public.remark_on_statement(uuid, uuid, text, uuid) to authenticated;

create function public.dissent_from_statement(p_id uuid, p_statement uuid, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.is_statement_of_my_rooms(p_statement));
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	elsif not exists (
		select
		from public.statements s
		where s.id = p_statement and s.kind = 'joint' and private.dissents_in(s.organisation_id)
	) then
		raise exception 'rounds_error_for_members' using errcode = 'RULED';
	end if;
	insert into public.statement_dissents (id, statement_id, body)
	select p_id, p_statement, btrim(p_body, E' \t\r\n')
	where not exists (select from public.statement_dissents x where x.id = p_id)
	on conflict do nothing;
end
$$;
comment on function public.dissent_from_statement(uuid, uuid, text) is
	'Attaches a dissent to a frozen wording; it goes out with it. p_id: drawn by the form; sent again it is '
	'one. RULED before it is frozen and once it is out.';
grant execute on function public.dissent_from_statement(uuid, uuid, text) to authenticated;

create function public.withdraw_dissent(p_dissent uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.statement_dissents where id = p_dissent;
end
$$;
comment on function public.withdraw_dissent(uuid) is
	'Takes one''s own dissent back, until the statement is out.';
grant execute on function public.withdraw_dissent(uuid) to authenticated;

create function private.is_statement_of_my_rooms(p_statement uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.statements s
		where s.id = p_statement
			and s.organisation_id in (select private.my_rooms())
			and (
				s.kind <> 'individual' or s.state = 'submitted' or private.speaks_as(s.person_id, s.post_id)
			)
	)
$$;
comment on function private.is_statement_of_my_rooms(uuid) is
	'Is this a statement of a room that the person is in? One''s own beside the joint one is nobody else''s '
	'until it is submitted. Definer: columns of persons are granted to nobody.';
grant execute on function private.is_statement_of_my_rooms(uuid) to authenticated;

create function public.take_statement_step(
	p_id uuid, p_statement uuid, p_step text, p_seen text, p_decision text default null,
	p_decided_on date default null
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.is_statement_of_my_rooms(p_statement));
	perform private.require_choice(
		'step', p_step in ('frozen', 'unfrozen', 'decided', 'signed', 'submitted', 'discarded')
	);
	if p_step = 'decided' then
		perform private.require_choice('decision', p_decision in ('board', 'chair'));
		if p_decided_on is null then
			raise exception 'not complete' using errcode = 'MISSG', detail = '["decided_on"]';
		end if;
	end if;
	insert into public.statement_steps (id, statement_id, step, seen, decision, decided_on)
	select p_id, p_statement, p_step, p_seen, case when p_step = 'decided' then p_decision end,
		case when p_step = 'decided' then p_decided_on end
	where not exists (
		select
		from public.statement_steps x
		where x.id = p_id and x.statement_id = p_statement and x.step = p_step
	);
end
$$;
comment on function public.take_statement_step(uuid, uuid, text, text, text, date) is
	'Freezes a wording or takes it back for changes, says how it was decided where it was not put to the '
	'vote, signs, submits, discards: see refuse_step. p_seen: the revision, once frozen the hash, that the '
	'page showed; STALE for another one. p_id: drawn by the form; sent again it is one step.';
grant execute on function
	public.take_statement_step(uuid, uuid, text, text, text, date)
to authenticated;

create function private.return_no_objections(p_id uuid, p_addressee uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare a public.call_addressees; r public.call_returns; v_corrects uuid;
begin
	perform private.require(private.is_in_room(p_addressee));
	if not private.has_room_right(p_addressee, private.releasing_kinds()) then
		raise exception 'rounds_error_for_releasers' using errcode = 'RULED';
	end if;
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	a := private.lock_room(p_addressee);
	if exists (select from public.statements x where x.id = p_id) then
		perform private.require(
			exists (
				select
				from public.statements x
				where x.id = p_id and x.addressee_id = a.id and x.kind = 'no_objections'
			)
		);
		return;
	elsif private.statement_at_work(a.id, 'joint') is not null then
		raise exception 'rounds_error_statement_at_work' using errcode = 'RULED';
	end if;
	v_corrects := private.submitted_last(a.id);
	if exists (select from public.statements x where x.id = v_corrects and x.kind = 'no_objections') then
		raise exception 'rounds_error_no_objections_twice' using errcode = 'RULED';
	end if;
	r := private.give_return(
		a.id, 'submitted', 'online', null, null,
		(select x.return_id from public.statements x where x.id = v_corrects)
	);
	perform private.write_submitted(
		p_id, 'no_objections', r, '', '{"intro": "", "points": []}',
		private.room_post(a.organisation_id, private.releasing_kinds())
	);
	perform private.settle_statement(p_id, r);
end
$$;
comment on function private.return_no_objections(uuid, uuid) is
	'See state_no_objections. Definer: nobody writes returns past the verbs. It asks itself who is calling.';
grant execute on function private.return_no_objections(uuid, uuid) to authenticated;

create function private.submitted_last(p_addressee uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select s.id
	from public.statements s
	where s.addressee_id = p_addressee and s.state = 'submitted' and s.kind <> 'individual'
	order by s.submitted_at desc
	limit 1
$$;
comment on function private.submitted_last(uuid) is
	'What an organisation said last, with one voice. Definer, granted to nobody.';

create function private.write_submitted(
	p_id uuid, p_kind text, r public.call_returns, p_intro text, p_wording jsonb, p_post uuid
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	insert into public.statements (
		id, authority_id, call_id, addressee_id, organisation_id, kind, state, intro, corrects_id, wording,
		wording_hash, return_id, submitted_at, is_late, post_id, created_at
	)
	values (
		p_id, r.authority_id, r.call_id, r.addressee_id, r.organisation_id, p_kind, 'submitted', p_intro,
		private.submitted_last(r.addressee_id), p_wording, private.hash_of(p_wording), r.id, r.created_at,
		r.is_late, p_post, r.created_at
	);
end
$$;
comment on function private.write_submitted(uuid, text, public.call_returns, text, jsonb, uuid) is
	'A statement that is submitted as it is made; it corrects what the organisation said last. Definer, '
	'granted to nobody.';

create function public.state_no_objections(p_id uuid, p_addressee uuid) returns uuid
language plpgsql volatile set search_path = '' as $$
begin
	perform private.return_no_objections(p_id, p_addressee);
	return p_id;
end
$$;
comment on function public.state_no_objections(uuid, uuid) is
	'"Keine Einwände": the organisation agrees. For those whose word is its word. RULED while a joint '
	'statement is at work. p_id: drawn by the form; sent again it is one. Returns its id.';
grant execute on function public.state_no_objections(uuid, uuid) to authenticated;
