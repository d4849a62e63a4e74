-- Fills as many authorities as bench.authorities says with reports of the past years: each with 14 administrations, one planner, one clerk, one head.
-- Their numbers are of last year, so that they never meet those given while measuring. The first, which is measured, has at least 60, so that its list is full at every size (or bench.first).
-- Numbers per authority come from the setting bench.reports; run again with a larger one to add the rest.
-- Triggers are off, so rows below a report are made here as the triggers would have made them. Freely invented.
set session_replication_role = replica;

create or replace function pg_temp.id(p_kind text, p_a integer, p_n integer default 0) returns uuid language sql immutable as $$
	select (p_kind || lpad(p_a::text, 7, '0') || '-0000-4000-9000-' || lpad(p_n::text, 12, '0'))::uuid
$$;

insert into public.authorities (id, key, name, prefix, district_key)
select pg_temp.id('a', a), 'bench-' || a, 'Landkreis Messung ' || a, 'M' || chr(65 + a / 26) || chr(65 + a % 26), '99' || lpad(a::text, 3, '0')
from generate_series(1, current_setting('bench.authorities')::integer) a on conflict do nothing;
insert into public.organisations (id, authority_id, kind, name)
select pg_temp.id('0', a, o), pg_temp.id('a', a), case o when 0 then 'authority' when 15 then 'advisory_council' else 'municipality' end,
	case o when 0 then 'Sozialplanung' when 15 then 'Seniorenbeirat' else 'Gemeinde Messdorf ' || o end
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(0, 15) o on conflict do nothing;
insert into public.municipalities (ags, authority_id, ars, name, kind, administration_id)
select '99' || lpad(a::text, 3, '0') || lpad(o::text, 3, '0'), pg_temp.id('a', a), '99' || lpad(a::text, 3, '0') || '0' || lpad(o::text, 3, '0') || lpad(o::text, 3, '0'),
	'Messdorf ' || o, 'Gemeinde', pg_temp.id('0', a, o)
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(1, 14) o on conflict do nothing;
insert into public.people (id, salutation, given_name, family_name, email)
select pg_temp.id('1', a, p), 'Frau', 'Erika', 'Messung', 'person-' || a || '-' || p || '@messung.example'
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(1, 3) p on conflict do nothing;
-- Planners of authorities that are no sample need one before their posts give rights.
insert into private.second_factors (person_id, secret, last_step)
select pg_temp.id('1', a, 1), repeat('A', 32), 0 from generate_series(1, current_setting('bench.authorities')::integer) a on conflict do nothing;
insert into public.posts (id, authority_id, organisation_id, kind, title)
select pg_temp.id('2', a, p), pg_temp.id('a', a), pg_temp.id('0', a, (p > 1)::integer), (array['planner', 'clerk', 'releasing_head'])[p],
	(array['Sozialplanung', 'Hauptamt', 'Bürgermeisterin'])[p]
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(1, 3) p on conflict do nothing;
insert into public.holdings (id, authority_id, post_id, person_id, capacity, starts_on)
select pg_temp.id('3', a, p), pg_temp.id('a', a), pg_temp.id('2', a, p), pg_temp.id('1', a, p), 'holder', '2020-01-01'
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(1, 3) p on conflict do nothing;

create temporary table filled as
select a, n, pg_temp.id('4', a, n) as id, pg_temp.id('a', a) as authority_id,
	-- the newest twelfth is still open, the rest lies up to six years back
	now() - interval '1 hour' - (case when n % 12 = 0 then (n % 50) else 61 + (n * 7919 % 2000) end) * interval '1 day' - n * interval '1 second' as received_at,
	n % 12 = 0 as is_open, 1 + n * 31 % 14 as town
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(1, greatest(current_setting('bench.reports')::integer, case a when 1 then coalesce(nullif(current_setting('bench.first', true), ''), '60')::integer else 0 end)) n
where not exists (select from public.need_reports r where r.id = pg_temp.id('4', a, n));

insert into public.needs (id, authority_id, number, title, field_of_action, opened_at)
select pg_temp.id('5', a, n), authority_id, au.prefix || '-B-' || n, 'Gemeinsamer Bedarf ' || n, f.key, received_at
from filled join public.authorities au on au.id = authority_id
join public.fields_of_action f on f.position = 1 + n * 13 % 16 where n % 5 = 1;
insert into public.short_addresses (short_id, subject_kind, subject_key)
select translate(lpad(to_hex(a * 100000 + n), 7, 'k'), '01ilo', 'xyzwv'), 'need_report', au.prefix || '-2025-' || n
from filled join public.authorities au on au.id = authority_id;
insert into public.need_reports (id, authority_id, organisation_id, number, short_id, organisation_name, title, field_of_action, target_groups, municipality_ags,
	municipality_name, locality, description, proposed_solution, affected_range, urgency, visibility, written_by, written_in, released_by, released_in, received_at,
	interim_due_on, final_due_on, state, assessed_field, responsible_level, need_id, interim_at, final_at, decision)
select f.id, f.authority_id, pg_temp.id('0', a, town), au.prefix || '-2025-' || n, translate(lpad(to_hex(a * 100000 + n), 7, 'k'), '01ilo', 'xyzwv'),
	'Gemeinde Messdorf ' || town, (array['Tagespflege fehlt', 'Rufbus am Abend', 'Treffpunkt geschlossen', 'Sprechtag gewünscht', 'Haltestelle ohne Bord'])[1 + n % 5] || ' im Ortsteil ' || n,
	x.key, array['older_people'], '99' || lpad(a::text, 3, '0') || lpad(town::text, 3, '0'), 'Messdorf ' || town, 'Ortsteil ' || n,
	'Im Ortsteil ' || n || ' fehlt seit längerem ein Angebot. Die nächste Einrichtung liegt weit entfernt, und wer kein Auto hat, kommt nicht hin. Angehörige und Nachbarn helfen, so gut sie können, aber auf Dauer geht das nicht.',
	'Einen Raum im Rathaus prüfen und mit den Trägern sprechen.', '20_to_50', 'this_year', (array['district', 'participants', 'participants', 'public'])[1 + n % 4],
	pg_temp.id('1', a, 2), pg_temp.id('2', a, 2), pg_temp.id('1', a, 3), pg_temp.id('2', a, 3), f.received_at, f.received_at::date + 14, f.received_at::date + 60,
	case when is_open then case when n % 24 = 0 then 'received' else 'in_progress' end else 'answered' end, x.key, 'district',
	case when not is_open or n % 24 > 0 then pg_temp.id('5', a, n - (n - 1) % 5) end, case when not is_open then f.received_at + interval '10 days' end,
	case when not is_open then f.received_at + interval '40 days' end, case when not is_open then 'partly_accepted' end
from filled f join public.authorities au on au.id = f.authority_id join public.fields_of_action x on x.position = 1 + n * 13 % 16;
-- Five titles and one text: their words are looked at once, the numbers in them are added.
insert into private.word_index (authority_id, subject_kind, subject_id, is_shared, words)
select f.authority_id, 'need_report', f.id, true, w.words || ('''=' || f.n || ''':1A ' || f.n || ':1B')::tsvector
from filled f
join (
	select r.title, private.words_of(concat_ws(' ', r.title, r.description, r.proposed_solution)) as words
	from (
		select distinct on (split_part(r.title, ' im Ortsteil', 1)) split_part(r.title, ' im Ortsteil', 1) as title, r.description, r.proposed_solution
		from public.need_reports r join filled f on f.id = r.id
	) r
	offset 0 -- or they are looked at once for each report
) w on w.title = (array['Tagespflege fehlt', 'Rufbus am Abend', 'Treffpunkt geschlossen', 'Sprechtag gewünscht', 'Haltestelle ohne Bord'])[1 + f.n % 5];
insert into public.need_report_messages (authority_id, report_id, kind, body, person_id, post_id, created_at)
select authority_id, id, 'interim_status', 'Wir klären mit zwei Trägern, ob ein Angebot möglich ist.', pg_temp.id('1', a, 1), pg_temp.id('2', a, 1), received_at + interval '10 days'
from filled where not is_open;
insert into public.need_report_answers (authority_id, report_id, decision, reason, person_id, post_id, created_at)
select authority_id, id, 'partly_accepted', 'Ein Angebot an zwei Tagen in der Woche ist im Haushalt vorgesehen.', pg_temp.id('1', a, 1), pg_temp.id('2', a, 1), received_at + interval '40 days'
from filled where not is_open;
insert into public.events (authority_id, subject_kind, subject_id, organisation_id, kind, person_id, person_name, post_id, post_title, created_at)
select authority_id, 'need_report', id, pg_temp.id('0', a, town), k.kind, pg_temp.id('1', a, 1), 'Frau Messung', pg_temp.id('2', a, 1), 'Sozialplanung', received_at + k.days * interval '1 day'
from filled cross join (values ('released', 0), ('assessed', 2), ('interim_status', 10), ('answered', 40)) k (kind, days)
where k.days = 0 or not is_open order by received_at;
insert into private.counters (authority_id, name, last)
select pg_temp.id('a', a), s.name, greatest(60, current_setting('bench.reports')::integer, nullif(current_setting('bench.first', true), '')::integer) from generate_series(1, current_setting('bench.authorities')::integer) a, (values ('reports-2025'), ('needs')) s (name)
on conflict (authority_id, name) do update set last = excluded.last;
delete from private.figure_snapshots;
select public.take_figures();
drop table filled;
set session_replication_role = origin;
analyze;
