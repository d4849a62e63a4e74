-- Adds calls to what fill.sql made: one with 15 addressees and four fields in each authority; in the first, which is measured,
-- one with 220 addressees and twelve fields, two thirds of them answered. Triggers are off, as there. Freely invented.
set session_replication_role = replica;

create or replace function pg_temp.id(p_kind text, p_a integer, p_n integer default 0) returns uuid language sql immutable as $$
	select (p_kind || lpad(p_a::text, 7, '0') || '-0000-4000-9000-' || lpad(p_n::text, 12, '0'))::uuid
$$;

insert into public.organisations (id, authority_id, kind, name)
select pg_temp.id('0', 1, o), pg_temp.id('a', 1), 'provider', 'Träger ' || o from generate_series(16, 220) o on conflict do nothing;
insert into public.calls (id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers, retention, form_version, state, opened_at)
select pg_temp.id('c', a), pg_temp.id('a', a), 'surveys', 'messung', 'Abfrage zur Messung', 'Bitte melden Sie Ihre Bedarfe.', now() - interval '20 days',
	now() + interval '20 days', pg_temp.id('2', a, 1), 'Messung', 'Messung', 'Alle', 'Lange', 1, 'open', now() - interval '20 days'
from generate_series(1, current_setting('bench.authorities')::integer) a on conflict do nothing;
insert into public.call_fields (call_id, authority_id, field_of_action)
select pg_temp.id('c', a), pg_temp.id('a', a), f.key from generate_series(1, current_setting('bench.authorities')::integer) a join public.fields_of_action f on f.position <= case a when 1 then 12 else 4 end
on conflict do nothing;
insert into public.call_addressees (id, authority_id, call_id, organisation_id, organisation_name, due_at, invited_at, opened_at, begun_at, answered_at, outcome)
select pg_temp.id('d', a, o), pg_temp.id('a', a), pg_temp.id('c', a), pg_temp.id('0', a, o), 'Adressat ' || o, now() + interval '20 days', now() - interval '20 days',
	now() - interval '19 days', now() - interval '18 days', case when o % 3 > 0 then now() - interval '10 days' end, case when o % 3 > 0 then 'submitted' end
from generate_series(1, current_setting('bench.authorities')::integer) a, generate_series(1, 220) o where o <= case a when 1 then 220 else 15 end on conflict do nothing;
insert into public.call_notices (authority_id, call_id, addressee_id, kind, written_at, letters)
select d.authority_id, d.call_id, d.id, 'invitation', d.invited_at, 2 from public.call_addressees d
where not exists (select from public.call_notices n where n.addressee_id = d.id);
insert into public.call_returns (id, authority_id, call_id, addressee_id, organisation_id, outcome, is_late, created_at)
select d.id, d.authority_id, d.call_id, d.id, d.organisation_id, 'nil_return', false, d.answered_at
from public.call_addressees d where d.answered_at is not null on conflict do nothing;
insert into public.survey_return_fields (authority_id, call_id, addressee_id, organisation_id, return_id, field_of_action, outcome)
select d.authority_id, d.call_id, d.id, d.organisation_id, d.id, f.field_of_action, 'nil_return'
from public.call_addressees d join public.call_fields f on f.call_id = d.call_id where d.answered_at is not null on conflict do nothing;
insert into public.meetings (authority_id, organisation_id, starts_at, title, uid)
select d.authority_id, d.organisation_id, now() + interval '9 days', 'Ratssitzung', 'messung-' || d.id from public.call_addressees d on conflict do nothing;

reset session_replication_role;
analyze public.calls, public.call_addressees, public.call_notices, public.call_returns, public.survey_return_fields, public.meetings, public.organisations;
