-- Verbs of votes: what changes something. Definers throughout: nobody may write the tables by hand, and
-- what one sees of them is not enough to count.

create function public.open_vote(
	p_id uuid, p_subject_kind text, p_subject uuid, p_mode text, p_is_secret boolean, p_is_by_points boolean,
	p_majority text, p_quorum integer default null, p_closes_on date default null,
	p_meeting uuid default null
) returns uuid
language sql volatile set search_path = '' as $$
	select private.open_vote(
		p_id, p_subject_kind, p_subject, p_mode, p_is_secret, p_is_by_points, p_majority, p_quorum,
		p_closes_on, p_meeting
	)
$$;
comment on function public.open_vote(
	uuid, text, uuid, text, boolean, boolean, text, integer, date, uuid
) is
	'Opens a vote of the body on the wording as it is frozen now; a circular one until the end of a day, at '
	'least three days from now. p_id: drawn by the form; sent again, it is one. Returns the id.';
grant execute on function public.open_vote(
	uuid, text, uuid, text, boolean, boolean, text, integer, date, uuid
) to authenticated;

create function private.open_vote(
	p_id uuid, p_subject_kind text, p_subject uuid, p_mode text, p_is_secret boolean, p_is_by_points boolean,
	p_majority text, p_quorum integer, p_closes_on date, p_meeting uuid
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
	w jsonb := private.vote_wording(p_subject_kind, p_subject);
	v_body uuid := (w ->> 'organisationId')::uuid;
	v_post uuid := private.acting_post(v_body, private.presiding_kinds());
	v_entitled integer;
begin
	if exists (
		select
		from public.votes v
		where v.id = p_id
			and v.subject_id = p_subject
			and v.person_id = private.person_id()
			and private.presides(v.organisation_id)
	)
	then
		return p_id;
	end if;
	perform private.require(private.presides(v_body));
	perform private.require(
		exists (
			select
			from public.organisations o
			where o.id = v_body and o.kind in ('advisory_council', 'welfare_umbrella')
		)
	);
	perform private.require_choice('mode', p_mode in ('session', 'circular'));
	perform private.require_choice(
		'majority', p_majority in ('simple', 'absolute', 'two_thirds', 'consensus')
	);
	select count(*) into v_entitled from private.seats_of(v_body) s where s.person_id is not null;
	if v_entitled = 0 then
		raise exception 'votes_error_nobody_entitled' using errcode = 'RULED';
	end if;
	perform private.require_choice('quorum', coalesce(p_quorum between 1 and v_entitled, true));
	if p_mode = 'circular' and p_closes_on is null then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["closes_on"]';
	elsif p_mode = 'circular' and p_closes_on < private.today() + 3 then
		raise exception 'votes_error_window_short' using errcode = 'RULED', detail = '["closes_on"]';
	elsif p_mode = 'circular' and p_closes_on > private.today() + 180 then
		raise exception 'votes_error_window_long' using errcode = 'RULED', detail = '["closes_on"]';
	end if;
	perform private.require_choice(
		'meeting',
		p_mode = 'session' and p_meeting is null
			or p_mode = 'circular'
			or exists (
				select
				from public.meetings m
				where m.id = p_meeting and m.organisation_id = v_body and m.cancelled_at is null
			)
	);
	if exists (
		select
		from public.votes v
		where v.subject_kind = p_subject_kind and v.subject_id = p_subject and v.state = 'open'
	)
	then
		raise exception 'votes_error_open_already' using errcode = 'RULED';
	end if;
	execute format('select private.%I($1, $2)', p_subject_kind || '_put_to_vote') using p_subject, p_id;
	-- Read once more: from here on the words stay.
	w := private.vote_wording(p_subject_kind, p_subject);
	insert into public.votes (
		id, authority_id, organisation_id, subject_kind, subject_id, title, wording, wording_text, points,
		wording_hash, mode, is_secret, is_by_points, quorum, majority, vacant, meeting_id, opened_at,
		closes_at, person_id, person_name, post_id, post_title
	)
	select p_id, o.authority_id, v_body, p_subject_kind, p_subject, w ->> 'title', w -> 'wording',
		coalesce(w ->> 'text', ''), w -> 'items', w ->> 'hash', p_mode, p_is_secret, p_is_by_points, p_quorum,
		p_majority,
		array(select s.seat from private.seats_of(v_body) s where s.person_id is null order by s.place),
		case p_mode when 'session' then p_meeting end, private.now(),
		case p_mode when 'circular' then private.end_of_day(p_closes_on) end, private.person_id(),
		private.name_of(private.person_id()), v_post, (select p.title from public.posts p where p.id = v_post)
	from public.organisations o
	where o.id = v_body;
	insert into public.vote_items (authority_id, vote_id, place, ref)
	select v.authority_id, v.id, i.place, (i.point ->> 'ref')::uuid
	from public.votes v
	cross join lateral jsonb_array_elements(
		case when p_is_by_points then v.points else '[{}]' end
	) with ordinality i (point, place)
	where v.id = p_id;
	if not found then
		raise exception 'votes_error_no_points' using errcode = 'RULED', detail = '["scope"]';
	end if;
	insert into public.vote_electors (
		authority_id, vote_id, place, post_id, seat, is_association, person_id, person_name
	)
	select v.authority_id, v.id, s.place, s.post_id, s.seat, s.is_association, s.person_id, s.person_name
	from public.votes v
	cross join lateral private.seats_of(v_body) s
	where v.id = p_id and s.person_id is not null;
	if p_mode = 'circular' then
		perform private.tell('{vote_opened}', v.authority_id, 'vote', v.id)
		from public.votes v
		where v.id = p_id;
	end if;
	return p_id;
exception
	when unique_violation then
		if exists (
			select from public.votes v where v.subject_id = p_subject and v.state = 'open' and v.id <> p_id
		)
		then
			raise exception 'votes_error_open_already' using errcode = 'RULED';
		end if;
		raise exception 'no such vote' using errcode = 'NOTFD';
end
$$;
comment on function private.open_vote(
	uuid, text, uuid, text, boolean, boolean, text, integer, date, uuid
) is
	'See the public one. Who is entitled is frozen with the words: a later member has no vote, a seat that '
	'nobody holds none either. Definer: see above; it asks for the post first.';
grant execute on function private.open_vote(
	uuid, text, uuid, text, boolean, boolean, text, integer, date, uuid
) to authenticated;

create function public.cast_vote(
	p_vote uuid, p_elector uuid, p_id uuid, p_choices jsonb
) returns void
language sql volatile set search_path = '' as $$
	select private.cast_vote(p_vote, p_elector, p_id, p_choices)
$$;
comment on function public.cast_vote(uuid, uuid, uuid, jsonb) is
	'Votes in a circular vote: {place: yes | no | abstain} for every item without a conflict of interest. '
	'Once, and for good. p_id: drawn by the form; sent again, it is one.';
grant execute on function public.cast_vote(uuid, uuid, uuid, jsonb) to authenticated;

create function private.cast_vote(
	p_vote uuid, p_elector uuid, p_id uuid, p_choices jsonb
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.votes; e public.vote_electors; v_places integer[];
begin
	perform private.require(
		exists (
			select from public.votes x
			where x.id = p_vote and x.organisation_id in (select private.my_bodies())
		)
	);
	perform from public.votes x where x.id = p_vote for update;
	if exists (
		select from public.vote_casts c
		where c.id = p_id and c.elector_id = p_elector and c.person_id = private.person_id()
	)
	then
		return;
	end if;
	v := private.running_vote(p_vote, 'circular');
	select * into e from public.vote_electors x where x.id = p_elector and x.vote_id = p_vote;
	if e.id is null or not private.may_act_for(e) then
		raise exception '%', case
			when exists (
				select from public.vote_substitutions s
				where s.elector_id = e.id and e.person_id = private.person_id()
			) then 'votes_error_substituted'
			else 'votes_error_without_right'
		end using errcode = 'RULED';
	end if;
	e := private.elector_in(v, p_elector);
	v_places := array(
		select i.place
		from public.vote_items i
		where i.vote_id = v.id
			and not exists (
				select from public.vote_conflicts c where c.elector_id = e.id and c.item_id = i.id
			)
		order by i.place
	);
	if exists (select from unnest(v_places) n where not coalesce(p_choices, '{}') ? n::text) then
		raise exception 'not complete' using errcode = 'MISSG', detail = (
			select jsonb_agg('ballot_' || n order by n)
			from unnest(v_places) n
			where not coalesce(p_choices, '{}') ? n::text
		)::text;
	elsif exists (
		select
		from jsonb_each_text(p_choices) c
		where c.key <> all (v_places::text[]) or c.value not in ('yes', 'no', 'abstain')
	)
		or v_places = '{}' then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["form"]';
	end if;
	insert into public.vote_casts (id, authority_id, vote_id, elector_id, person_id, person_name, created_at)
	values (
		p_id, v.authority_id, v.id, e.id, private.person_id(), private.name_of(private.person_id()),
		private.moment()
	);
	if v.is_secret then
		perform private.put_into_urn(v.id, p_choices);
	else
		insert into public.vote_choices (elector_id, item_id, authority_id, vote_id, choice)
		select e.id, i.id, v.authority_id, v.id, p_choices ->> i.place::text
		from public.vote_items i
		where i.vote_id = v.id and i.place = any (v_places);
	end if;
	perform private.end_when_complete(v);
end
$$;
comment on function private.cast_vote(uuid, uuid, uuid, jsonb) is
	'See the public one. RULED with a sentence: over, words changed, no right, somebody steps in, cast '
	'already. Two tabs at once wait for each other at the vote. Definer: see above; it asks for the seat.';
grant execute on function private.cast_vote(uuid, uuid, uuid, jsonb) to authenticated;

create function private.put_into_urn(p_vote uuid, p_choices jsonb) returns void
language sql volatile set search_path = '' as $$
	with poured as (
		delete from private.secret_ballots b where b.vote_id = p_vote returning b.item_id, b.choice
	),
	all_in as materialized (
		select item_id, choice from poured
		union all
		select i.id, p_choices ->> i.place::text
		from public.vote_items i
		where i.vote_id = p_vote and p_choices ? i.place::text
	)
	insert into private.secret_ballots (vote_id, item_id, choice)
	select p_vote, item_id, choice from all_in order by gen_random_uuid()
$$;
comment on function private.put_into_urn(uuid, jsonb) is
	'Pours out the urn, puts the new ballots to the others and mixes them: all have new ids, a new order and '
	'the same transaction, so that no ballot lies in the row or the moment of its hand. Granted to nobody.';

create function private.end_when_complete(v public.votes) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if not exists (
		select
		from public.vote_electors e
		where e.vote_id = v.id
			and not exists (select from public.vote_casts c where c.elector_id = e.id)
			and exists (
				select
				from public.vote_items i
				where i.vote_id = v.id
					and not exists (
						select from public.vote_conflicts c where c.elector_id = e.id and c.item_id = i.id
					)
			)
	)
	then
		perform private.end_circular(v);
	end if;
end
$$;
comment on function private.end_when_complete(public.votes) is
	'A circular vote ends when everybody has voted who may. Granted to nobody.';

create function private.end_circular(v public.votes) returns void
language plpgsql volatile set search_path = '' as $$
declare
	v_result uuid := gen_random_uuid();
	v_tallies jsonb;
	v_is_current boolean := private.is_wording_current(v);
begin
	select coalesce(
		jsonb_object_agg(
			x.place::text, jsonb_build_object('yes', x.yes, 'no', x.no, 'abstained', x.abstained)
		),
		'{}'
	)
	into v_tallies
	from (
		select i.place, count(*) filter (where c.choice = 'yes') as yes,
			count(*) filter (where c.choice = 'no') as no,
			count(*) filter (where c.choice = 'abstain') as abstained
		from public.vote_items i
		join (
			select b.item_id, b.choice from private.secret_ballots b where b.vote_id = v.id
			union all
			select b.item_id, b.choice from public.vote_choices b where b.vote_id = v.id
		) c on c.item_id = i.id
		group by i.place
	) x;
	perform private.conclude(
		v, v_result, (private.now() at time zone 'Europe/Berlin')::date, null,
		case when v_is_current then null else 'void' end,
		(
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'elector', c.elector_id,
						'person', c.person_id,
						'name', c.person_name,
						'post', coalesce(s.post_id, e.post_id),
						'isSubstitute', s.elector_id is not null
					)
				),
				'[]'
			)
			from public.vote_casts c
			join public.vote_electors e on e.id = c.elector_id
			left join public.vote_substitutions s on s.elector_id = c.elector_id
			where c.vote_id = v.id
		),
		private.excluded_in(v.id), v_tallies, null, null
	);
end
$$;
comment on function private.end_circular(public.votes) is
	'Counts a circular vote and closes it. Void when the words were changed meanwhile. Granted to nobody.';

create function private.conclude(
	v public.votes, p_result uuid, p_held_on date, p_agenda_item text, p_instead text, p_present jsonb,
	p_excluded jsonb, p_tallies jsonb, p_corrects uuid, p_reason text
) returns text
language plpgsql volatile set search_path = '' as $$
declare
	v_counts jsonb;
	v_outcome text := p_instead;
	v_post uuid := private.acting_post(v.organisation_id, private.presiding_kinds());
	v_is_entered boolean := v.mode = 'session' or p_instead = 'cancelled';
	v_electors uuid[] := array(select (p ->> 'elector')::uuid from jsonb_array_elements(p_present) p);
begin
	if p_instead is null then
		select jsonb_agg(to_jsonb(c)), private.overall(array_agg(c.outcome))
		into v_counts, v_outcome
		from private.counted(v, v_electors, p_excluded, p_tallies) c;
	end if;
	insert into public.vote_results (
		id, authority_id, vote_id, corrects_id, reason, held_on, agenda_item, entitled, present, outcome,
		person_id, person_name, post_id, post_title, created_at
	)
	values (
		p_result, v.authority_id, v.id, p_corrects, nullif(btrim(p_reason), ''), p_held_on,
		nullif(btrim(p_agenda_item), ''),
		(select count(*) from public.vote_electors e where e.vote_id = v.id), cardinality(v_electors), v_outcome,
		case when v_is_entered then private.person_id() end,
		case when v_is_entered then private.name_of(private.person_id()) end,
		case when v_is_entered then v_post end,
		case when v_is_entered then (select p.title from public.posts p where p.id = v_post) end,
		private.moment()
	);
	insert into public.vote_counts (
		result_id, item_id, authority_id, yes, no, abstained, entitled, present, excluded, needed, outcome
	)
	select p_result, c.item_id, v.authority_id, c.yes, c.no, c.abstained, c.entitled, c.present, c.excluded,
		c.needed, c.outcome
	from jsonb_populate_recordset(null::public.vote_counts, coalesce(v_counts, '[]')) c;
	insert into public.vote_attendances (
		result_id, elector_id, authority_id, person_id, person_name, post_id, is_substitute
	)
	select p_result, (p ->> 'elector')::uuid, v.authority_id, (p ->> 'person')::uuid, p ->> 'name',
		(p ->> 'post')::uuid, (p ->> 'isSubstitute')::boolean
	from jsonb_array_elements(p_present) p;
	update public.votes
	set state = 'closed', outcome = v_outcome, closed_at = coalesce(closed_at, private.moment())
	where id = v.id;
	if v_outcome is distinct from v.outcome then
		execute format('select private.%I($1, $2, $3, $4, $5)', v.subject_kind || '_decided')
		using v.subject_id, v.id, v_outcome, v.mode, p_held_on;
	end if;
	perform private.tell('{vote_result}', v.authority_id, 'vote', v.id);
	return v_outcome;
end
$$;
comment on function private.conclude(
	public.votes, uuid, date, text, text, jsonb, jsonb, jsonb, uuid, text
) is
	'Writes a result and closes the vote; the subject hears of it, and the body is told. p_instead: an '
	'outcome that is not counted. Granted to nobody.';

create function public.enter_session_vote(p_vote uuid, p_id uuid, p_entry jsonb) returns void
language sql volatile set search_path = '' as $$
	select private.enter_session_vote(p_vote, p_id, p_entry)
$$;
comment on function public.enter_session_vote(uuid, uuid, jsonb) is
	'Enters what a session decided: {heldOn, agendaItem, present: [elector], substitutes: {elector: person}, '
	'conflicts: [{elector, places, reason}], counts: {place: {yes, no, abstained}}, corrects, reason}. p_id: '
	'drawn by the form; sent again, it is one.';
grant execute on function public.enter_session_vote(uuid, uuid, jsonb) to authenticated;

create function private.enter_session_vote(p_vote uuid, p_id uuid, p_entry jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	v public.votes;
	v_last public.vote_results;
	v_held date := (p_entry ->> 'heldOn')::date;
	v_present jsonb;
	v_excluded jsonb;
	v_unlike jsonb;
begin
	select * into v from public.votes where id = p_vote for update;
	perform private.require(private.presides(v.organisation_id));
	if exists (select from public.vote_results r where r.id = p_id and r.vote_id = v.id) then
		return;
	end if;
	if v.mode <> 'session' then
		raise exception 'votes_error_circular' using errcode = 'RULED';
	elsif v.outcome = 'cancelled' then
		raise exception 'votes_error_over' using errcode = 'RULED';
	elsif v.state = 'open' and not private.is_wording_current(v) then
		raise exception 'votes_error_wording_changed' using errcode = 'RULED';
	end if;
	select * into v_last
	from public.vote_results r
	where r.vote_id = v.id and not exists (select from public.vote_results x where x.corrects_id = r.id);
	if v_last.id is distinct from (p_entry ->> 'corrects')::uuid then
		raise exception 'votes_error_entered_already' using errcode = 'RULED';
	elsif v_last.id is not null and private.is_blank(p_entry ->> 'reason') then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	elsif v_held is null then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["held_on"]';
	elsif v_held > private.today() then
		raise exception 'votes_error_held_later' using errcode = 'RULED', detail = '["held_on"]';
	end if;
	v_present := private.present_in(v, p_entry);
	v_excluded := private.conflicts_said(v, p_entry -> 'conflicts');
	select jsonb_agg('yes_' || c.place order by c.place)
	into v_unlike
	from private.counted(
		v, array(select (p ->> 'elector')::uuid from jsonb_array_elements(v_present) p), v_excluded,
		p_entry -> 'counts'
	) c
	where c.yes < 0 or c.no < 0 or c.abstained < 0 or c.yes + c.no + c.abstained <> c.present;
	if v_unlike is not null then
		raise exception 'votes_error_counts_unlike' using errcode = 'RULED', detail = v_unlike::text;
	end if;
	perform private.conclude(
		v, p_id, v_held, p_entry ->> 'agendaItem', null, v_present, v_excluded, p_entry -> 'counts', v_last.id,
		p_entry ->> 'reason'
	);
	insert into public.vote_conflicts (
		authority_id, vote_id, elector_id, item_id, result_id, reason, noted_by, created_at
	)
	select v.authority_id, v.id, (c ->> 'elector')::uuid, i.id, p_id, btrim(c ->> 'reason'),
		private.person_id(), private.moment()
	from jsonb_array_elements(p_entry -> 'conflicts') c
	join public.vote_items i on i.vote_id = v.id and c -> 'places' @> to_jsonb(i.place);
end
$$;
comment on function private.enter_session_vote(uuid, uuid, jsonb) is
	'See the public one. What does not fit together is refused with the fields: more votes than people, a '
	'substitute for two, a second entry that does not refer to the first. Definer: see above; it asks for '
	'the post first.';
grant execute on function private.enter_session_vote(uuid, uuid, jsonb) to authenticated;

create function private.present_in(v public.votes, p_entry jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_present jsonb;
begin
	perform private.require_choice(
		'present',
		not exists (
			select
			from (
				select x.id, count(*) as times
				from (
					select jsonb_array_elements_text(coalesce(p_entry -> 'present', '[]')) as id
					union all
					select jsonb_object_keys(coalesce(p_entry -> 'substitutes', '{}'))
				) x
				group by x.id
			) y
			where y.times > 1
				or not exists (
					select from public.vote_electors e where e.vote_id = v.id and e.id::text = y.id
				)
		)
	);
	perform private.require_choice(
		'substitutes',
		not exists (
			select
			from (
				select s.key, s.value, count(*) over (partition by s.value) as times
				from jsonb_each_text(coalesce(p_entry -> 'substitutes', '{}')) s
			) x
			where x.times > 1
				or not exists (
					select
					from private.substitutes_for(v.id) s
					where s.person_id::text = x.value
						and (s.elector_id is null or s.elector_id::text = x.key)
				)
		)
	);
	select coalesce(jsonb_agg(x.one), '[]')
	into v_present
	from (
		select jsonb_build_object(
			'elector', e.id,
			'person', e.person_id,
			'name', e.person_name,
			'post', e.post_id,
			'isSubstitute', false
		) as one
		from public.vote_electors e
		where e.vote_id = v.id and coalesce(p_entry -> 'present', '[]') ? e.id::text
		union all
		select jsonb_build_object(
			'elector', e.id,
			'person', s.person_id,
			'name', s.person_name,
			'post', s.post_id,
			'isSubstitute', true
		)
		from public.vote_electors e
		cross join lateral (
			select *
			from private.substitutes_for(v.id) x
			where x.person_id::text = p_entry -> 'substitutes' ->> e.id::text
				and (x.elector_id is null or x.elector_id = e.id)
			order by x.elector_id is null
			limit 1
		) s
		where e.vote_id = v.id
	) x;
	if v_present = '[]' then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["present"]';
	end if;
	return v_present;
end
$$;
comment on function private.present_in(public.votes, jsonb) is
	'Who was there by what was entered, each seat once. INVAL, MISSG. Granted to nobody.';

create function private.conflicts_said(v public.votes, p_conflicts jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_excluded jsonb;
begin
	perform private.require_choice(
		'conflicts',
		not exists (
			select
			from jsonb_array_elements(coalesce(p_conflicts, '[]')) c
			where private.is_blank(c ->> 'reason')
				or jsonb_typeof(c -> 'places') is distinct from 'array'
				or c -> 'places' = '[]'
				or not exists (
					select
					from public.vote_electors e
					where e.vote_id = v.id and e.id::text = c ->> 'elector'
				)
		)
			and not exists (
				select
				from jsonb_array_elements(coalesce(p_conflicts, '[]')) c
				group by c ->> 'elector'
				having count(*) > 1
			)
	);
	select coalesce(jsonb_object_agg(c ->> 'elector', c -> 'places'), '{}')
	into v_excluded
	from jsonb_array_elements(coalesce(p_conflicts, '[]')) c;
	return v_excluded;
end
$$;
comment on function private.conflicts_said(public.votes, jsonb) is
	'Who is excluded by what was entered, each once and with a reason: {elector: [places]}. INVAL. Granted '
	'to nobody.';

create function public.declare_conflict(
	p_vote uuid, p_elector uuid, p_places integer[], p_reason text
) returns void
language sql volatile set search_path = '' as $$
	select private.declare_conflict(p_vote, p_elector, p_places, p_reason)
$$;
comment on function public.declare_conflict(uuid, uuid, integer[], text) is
	'Says in a circular vote that a member has a conflict of interest in these items: the member itself '
	'does, or who presides. Before it voted, and for good.';
grant execute on function public.declare_conflict(uuid, uuid, integer[], text) to authenticated;

create function private.declare_conflict(
	p_vote uuid, p_elector uuid, p_places integer[], p_reason text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.votes := private.running_vote(p_vote, 'circular'); e public.vote_electors;
begin
	select * into e from public.vote_electors x where x.id = p_elector and x.vote_id = v.id;
	perform private.require(private.may_act_for(e) or private.presides(v.organisation_id));
	e := private.elector_in(v, p_elector);
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	perform private.require_choice(
		'places',
		cardinality(p_places) > 0
			and not exists (
				select
				from unnest(p_places) n
				where not exists (
					select from public.vote_items i where i.vote_id = v.id and i.place = n
				)
			)
	);
	insert into public.vote_conflicts (
		authority_id, vote_id, elector_id, item_id, reason, noted_by, created_at
	)
	select v.authority_id, v.id, e.id, i.id, btrim(p_reason), private.person_id(), private.moment()
	from public.vote_items i
	where i.vote_id = v.id and i.place = any (p_places)
	on conflict (elector_id, item_id, result_id) do nothing;
	perform private.end_when_complete(v);
end
$$;
comment on function private.declare_conflict(uuid, uuid, integer[], text) is
	'See the public one. Definer: see above; it asks for the seat or the post.';
grant execute on function private.declare_conflict(uuid, uuid, integer[], text) to authenticated;

create function public.name_substitute(p_vote uuid, p_elector uuid, p_person uuid) returns void
language sql volatile set search_path = '' as $$
	select private.name_substitute(p_vote, p_elector, p_person)
$$;
comment on function public.name_substitute(uuid, uuid, uuid) is
	'Says who steps in for a member in a circular vote: the member itself does, or who presides. Before it '
	'voted, and for good; each steps in for one.';
grant execute on function public.name_substitute(uuid, uuid, uuid) to authenticated;

create function private.name_substitute(p_vote uuid, p_elector uuid, p_person uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.votes := private.running_vote(p_vote, 'circular'); e public.vote_electors;
begin
	select * into e from public.vote_electors x where x.id = p_elector and x.vote_id = v.id;
	perform private.require(
		private.presides(v.organisation_id)
			or e.person_id = private.person_id()
				and exists (select from private.held_posts() h where h.post_id = e.post_id)
	);
	e := private.elector_in(v, p_elector);
	if exists (
		select from public.vote_substitutions s where s.elector_id = e.id and s.person_id = p_person
	)
	then
		return;
	elsif exists (select from public.vote_substitutions s where s.elector_id = e.id) then
		raise exception 'votes_error_substituted_already' using errcode = 'RULED';
	elsif exists (
		select from public.vote_substitutions s where s.vote_id = v.id and s.person_id = p_person
	)
	then
		raise exception 'votes_error_substitutes_another' using errcode = 'RULED', detail = '["person"]';
	end if;
	insert into public.vote_substitutions (
		elector_id, authority_id, vote_id, person_id, person_name, post_id, post_title, named_by, created_at
	)
	select e.id, v.authority_id, v.id, s.person_id, s.person_name, s.post_id, s.post_title,
		private.person_id(), private.moment()
	from private.substitutes_for(v.id) s
	where s.person_id = p_person and (s.elector_id is null or s.elector_id = e.id)
	order by s.elector_id is null
	limit 1;
	perform private.require_choice('person', found);
	perform private.tell(
		'{vote_opened}', v.authority_id, 'vote', v.id, jsonb_build_object('elector', e.id)
	);
end
$$;
comment on function private.name_substitute(uuid, uuid, uuid) is
	'See the public one; who steps in is told. Definer: see above; it asks for the seat or the post.';
grant execute on function private.name_substitute(uuid, uuid, uuid) to authenticated;

create function public.cancel_vote(p_vote uuid, p_reason text) returns void
language sql volatile set search_path = '' as $$
	select private.cancel_vote(p_vote, p_reason)
$$;
comment on function public.cancel_vote(uuid, text) is
	'Ends an open vote without a result, with the reason. It stays to be read; what was cast is not counted.';
grant execute on function public.cancel_vote(uuid, text) to authenticated;

create function private.cancel_vote(p_vote uuid, p_reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.votes;
begin
	select * into v from public.votes where id = p_vote for update;
	perform private.require(private.presides(v.organisation_id));
	if v.outcome = 'cancelled' then
		return;
	elsif v.state <> 'open' or v.closes_at <= private.now() then
		raise exception 'votes_error_over' using errcode = 'RULED';
	elsif private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	perform private.conclude(
		v, gen_random_uuid(), private.today(), null, 'cancelled', '[]', '{}', '{}', null, p_reason
	);
end
$$;
comment on function private.cancel_vote(uuid, text) is
	'See the public one. Definer: see above; it asks for the post first.';
grant execute on function private.cancel_vote(uuid, text) to authenticated;

create function public.end_votes() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v public.votes; v_count integer := 0;
begin
	for v in
		select *
		from public.votes x
		where x.state = 'open' and x.mode = 'circular' and x.closes_at <= private.now()
		order by x.closes_at
		for update skip locked
	loop
		perform private.end_circular(v);
		v_count := v_count + 1;
	end loop;
	return v_count;
end
$$;
comment on function public.end_votes() is
	'Every few minutes: counts the circular votes whose time is over. Definer and for the server only.';

create function public.remind_votes() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v_count integer;
begin
	with due as (
		update public.votes x
		set reminded_at = private.now()
		where x.state = 'open'
			and x.mode = 'circular'
			and x.reminded_at is null
			and x.closes_at > private.now()
			and (x.closes_at at time zone 'Europe/Berlin')::date <= private.today() + 2
		returning x.id, x.authority_id
	),
	told as materialized (
		select d.id, private.tell('{vote_reminder}', d.authority_id, 'vote', d.id) from due d
	)
	select count(*) into v_count from told;
	return v_count;
end
$$;
comment on function public.remind_votes() is
	'Daily: two days before the end of a circular vote, those who have not voted are reminded, once. Definer '
	'and for the server only.';
