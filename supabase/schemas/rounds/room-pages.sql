-- Pages of the room of an organisation: what its members read.

create function private.room_head(a public.call_addressees) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'addresseeId', a.id,
		'organisationId', a.organisation_id,
		'organisationName', a.organisation_name,
		'dueAt', a.due_at,
		'answeredAt', a.answered_at,
		'standing', private.standing(
			a, c.state = 'open', exists (select from public.call_returns r where r.addressee_id = a.id)
		),
		'extension', a.extension,
		'isOpen', c.state = 'open' and c.opens_at <= private.now(),
		'now', private.now(),
		'others', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', x.organisation_id,
						'name', x.organisation_name
					)
					order by x.organisation_name
				),
				'[]'
			)
			from public.call_addressees x
			where x.authority_id = a.authority_id
				and x.call_id = a.call_id
				and x.id <> a.id
				and x.organisation_id in (select private.my_rooms())
		),
		'hasBody', private.has_body(a.organisation_id),
		'canWrite', private.has_room_right(a.id, private.writing_kinds()),
		'canSign', private.has_room_right(a.id, private.signing_kinds()),
		'canRelease', private.has_room_right(a.id, private.releasing_kinds()),
		'canDissent', private.dissents_in(a.organisation_id)
	)
	from public.calls c
	where c.id = a.call_id and private.is_in_room(a.id)
$$;
comment on function private.room_head(public.call_addressees) is
	'What every page of a room says of it, and what the person may do there. Definer: an association does '
	'not see its umbrella among the addressees.';
grant execute on function private.room_head(public.call_addressees) to authenticated;

create function private.round_document(p_call uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'slug', d.slug,
		'title', d.title,
		'kind', d.kind,
		'language', d.language,
		'number', v.number
	)
	from public.rounds r
	join public.document_versions v on v.id = r.version_id
	join public.documents d on d.id = v.document_id
	where r.call_id = p_call
$$;
comment on function private.round_document(uuid) is 'The version that a round is about, as pages name it.';
grant execute on function private.round_document(uuid) to authenticated;

create function private.notes_said(p_notes uuid[], p_statement uuid)
returns table (id uuid, created_at timestamptz, answers_id uuid, said jsonb)
language plpgsql stable security definer set search_path = '' rows 50 as $$
declare
	v_me uuid := private.person_id();
	v_assisted uuid[] := array(select p.post_id from private.my_posts() p where p.capacity = 'assistant');
begin
	return query
	select n.id, n.created_at, n.answers_id,
		jsonb_build_object(
			'id', n.id,
			'kind', n.kind,
			'body', n.body,
			'quote', n.quote,
			'isOnTwin', n.is_on_twin,
			'proposal', n.proposal,
			'revision', n.revision,
			'personName', n.person_name,
			'postTitle', p.title,
			'writtenBy', case when n.written_by is not null then private.name_of(n.written_by) end,
			'at', n.created_at,
			'changedAt', n.changed_at,
			'withdrawnAt', n.withdrawn_at,
			'isOwn', case
				when n.person_id = v_me then true
				when n.post_id = any (v_assisted) then private.speaks_as(n.person_id, n.post_id)
				else false
			end,
			'isFrozen', exists (
				select
				from public.statement_notes f
				join public.statements s on s.authority_id = f.authority_id and s.id = f.statement_id
				where f.note_id = n.id and s.state not in ('draft', 'discarded')
			),
			'section', case
				when t.section_id is not null
					then jsonb_build_object('key', k.key, 'number', t.number, 'heading', t.heading)
			end,
			'isGone', coalesce(n.version_id <> r.version_id, false),
			'placed', case
				when x.note_id is not null
					then jsonb_build_object('pointId', x.point_id, 'place', q.place, 'reason', x.reason)
			end
		)
	from public.round_notes n
	join public.rounds r on r.call_id = n.call_id
	left join public.posts p on p.id = n.post_id
	left join public.section_texts t on t.version_id = n.version_id and t.section_id = n.section_id
	left join public.sections k on k.id = t.section_id
	left join public.statement_notes x on x.statement_id = p_statement and x.note_id = n.id
	left join public.statement_points q on q.id = x.point_id
	where n.id = any (p_notes);
end
$$;
comment on function private.notes_said(uuid[], uuid) is
	'Notes as their room reads them, and where they went in this statement. Definer, granted to nobody: asks '
	'no policy for each row; whoever calls it has asked.';

create function private.threads(p_notes uuid[], p_statement uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	with said as materialized (
		select *
		from private.notes_said(
			p_notes || array(select a.id from public.round_notes a where a.answers_id = any (p_notes)), p_statement
		)
	)
	select coalesce(
		jsonb_agg(
			s.said
				|| jsonb_build_object(
					'answers', (
						select coalesce(jsonb_agg(a.said order by a.created_at, a.id), '[]')
						from said a
						where a.answers_id = s.id
					)
				)
			order by array_position(p_notes, s.id)
		),
		'[]'
	)
	from said s
	where s.id = any (p_notes)
$$;
comment on function private.threads(uuid[], uuid) is
	'Notes in the order given, each with its answers. Definer, granted to nobody: see notes_said.';

create function private.notes_document(
	p_addressee uuid, p_section uuid, p_statement uuid, p_after uuid, p_limit integer
) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'hasMore', cardinality(x.ids) > p_limit,
		'notes', private.threads(x.ids[:p_limit], p_statement)
	)
	from (
		select array(
			select n.id
			from public.call_addressees a
			join public.round_notes n on n.authority_id = a.authority_id and n.addressee_id = a.id
			left join public.round_notes l on l.id = p_after and l.addressee_id = a.id
			where a.id = p_addressee
				and private.is_in_room(a.id)
				and n.kind <> 'answer'
				and n.section_id is not distinct from p_section
				and (l.id is null or (n.created_at, n.id) > (l.created_at, l.id))
			order by n.created_at, n.id
			limit p_limit + 1
		) as ids
	) x
$$;
comment on function private.notes_document(uuid, uuid, uuid, uuid, integer) is
	'Notes of a room at a section (null: about the whole), oldest first, after the one given, with their '
	'answers. Nothing for who is not in the room. Definer: asks that once instead of once a row.';
grant execute on function
	private.notes_document(uuid, uuid, uuid, uuid, integer)
to authenticated;

create function private.drafts_in(p_addressee uuid, p_section uuid default null) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', d.id,
				'section', private.section_named(d.version_id, d.section_id),
				'form', d.form,
				'savedAt', d.saved_at
			)
			order by d.saved_at desc
		),
		'[]'
	)
	from public.round_note_drafts d
	where d.addressee_id = p_addressee and (p_section is null or d.section_id = p_section)
$$;
comment on function private.drafts_in(uuid, uuid) is
	'What the person typed in a room (at a section) and has not noted.';
grant execute on function private.drafts_in(uuid, uuid) to authenticated;

create function public.round_contents(
	p_authority uuid, p_slug text, p_organisation uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare a public.call_addressees := private.room_in(p_authority, p_slug, p_organisation); c public.calls;
begin
	c := private.round_call(a.call_id);
	return jsonb_build_object(
		'call', private.call_head(c),
		'room', private.room_head(a),
		'document', private.round_document(c.id),
		'sections', private.contents_in_room(a.id)
	);
end
$$;
comment on function public.round_contents(uuid, text, uuid) is
	'The contents of the text a round is about, with how much the room noted at each section. NOTFD for who '
	'is in no room of it, WHICH for who is in several and names none.';
grant execute on function public.round_contents(uuid, text, uuid) to authenticated;

create function private.contents_in_room(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'key', s.key,
				'level', t.level,
				'number', t.number,
				'heading', t.heading,
				'seconds', t.seconds,
				'summary', t.summary,
				'concerns', t.concerns,
				'hasTwin', exists (
					select from public.section_twins w where w.version_id = t.version_id and w.section_id = t.section_id
				),
				'notes', n.notes,
				'isMine', coalesce(n.is_mine, false)
			)
			order by t.place
		),
		'[]'
	)
	from public.call_addressees a
	join public.rounds r on r.call_id = a.call_id
	join public.section_texts t on t.version_id = r.version_id
	join public.sections s on s.id = t.section_id
	cross join lateral (
		select count(*) as notes, bool_or(x.person_id = (select private.person_id())) as is_mine
		from public.round_notes x
		where x.addressee_id = a.id
			and x.section_id = t.section_id
			and x.kind <> 'answer'
			and x.withdrawn_at is null
	) n
	where a.id = p_addressee and private.is_in_room(a.id)
$$;
comment on function private.contents_in_room(uuid) is
	'The sections of a round with the notes of a room counted, for who is in it. Definer: asks that once.';
grant execute on function private.contents_in_room(uuid) to authenticated;

create function public.round_section(
	p_authority uuid, p_slug text, p_key text, p_organisation uuid default null, p_after uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	a public.call_addressees := private.room_in(p_authority, p_slug, p_organisation);
	c public.calls := private.round_call(a.call_id);
	v_at record;
	v_statement uuid := private.statement_at_work(a.id, 'joint');
begin
	select * into v_at from private.section_in_round(a.call_id, p_key);
	perform private.require(v_at.section_id is not null);
	return jsonb_build_object(
		'call', private.call_head(c),
		'room', private.room_head(a),
		'document', private.round_document(a.call_id),
		'drafts', private.drafts_in(a.id, v_at.section_id),
		'statementId', v_statement
	)
		|| private.text_in_room(a.id, v_at.version_id, v_at.section_id)
		|| private.notes_document(a.id, v_at.section_id, v_statement, p_after, 50);
end
$$;
comment on function public.round_section(uuid, text, text, uuid, uuid) is
	'One section of the text a round is about, its plain-language twin, and fifty notes of the room at it, '
	'after the one given. NOTFD, WHICH: see round_contents.';
grant execute on function public.round_section(uuid, text, text, uuid, uuid) to authenticated;

create function private.text_in_room(p_addressee uuid, p_version uuid, p_section uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'section', jsonb_build_object(
			'key', s.key,
			'level', t.level,
			'number', t.number,
			'heading', t.heading,
			'body', t.body,
			'seconds', t.seconds,
			'summary', t.summary,
			'concerns', t.concerns,
			'isGone', t.version_id <> r.version_id
		),
		'twin', private.twin_document(t),
		'before', (
			select private.neighbour_document(x)
			from public.section_texts x
			where x.version_id = t.version_id and x.place < t.place
			order by x.place desc
			limit 1
		),
		'after', (
			select private.neighbour_document(x)
			from public.section_texts x
			where x.version_id = t.version_id and x.place > t.place
			order by x.place
			limit 1
		)
	)
	from public.call_addressees a
	join public.rounds r on r.call_id = a.call_id
	join public.section_texts t on t.version_id = p_version and t.section_id = p_section
	join public.sections s on s.id = t.section_id
	join public.document_versions v on v.id = t.version_id
	where a.id = p_addressee
		and private.is_in_room(a.id)
		and v.document_id = (select x.document_id from public.document_versions x where x.id = r.version_id)
$$;
comment on function private.text_in_room(uuid, uuid, uuid) is
	'A section of the text that a round is about, for who is in this room. Definer: asks that once.';
grant execute on function private.text_in_room(uuid, uuid, uuid) to authenticated;

create function public.round_note(p_note uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare n public.round_notes; a public.call_addressees; c public.calls;
begin
	select * into n from public.round_notes where id = p_note;
	perform private.require(n.id is not null);
	c := private.round_call(n.call_id);
	a := private.room_in(c.authority_id, c.slug, n.organisation_id);
	return jsonb_build_object(
		'call', private.call_head(c),
		'room', private.room_head(a),
		'document', private.round_document(c.id),
		'note', private.note_for_room(n.id),
		'text', private.text_in_room(a.id, n.version_id, n.section_id)
	);
end
$$;
comment on function public.round_note(uuid) is
	'One note of a room, and the text it was made on. NOTFD for who is not in the room.';
grant execute on function public.round_note(uuid) to authenticated;

create function private.note_for_room(p_note uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.threads(array[n.id], private.statement_at_work(n.addressee_id, 'joint')) -> 0
	from public.round_notes n
	where n.id = p_note and private.is_in_room(n.addressee_id)
$$;
comment on function private.note_for_room(uuid) is
	'A note with its answers, for its room. Definer: see notes_said.';
grant execute on function private.note_for_room(uuid) to authenticated;

create function private.statement_names(p_statement uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'personName', case when s.kind = 'individual' then s.person_name end,
		'signedName', private.name_of(s.signed_by),
		'signedPost', (select p.title from public.posts p where p.id = s.signed_in)
	)
	from public.statements s
	where s.id = p_statement
		and (
			private.is_statement_of_my_rooms(s.id)
				or s.state = 'submitted' and s.authority_id in (select private.my_authorities('{planner}'))
		)
$$;
comment on function private.statement_names(uuid) is
	'Who signed, and whose an individual statement is: for its room, and for planners once it is out. Others '
	'read organisations, never persons. Definer: columns of persons are granted to nobody.';
grant execute on function private.statement_names(uuid) to authenticated;

create function private.dissents_of(p_statement uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', d.id,
				'body', d.body,
				'personName', case when x.sees_names then d.person_name end,
				'writtenBy', case when x.is_room then private.name_of(d.written_by) end,
				'at', d.created_at,
				'isOwn', x.is_room and private.speaks_as(d.person_id, d.post_id),
				'isOfOtherWording', d.wording_hash is distinct from s.wording_hash
			)
			order by d.created_at, d.id
		),
		'[]'
	)
	from public.statements s
	cross join lateral (
		select private.is_statement_of_my_rooms(s.id) as is_room,
			private.is_statement_of_my_rooms(s.id)
				or s.authority_id in (select private.my_authorities('{planner}')) as sees_names
	) x
	join public.statement_dissents d on d.authority_id = s.authority_id and d.statement_id = s.id
	where s.id = p_statement
		and (
			x.is_room
				or s.state = 'submitted'
					and d.wording_hash = s.wording_hash
					and (x.sees_names or s.call_id in (select private.rounds_to_read()))
		)
$$;
comment on function private.dissents_of(uuid) is
	'The dissents to a statement; for its room those to an earlier wording too. Definer: see '
	'statement_names.';
grant execute on function private.dissents_of(uuid) to authenticated;

create function private.work_on_statement(p_statement uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'canWrite', private.writes_statement(s.id),
		'notes', (
			select count(*)
			from public.round_notes n
			where s.kind = 'joint'
				and n.addressee_id = s.addressee_id
				and n.kind <> 'answer'
				and n.withdrawn_at is null
		),
		'unplaced', case
			when s.kind = 'joint' and s.state = 'draft' then (select count(*) from private.unplaced_notes(s.id))
			else 0
		end,
		'remarks', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', r.id,
						'pointId', r.point_id,
						'body', r.body,
						'personName', r.person_name,
						'writtenBy', private.name_of(r.written_by),
						'at', r.created_at
					)
					order by r.created_at, r.id
				),
				'[]'
			)
			from public.statement_remarks r
			where r.authority_id = s.authority_id and r.statement_id = s.id
		),
		'steps', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'step', x.step,
						'personName', x.person_name,
						'writtenBy', private.name_of(x.written_by),
						'postTitle', (select p.title from public.posts p where p.id = x.post_id),
						'at', x.created_at
					)
					order by x.created_at, x.id
				),
				'[]'
			)
			from public.statement_steps x
			where x.authority_id = s.authority_id and x.statement_id = s.id
		)
	)
	from public.statements s
	where s.id = p_statement and private.is_statement_of_my_rooms(s.id)
$$;
comment on function private.work_on_statement(uuid) is
	'What only the room knows of a statement: how many notes have their place, remarks, its way. Null for '
	'everybody else. Definer: asks that once.';
grant execute on function private.work_on_statement(uuid) to authenticated;

create function private.placing_of(
	p_statement uuid, p_point uuid, p_is_left boolean, p_after uuid
) returns jsonb
language sql stable security definer set search_path = '' as $$
	with found as materialized (
		select n.id,
			row_number() over (
				order by x.note_id is not null, t.place nulls first, n.created_at, n.id
			) as place
		from public.statements s
		join public.round_notes n on n.authority_id = s.authority_id
			and n.addressee_id = s.addressee_id
			and n.kind <> 'answer'
		left join public.statement_notes x on x.statement_id = s.id and x.note_id = n.id
		left join public.section_texts t on t.version_id = n.version_id and t.section_id = n.section_id
		where s.id = p_statement
			and s.kind = 'joint'
			and private.is_statement_of_my_rooms(s.id)
			and (n.withdrawn_at is null or x.note_id is not null)
			and (p_point is null or x.point_id = p_point)
			and (not p_is_left or x.note_id is not null and x.point_id is null)
	),
	page as (
		select f.*
		from found f
		where f.place > coalesce((select l.place from found l where l.id = p_after), 0)
		order by f.place
		limit 51
	)
	select jsonb_build_object(
		'hasMore', (select count(*) from page) > 50,
		'notes', private.threads(
			array(select p.id from (select * from page order by place limit 50) p order by p.place), p_statement
		)
	)
$$;
comment on function private.placing_of(uuid, uuid, boolean, uuid) is
	'Fifty notes of a room and where they went in its statement, those without a place first, after the one '
	'given; p_point: those in this point; p_is_left: those in none, with the reason. Definer: see notes_said.';
grant execute on function private.placing_of(uuid, uuid, boolean, uuid) to authenticated;

create function public.round_placing(
	p_statement uuid, p_point uuid default null, p_is_left boolean default false, p_after uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(private.is_statement_of_my_rooms(p_statement));
	return private.placing_of(p_statement, p_point, p_is_left, p_after);
end
$$;
comment on function public.round_placing(uuid, uuid, boolean, uuid) is
	'See private.placing_of. NOTFD for who is not in the room.';
grant execute on function public.round_placing(uuid, uuid, boolean, uuid) to authenticated;

create function public.round_statement(p_statement uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_call uuid; v_organisation uuid; c public.calls; v_room jsonb;
begin
	select s.call_id, s.organisation_id
	into v_call, v_organisation
	from public.statements s
	where s.id = p_statement;
	perform private.require(v_call is not null);
	c := private.round_call(v_call);
	v_room := private.work_on_statement(p_statement);
	return jsonb_build_object(
		'call', private.call_head(c),
		'canPlan', private.plans_call(c.id),
		'document', private.round_document(c.id),
		'statement', private.statement_document(p_statement),
		'room', case
			when v_room is not null
				then private.room_head(private.room_in(c.authority_id, c.slug, v_organisation))
		end,
		'work', v_room
	);
end
$$;
comment on function public.round_statement(uuid) is
	'A statement: for its room with all that is done on it, for others who may read it what was submitted. '
	'NOTFD.';
grant execute on function public.round_statement(uuid) to authenticated;

create function private.statements_in_room(p_addressee uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', s.id,
				'kind', s.kind,
				'state', s.state,
				'points', (select count(*) from public.statement_points p where p.statement_id = s.id),
				'unplaced', case
					when s.kind = 'joint' and s.state = 'draft' then (select count(*) from private.unplaced_notes(s.id))
					else 0
				end,
				'voteId', s.vote_id,
				'corrects', s.corrects_id is not null,
				'isCorrected', exists (
					select from public.statements x where x.corrects_id = s.id and x.state = 'submitted'
				),
				'isLate', s.is_late,
				'submittedAt', s.submitted_at,
				'personName', private.statement_names(s.id) ->> 'personName',
				'isOwn', s.kind = 'individual' and private.writes_statement(s.id)
			)
			order by s.state in ('submitted', 'discarded'), s.created_at desc
		),
		'[]'
	)
	from public.statements s
	where s.addressee_id = p_addressee
$$;
comment on function private.statements_in_room(uuid) is
	'The statements of a room that the person reads, those at work first.';
grant execute on function private.statements_in_room(uuid) to authenticated;

create function private.notes_in(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('notes', count(*), 'noters', count(distinct n.person_id))
	from public.round_notes n
	where n.addressee_id = p_addressee
		and n.kind <> 'answer'
		and n.withdrawn_at is null
		and private.is_in_room(p_addressee)
$$;
comment on function private.notes_in(uuid) is
	'How much is noted in a room, and by how many, for who is in it. Definer: asks that once.';
grant execute on function private.notes_in(uuid) to authenticated;

create function public.round_room(
	p_authority uuid, p_slug text, p_organisation uuid default null
) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
	a public.call_addressees := private.room_in(p_authority, p_slug, p_organisation);
	c public.calls := private.round_call(a.call_id);
	v_statement uuid := private.statement_at_work(a.id, 'joint');
begin
	if a.opened_at is null then
		perform private.visit_addressee(a.id);
	end if;
	return jsonb_build_object(
		'call', private.call_head(c),
		'room', private.room_head(a),
		'document', private.round_document(c.id),
		'coveringText', c.covering_text,
		'purpose', c.purpose,
		'legalBasis', c.legal_basis,
		'readers', c.readers,
		'retention', c.retention,
		'reading', (select r.reading from public.rounds r where r.call_id = c.id),
		'readsOthers', c.id in (select private.rounds_to_read()),
		'drafts', private.drafts_in(a.id),
		'statements', private.statements_in_room(a.id),
		'whole', private.notes_document(a.id, null, v_statement, null, 50) -> 'notes',
		'gone', private.notes_on_what_is_gone(a.id)
	) || private.notes_in(a.id);
end
$$;
comment on function public.round_room(uuid, text, uuid) is
	'The room of an organisation: what there is to do until when, notes about the whole, statements. Notes '
	'the first visit. NOTFD, WHICH: see round_contents.';
grant execute on function public.round_room(uuid, text, uuid) to authenticated;

create function private.notes_on_what_is_gone(p_addressee uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.threads(
		array(
			select n.id
			from public.call_addressees a
			join public.rounds r on r.call_id = a.call_id
			join public.round_notes n on n.authority_id = a.authority_id
				and n.addressee_id = a.id
				and n.version_id <> r.version_id
				and n.kind <> 'answer'
			where a.id = p_addressee and private.is_in_room(a.id)
			order by n.created_at, n.id
			limit 200
		),
		null
	)
$$;
comment on function private.notes_on_what_is_gone(uuid) is
	'Notes at sections that the text no longer has: they keep the words they were made on. Definer: see '
	'notes_said.';
grant execute on function private.notes_on_what_is_gone(uuid) to authenticated;
