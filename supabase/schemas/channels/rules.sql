-- Rules of the way in which something came: who may, what must be true, what follows.

create function private.channels() returns text[] language sql immutable set search_path = '' as $$
	select array['email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import']
$$;
comment on function private.channels() is
	'Ways to us that are not the pages: somebody else enters what came.';
grant execute on function private.channels() to authenticated;

create function private.may_name_source(p_kind text) returns boolean language sql immutable
set search_path = '' as $$
	select p_kind in ('advisory_council', 'welfare_umbrella', 'member_association')
$$;
comment on function private.may_name_source(text) is
	'Organisations whose office writes down what a member phones in: there a draft of one''s own may '
	'name member and channel.';
grant execute on function private.may_name_source(text) to authenticated;

create function private.check_source(p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql stable set search_path = '' as $$
declare v_missing jsonb;
begin
	select jsonb_agg(f)
	into v_missing
	from (
		values ('channel', private.is_blank(p_channel)), ('received_on', p_received_on is null),
		('given_by', private.is_blank(p_given_by) and p_channel is distinct from 'import')
	) as x (f, is_missing)
	where is_missing;
	if v_missing is not null then
		raise exception 'not complete' using errcode = 'MISSG', detail = v_missing::text;
	end if;
	perform private.require_choice('channel', p_channel = any (private.channels()));
	if p_received_on > private.today() then
		raise exception 'errors_received_in_the_future' using errcode = 'RULED', detail = '["received_on"]';
	elsif p_received_on < private.today() - interval '1 year' then
		raise exception 'errors_received_too_long_ago' using errcode = 'RULED', detail = '["received_on"]';
	end if;
end
$$;
comment on function private.check_source(text, date, text) is
	'By which channel, on which day, from whom: not in the future, not more than a year ago (a clock '
	'that ran out before the system knew helps nobody).';
grant execute on function private.check_source(text, date, text) to authenticated;

create function private.source_detail(
	p_channel text, p_received_on date, p_given_by text, p_is_entered boolean, p_organisation text
) returns jsonb
language sql immutable set search_path = '' as $$
	select case
		when p_channel = 'online' then '{}'
		else jsonb_strip_nulls(
			jsonb_build_object(
				'channel', p_channel,
				'givenBy', p_given_by,
				'receivedOn', case when p_is_entered then p_received_on end,
				'for', case when p_is_entered then p_organisation end
			)
		)
	end
$$;
comment on function private.source_detail(text, date, text, boolean, text) is
	'What the chronicle says of a source; nothing when it was written online.';
