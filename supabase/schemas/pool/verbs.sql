-- Verbs of the pool of needs, their settlement, whether the gap is closed: what changes something.

create function private.was_just_said(p_need uuid, p_outcome text, p_body text) returns boolean
language sql stable set search_path = '' as $$
	select (s.outcome, s.body, s.person_id) = (p_outcome, btrim(p_body), private.person_id())
	from public.need_settlements s where s.need_id = p_need order by s.created_at desc limit 1
$$;
comment on function private.was_just_said(uuid, text, text) is
	'Is the newest word about a need this very one? Then it was sent twice: nothing is settled that is '
	'settled.';
grant execute on function private.was_just_said(uuid, text, text) to authenticated;

create function public.settle_need(p_number text, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
begin
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_need(v.id);
	if private.was_just_said(v.id, 'settled', p_body) then
		return;
	end if;
	insert into public.need_settlements (authority_id, need_id, outcome, body)
	values (v.authority_id, v.id, 'settled', btrim(p_body));
end
$$;
comment on function public.settle_need(text, text) is
	'Says what was done about a need, and asks every reporter whether the gap is closed.';
grant execute on function public.settle_need(text, text) to authenticated;

create function public.reopen_need(p_number text, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
begin
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_need(v.id);
	if private.was_just_said(v.id, 'reopened', p_body) then
		return;
	end if;
	insert into public.need_settlements (authority_id, need_id, outcome, body)
	values (v.authority_id, v.id, 'reopened', btrim(p_body));
end
$$;
comment on function public.reopen_need(text, text) is
	'Takes a need up again, for instance because a reporter says the gap is not closed.';
grant execute on function public.reopen_need(text, text) to authenticated;

create function public.answer_gap(p_number text, p_verdict text, p_sentence text default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_write_for(v_report));
	perform private.require_choice('verdict', p_verdict in ('yes', 'partly', 'no'));
	insert into public.need_report_gap_answers (report_id, verdict, sentence)
	values (v_report, p_verdict, nullif(btrim(p_sentence), ''))
	on conflict do nothing;
end
$$;
comment on function public.answer_gap(text, text, text) is
	'The reporting organisation says whether the gap is closed: yes, partly or no. The first word '
	'counts.';
grant execute on function public.answer_gap(text, text, text) to authenticated;

create function public.enter_gap_answer(
	p_number text, p_verdict text, p_sentence text, p_channel text, p_received_on date, p_given_by text
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	perform private.require_choice('verdict', p_verdict in ('yes', 'partly', 'no'));
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_gap_answers (report_id, verdict, sentence, channel, received_on, given_by)
	values (
		v_report, p_verdict, nullif(btrim(p_sentence), ''), p_channel, p_received_on,
		nullif(btrim(p_given_by), '')
	)
	on conflict do nothing;
end
$$;
comment on function public.enter_gap_answer(text, text, text, text, date, text) is
	'A planner enters what the organisation said by another channel about whether the gap is closed. '
	'The first word counts.';
grant execute on function public.enter_gap_answer(text, text, text, text, date, text) to authenticated;
