-- More people for the first authority of fill.sql, which is measured: seven planners beside the one there, clerk and head of
-- seven more administrations. These planners want no mail about reports, so that a submission writes three letters as before.
-- Freely invented.
set session_replication_role = replica;

create or replace function pg_temp.id(p_kind text, p_a integer, p_n integer default 0) returns uuid language sql immutable as $$
	select (p_kind || lpad(p_a::text, 7, '0') || '-0000-4000-9000-' || lpad(p_n::text, 12, '0'))::uuid
$$;

create temporary table more as
select 10 + k as n, 1 as like_whom, 0 as organisation from generate_series(1, 7) k
union all select kind * 10 + k, kind, k from generate_series(2, 8) k, generate_series(2, 3) kind;

insert into public.people (id, salutation, given_name, family_name, email)
select pg_temp.id('1', 1, n), 'Frau', 'Erika', 'Messung', 'person-1-' || n || '@messung.example' from more on conflict do nothing;
insert into private.second_factors (person_id, secret, last_step)
select pg_temp.id('1', 1, n), repeat('A', 32), 0 from more where like_whom = 1 on conflict do nothing;
insert into public.posts (id, authority_id, organisation_id, kind, title)
select pg_temp.id('2', 1, m.n), p.authority_id, pg_temp.id('0', 1, m.organisation), p.kind, p.title || ' ' || m.n
from more m join public.posts p on p.id = pg_temp.id('2', 1, m.like_whom) on conflict do nothing;
insert into public.holdings (id, authority_id, post_id, person_id, capacity, starts_on)
select pg_temp.id('3', 1, n), pg_temp.id('a', 1), pg_temp.id('2', 1, n), pg_temp.id('1', 1, n), 'holder', '2020-01-01' from more on conflict do nothing;
insert into public.mail_preferences (person_id, kind_group, pace)
select pg_temp.id('1', 1, n), 'planning', 'never' from more where like_whom = 1 on conflict do nothing;

drop table more;
set session_replication_role = origin;
