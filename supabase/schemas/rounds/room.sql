-- The private room of an organisation in a round: who is in it, what may be done there, what must be true.

create function private.room_kinds() returns text[]
language sql immutable set search_path = '' as $$
	select array_remove(private.participating_kinds(), 'planner')
$$;
comment on function private.room_kinds() is
	'Posts with a place in the room of their organisation; assistants have it for their member.';
grant execute on function private.room_kinds() to authenticated;

create function private.my_rooms(p_kinds text[] default null) returns setof uuid
language sql stable security definer set search_path = '' rows 2 as $$
	select p.organisation_id
	from private.my_posts() p
	where p.kind = any (coalesce(p_kinds, private.room_kinds()))
		and p.authority_id not in (select private.my_authorities('{planner}'))
	union
	select o.parent_id
	from private.my_posts() p
	join public.organisations o on o.id = p.organisation_id and o.kind = 'member_association'
	join public.organisations u on u.id = o.parent_id and u.kind = 'welfare_umbrella'
	where p_kinds is null
		and p.kind = any (private.room_kinds())
		and p.authority_id not in (select private.my_authorities('{planner}'))
$$;
comment on function private.my_rooms(text[]) is
	'Organisations whose rooms the person is in (with a post of these kinds). Associations are in the room '
	'of their umbrella too, as members. Who plans for the authority is in none, whatever else they hold. '
	'Definer: see my_posts.';
grant execute on function private.my_rooms(text[]) to authenticated;

create function private.signing_kinds() returns text[]
language sql immutable set search_path = '' as $$
	select array['releasing_head', 'council_chair', 'committee_officer']
$$;
comment on function private.signing_kinds() is
	'Posts that sign for their organisation, by holder or deputy: never an office, never an assistant.';
grant execute on function private.signing_kinds() to authenticated;

create function private.room_post(p_organisation uuid, p_kinds text[] default null) returns uuid
language sql stable security definer set search_path = '' as $$
	select p.post_id
	from private.my_posts() p
	join public.organisations o on o.id = p.organisation_id
	where p.kind = any (coalesce(p_kinds, private.room_kinds()))
		and (
			p.organisation_id = p_organisation
				or p_kinds is null and o.parent_id = p_organisation and o.kind = 'member_association'
		)
	order by p.organisation_id <> p_organisation, p.capacity = 'assistant', p.capacity = 'deputy',
		array_position(coalesce(p_kinds, private.room_kinds()), p.kind), p.post_id
	limit 1
$$;
comment on function private.room_post(uuid, text[]) is
	'The post in which the person acts in a room: an own one first, then one in which one assists. '
	'Definer: see my_posts.';
grant execute on function private.room_post(uuid, text[]) to authenticated;

create function private.speaks_as(p_person uuid, p_post uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select case
		when p_person = private.person_id() then true
		when exists (select from private.my_posts() p where p.post_id = p_post and p.capacity = 'assistant')
			then coalesce(p_person = private.assisted_in(p_post), false)
		else false
	end
$$;
comment on function private.speaks_as(uuid, uuid) is
	'Is this the person, or the member whom the person assists in this post? Who may change what somebody '
	'wrote: nobody else. Definer: see assisted_in.';
grant execute on function private.speaks_as(uuid, uuid) to authenticated;

create function private.is_in_room(p_addressee uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = p_addressee
			and c.kind = 'rounds'
			and c.state <> 'draft'
			and a.organisation_id in (select private.my_rooms())
	)
$$;
comment on function private.is_in_room(uuid) is
	'Is the person in the room of this addressee? Definer: an association does not see its umbrella among '
	'the addressees.';
grant execute on function private.is_in_room(uuid) to authenticated;

create function private.has_room_right(p_addressee uuid, p_kinds text[]) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = p_addressee
			and c.kind = 'rounds'
			and c.state <> 'draft'
			and a.organisation_id in (select private.my_rooms(p_kinds))
	)
$$;
comment on function private.has_room_right(uuid, text[]) is
	'Is the person in the room with a post of one of these kinds? Definer: see is_in_room.';
grant execute on function private.has_room_right(uuid, text[]) to authenticated;

create function private.lock_room(p_addressee uuid) returns public.call_addressees
language plpgsql volatile security definer set search_path = '' as $$
declare c public.calls; a public.call_addressees;
begin
	perform private.require(private.is_in_room(p_addressee));
	select x.*
	into c
	from public.calls x
	where x.id = (select call_id from public.call_addressees where id = p_addressee)
	for share;
	select * into a from public.call_addressees where id = p_addressee for update;
	if c.state <> 'open' then
		raise exception 'rounds_error_closed' using errcode = 'RULED';
	elsif c.opens_at > private.now() then
		raise exception 'errors_call_not_open_yet' using errcode = 'RULED';
	end if;
	return a;
end
$$;
comment on function private.lock_room(uuid) is
	'Puts those who act in one room at once in a line, and the end of the round before or after them all. '
	'NOTFD for who is not in it, RULED before and after the round. Order: first the call, then the room. '
	'Definer: nobody has a right to update an addressee. Granted to nobody: triggers call it.';

create function private.room_in(
	p_authority uuid, p_slug text, p_organisation uuid default null
) returns public.call_addressees
language plpgsql stable security definer set search_path = '' as $$
declare v_rooms public.call_addressees[]; v_names jsonb;
begin
	select array_agg(a), jsonb_object_agg(a.organisation_id, a.organisation_name)
	into v_rooms, v_names
	from public.calls c
	join public.call_addressees a on a.authority_id = c.authority_id and a.call_id = c.id
	where c.authority_id = p_authority
		and c.slug = p_slug
		and c.kind = 'rounds'
		and c.state <> 'draft'
		and a.organisation_id in (select private.my_rooms())
		and (p_organisation is null or a.organisation_id = p_organisation);
	perform private.require(v_rooms is not null);
	if cardinality(v_rooms) > 1 then
		raise exception 'for one of several' using errcode = 'WHICH', detail = v_names::text;
	end if;
	return v_rooms[1];
end
$$;
comment on function private.room_in(uuid, text, uuid) is
	'The room that the person is in. p_organisation: this one and no other. Where none is named and there '
	'are several, WHICH (detail: {organisation: its name}). NOTFD. Definer: see is_in_room.';
grant execute on function private.room_in(uuid, text, uuid) to authenticated;

create function private.round_call(p_call uuid) returns public.calls
language sql stable security definer set search_path = '' as $$
	select c
	from public.calls c
	where c.id = p_call
		and (
			exists (
				select
				from public.call_addressees a
				where a.authority_id = c.authority_id
					and a.call_id = c.id
					and c.state <> 'draft'
					and a.organisation_id in (select private.my_rooms())
			)
				or private.plans_call(c.id)
		)
$$;
comment on function private.round_call(uuid) is
	'A round for who plans it or is in one of its rooms. Definer: see is_in_room.';
grant execute on function private.round_call(uuid) to authenticated;

create function private.section_in_round(p_call uuid, p_key text)
returns table (version_id uuid, section_id uuid, is_gone boolean)
language sql stable security definer set search_path = '' rows 1 as $$
	select v.id, s.id, v.id <> r.version_id
	from public.rounds r
	join public.document_versions x on x.id = r.version_id
	join public.sections s on s.document_id = x.document_id and s.key = lower(p_key)
	join public.document_versions v on v.document_id = x.document_id and v.number <= x.number
	join public.section_texts t on t.version_id = v.id and t.section_id = s.id
	where r.call_id = p_call and (private.round_call(p_call)).id is not null
	order by v.number desc
	limit 1
$$;
comment on function private.section_in_round(uuid, text) is
	'Where a section stands in the text a round is about; if it was taken out, in the last version that had '
	'it, so that words about it keep their place. Definer: whoever calls it has said who may know.';
grant execute on function private.section_in_round(uuid, text) to authenticated;

create function private.require_section_of_round(p_call uuid, p_version uuid, p_section uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(
		p_version is null
			or exists (
				select
				from public.rounds r
				join public.document_versions x on x.id = r.version_id
				join public.document_versions v on v.document_id = x.document_id and v.number <= x.number
				join public.section_texts t on t.version_id = v.id
				where r.call_id = p_call and v.id = p_version and t.section_id = p_section
			)
	);
end
$$;
comment on function private.require_section_of_round(uuid, uuid, uuid) is
	'NOTFD for a section of another document: the wall between tenants, and between a draft and others. '
	'Definer: called by triggers, granted to nobody.';

create function private.point_kinds() returns text[]
language sql immutable set search_path = '' as $$
	select array['suggestion', 'note', 'concern', 'objection', 'question', 'support']
$$;
comment on function private.point_kinds() is 'What a note or a point of a statement can be.';
grant execute on function private.point_kinds() to authenticated;

create function private.said_in(p_call uuid, p_said jsonb) returns table (
	version_id uuid, section_id uuid, kind text, body text, quote text, quote_before text, quote_after text,
	is_on_twin boolean, proposal jsonb, proposal_words text
)
language plpgsql stable set search_path = '' rows 1 as $$
declare v_proposal jsonb := nullif(p_said -> 'proposal', 'null');
begin
	perform private.require_choice('kind', p_said ->> 'kind' = any (private.point_kinds()));
	perform private.require_choice(
		'proposal',
		v_proposal is null
			or jsonb_typeof(v_proposal -> 'blocks') = 'array' and jsonb_typeof(v_proposal -> 'notes') = 'array'
	);
	if private.is_blank(p_said ->> 'body') and v_proposal is null then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	select s.version_id, s.section_id
	into version_id, section_id
	from private.section_in_round(p_call, p_said ->> 'section') s;
	perform private.require(section_id is not null or p_said ->> 'section' is null);
	kind := p_said ->> 'kind';
	body := coalesce(btrim(p_said ->> 'body', E' \t\r\n'), '');
	quote := nullif(p_said ->> 'quote', '');
	quote_before := nullif(p_said ->> 'quoteBefore', '');
	quote_after := nullif(p_said ->> 'quoteAfter', '');
	is_on_twin := coalesce((p_said ->> 'isOnTwin')::boolean, false);
	proposal := v_proposal;
	proposal_words := case when v_proposal is not null then p_said ->> 'proposalWords' end;
	return next;
end
$$;
comment on function private.said_in(uuid, jsonb) is
	'What somebody says at a section, or of the whole, as a note or point has it: {section: its key, kind, '
	'body, quote, quoteBefore, quoteAfter, isOnTwin, proposal, proposalWords}. MISSG where nothing is said, '
	'NOTFD for a section of another document.';
grant execute on function private.said_in(uuid, jsonb) to authenticated;

create function private.are_links_gone(p_old jsonb, p_new jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select p_old <> p_new
		and p_old - k.keys = p_new - k.keys
		and not exists (select from unnest(k.keys) x where p_new -> x not in (p_old -> x, 'null'))
	from (
		select array(
			select x from jsonb_object_keys(p_old) x where x ~ '(^|_)(person_id|person_name|post_id|by|in)$'
		) as keys
	) k
$$;
comment on function private.are_links_gone(jsonb, jsonb) is
	'Is a change of a row nothing but that somebody left: a link to a person or post went, and a name?';

-- Stamps of notes.
create function private.stamp_round_note() returns trigger
language plpgsql security definer set search_path = '' as $$
declare a public.call_addressees := private.lock_room(new.addressee_id); v public.round_notes;
begin
	if new.answers_id is not null then
		select * into v from public.round_notes where id = new.answers_id and addressee_id = a.id;
		perform private.require(v.id is not null);
		new.answers_id := coalesce(v.answers_id, v.id);
		new.kind := 'answer';
		new.version_id := v.version_id;
		new.section_id := v.section_id;
		new.proposal := null;
	end if;
	perform private.require_section_of_round(a.call_id, new.version_id, new.section_id);
	new.authority_id := a.authority_id;
	new.call_id := a.call_id;
	new.organisation_id := a.organisation_id;
	new.post_id := private.room_post(a.organisation_id);
	new.person_id := coalesce(private.assisted_in(new.post_id), private.person_id());
	new.person_name := private.name_of(new.person_id);
	new.written_by := nullif(private.person_id(), new.person_id);
	new.revision := 1;
	new.created_at := private.moment();
	perform private.begin_answering(a.id);
	return new;
end
$$;
comment on function private.stamp_round_note() is
	'Notes who noted something, in which post, and by whose hand. An answer to an answer answers the note. '
	'Definer: fills what a caller may not choose.';

create function private.is_in_frozen_wording(p_note uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.statement_notes x
		join public.statements s on s.authority_id = x.authority_id and s.id = x.statement_id
		where x.note_id = p_note and s.state not in ('draft', 'discarded')
	)
$$;
comment on function private.is_in_frozen_wording(uuid) is
	'Has a statement that is decided upon, or out, taken up this note, or said why not? Definer: asked by '
	'triggers and pages of the room.';
grant execute on function private.is_in_frozen_wording(uuid) to authenticated;

create function private.stamp_round_note_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if private.are_links_gone(to_jsonb(old), to_jsonb(new)) then
		return new;
	end if;
	perform private.lock_room(old.addressee_id);
	if old.withdrawn_at is not null then
		raise exception 'rounds_error_note_withdrawn' using errcode = 'RULED';
	elsif private.is_in_frozen_wording(old.id) then
		raise exception 'rounds_error_note_placed' using errcode = 'RULED';
	end if;
	if new.withdrawn_at is not null then
		new.withdrawn_at := private.moment();
	else
		new.revision := old.revision + 1;
		new.changed_at := private.moment();
	end if;
	return new;
end
$$;
comment on function private.stamp_round_note_change() is
	'A note changes by its author''s hand until it stands in a frozen wording; then it stays, for the owner '
	'of the database too. Definer: see lock_room.';

create function private.stamp_note_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.require(private.is_in_room(new.addressee_id));
	select a.authority_id, s.version_id, s.section_id
	into new.authority_id, new.version_id, new.section_id
	from public.call_addressees a
	left join private.section_in_round(a.call_id, new.form ->> 'section') s on true
	where a.id = new.addressee_id;
	new.person_id := private.person_id();
	new.saved_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_note_draft() is
	'Notes whose typing this is, and where it belongs. Definer: fills what a caller may not choose.';

-- Stamps of statements.
create function private.stamp_statement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare a public.call_addressees := private.lock_room(new.addressee_id);
begin
	new.authority_id := a.authority_id;
	new.call_id := a.call_id;
	new.organisation_id := a.organisation_id;
	new.post_id := private.room_post(a.organisation_id);
	new.person_id := coalesce(private.assisted_in(new.post_id), private.person_id());
	new.person_name := private.name_of(new.person_id);
	new.created_at := private.moment();
	new.corrects_id := (
		select s.id
		from public.statements s
		where s.addressee_id = a.id
			and s.state = 'submitted'
			and case
				when new.kind = 'individual' then s.kind = 'individual' and s.person_id = new.person_id
				else s.kind <> 'individual'
			end
			and not exists (
				select from public.statements x where x.corrects_id = s.id and x.state = 'submitted'
			)
		order by s.submitted_at desc
		limit 1
	);
	return new;
end
$$;
comment on function private.stamp_statement() is
	'Notes who began a statement, and which submitted one it corrects. Definer: fills what a caller may '
	'not choose.';

create function private.stamp_intro() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.lock_room(old.addressee_id);
	perform private.require_draft(old.id);
	new.intro_revision := old.intro_revision + 1;
	new.revision := old.revision + 1;
	return new;
end
$$;
comment on function private.stamp_intro() is
	'The intro of a statement changes while it is a draft. Definer: see lock_room.';

create function private.require_draft(p_statement uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
	if exists (select from public.statements s where s.id = p_statement and s.state <> 'draft') then
		raise exception 'rounds_error_frozen' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.require_draft(uuid) is
	'RULED once the wording of a statement is frozen. Definer: called by triggers.';

create function private.keep_statement() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if old.state in ('submitted', 'discarded')
		and to_jsonb(new) <> to_jsonb(old)
		and private.are_links_gone(to_jsonb(old), to_jsonb(new)) is not true
	then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	elsif new.wording is distinct from old.wording and new.wording is not null and old.wording is not null then
		raise exception 'rounds_error_frozen' using errcode = 'RULED';
	end if;
	return new;
end
$$;
comment on function private.keep_statement() is
	'What was submitted stays, and so does a frozen wording, for the owner of the database too. Definer: '
	'asks no policy.';

create function private.is_being_entered(s public.statements) returns boolean
language sql stable security definer set search_path = '' as $$
	select s.state = 'submitted'
		and not exists (
			select
			from public.events e
			where e.subject_kind = 'call'
				and e.subject_id = s.call_id
				and e.kind = 'call_returned'
				and e.record_id = s.return_id
		)
$$;
comment on function private.is_being_entered(public.statements) is
	'Is a statement that came on paper being written down: submitted as it came, and its return not yet '
	'settled? Definer: called by triggers.';

create function private.stamp_point() returns trigger
language plpgsql security definer set search_path = '' as $$
declare s public.statements;
begin
	select *
	into s
	from public.statements
	where id = case when tg_op = 'DELETE' then old.statement_id else new.statement_id end;
	if s.id is null then
		return old; -- it goes with its statement
	elsif tg_op = 'INSERT' and private.is_being_entered(s) then
		new.authority_id := s.authority_id;
		return new;
	end if;
	perform private.lock_room(s.addressee_id);
	perform private.require_draft(s.id);
	update public.statements set revision = revision + 1 where id = s.id;
	if tg_op = 'DELETE' then
		return old;
	end if;
	perform private.require_section_of_round(s.call_id, new.version_id, new.section_id);
	new.authority_id := s.authority_id;
	if tg_op = 'INSERT' then
		new.revision := 1;
		new.created_at := private.moment();
	elsif (to_jsonb(new) - 'place') <> (to_jsonb(old) - 'place') then
		new.revision := old.revision + 1;
	end if;
	return new;
end
$$;
comment on function private.stamp_point() is
	'Points change while their statement is a draft. Definer: see lock_room.';

create function private.stamp_placing() returns trigger
language plpgsql security definer set search_path = '' as $$
declare s public.statements; n public.round_notes;
begin
	select *
	into s
	from public.statements
	where id = case when tg_op = 'DELETE' then old.statement_id else new.statement_id end;
	if tg_op = 'UPDATE' and private.are_links_gone(to_jsonb(old), to_jsonb(new)) then
		return new;
	elsif s.id is null then
		return old; -- it goes with its statement
	end if;
	perform private.lock_room(s.addressee_id);
	perform private.require_draft(s.id);
	update public.statements set revision = revision + 1 where id = s.id;
	if tg_op = 'DELETE' then
		return old;
	end if;
	select * into n from public.round_notes where id = new.note_id;
	perform private.require(
		n.addressee_id = s.addressee_id
			and n.kind <> 'answer'
			and s.kind = 'joint'
			and (
				new.point_id is null
					or exists (
						select from public.statement_points p where p.id = new.point_id and p.statement_id = s.id
					)
			)
	);
	new.authority_id := s.authority_id;
	new.person_id := private.person_id();
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_placing() is
	'A note is placed in the joint statement of its own room, while that is a draft. Definer: see lock_room.';

create function private.stamp_said_of_statement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare s public.statements;
begin
	select * into s from public.statements where id = new.statement_id;
	perform private.lock_room(s.addressee_id);
	select * into s from public.statements where id = new.statement_id;
	if tg_table_name = 'statement_remarks' and s.state not in ('draft', 'frozen') then
		raise exception 'rounds_error_decided' using errcode = 'RULED';
	elsif tg_table_name = 'statement_dissents' and s.state not in ('frozen', 'decided', 'signed') then
		raise exception '%', case s.state
			when 'draft' then 'rounds_error_not_frozen'
			else 'rounds_error_submitted'
		end using errcode = 'RULED';
	end if;
	new.authority_id := s.authority_id;
	new.post_id := private.room_post(s.organisation_id);
	new.person_id := coalesce(private.assisted_in(new.post_id), private.person_id());
	new.person_name := private.name_of(new.person_id);
	new.written_by := nullif(private.person_id(), new.person_id);
	new.created_at := private.moment();
	if tg_table_name = 'statement_dissents' then
		new.wording_hash := s.wording_hash;
	else
		perform private.require(
			new.point_id is null
				or exists (
					select from public.statement_points p where p.id = new.point_id and p.statement_id = s.id
				)
		);
	end if;
	return new;
end
$$;
comment on function private.stamp_said_of_statement() is
	'Remarks until a wording is decided, dissents from when it is frozen until it is out; by whom, in '
	'which post, by whose hand. Definer: fills what a caller may not choose.';

create function private.keep_said_of_statement() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_op = 'UPDATE' then
		if to_jsonb(new) - 'point_id' <> to_jsonb(old) - 'point_id'
			and private.are_links_gone(to_jsonb(old), to_jsonb(new)) is not true
		then
			raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
		end if;
		return new;
	end if;
	perform private.lock_room(s.addressee_id)
	from public.statements s
	where s.id = old.statement_id;
	if exists (
		select from public.statements s where s.id = old.statement_id and s.state in ('submitted', 'discarded')
	) then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return old;
end
$$;
comment on function private.keep_said_of_statement() is
	'A remark and a dissent stay as they were written; a dissent may be taken back until it is out. '
	'Definer: see lock_room.';
