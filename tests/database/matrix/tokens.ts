import { rights } from './right.ts';

const hash = `encode(extensions.gen_random_bytes(32), 'hex')`;

/** Tokens for programs: everybody's own, and nobody's else. What each scope opens is tried in `src/lib/api/answer.test.ts`. */
export const tokens = rights(`
	listing one's own tokens | signedIn | select public.my_access_tokens()
	seeing the clerk's token | clerk | select t from jsonb_array_elements(public.my_access_tokens()) t where t ->> 'id' = '{clerkToken}'
	seeing the planner's token | planner | select t from jsonb_array_elements(public.my_access_tokens()) t where t ->> 'id' = '{plannerToken}'
	seeing the secret of one's token | nobody | select t from jsonb_array_elements(public.my_access_tokens()) t where t::text ~ '[0-9a-f]{64}'
	making a token for oneself | signedIn | select public.add_access_token('Probe', ${hash}, array['read'], 30, private.person_id())
	making a token for the planner | nobody | insert into private.access_tokens (person_id, name, token_hash, scopes, expires_at) values ('{person planner}', 'Probe', ${hash}, array['read'], now() + interval '1 day')
	making a token without a fresh proof | nobody (RULED) | select public.add_access_token('Probe', ${hash}, array['read'], 30, gen_random_uuid())
	making a token without end | nobody (INVAL) | select public.add_access_token('Probe', ${hash}, array['read'], 366, private.person_id())
	making a token that ends never | nobody (INVAL) | select public.add_access_token('Probe', ${hash}, array['read'], null, private.person_id())
	making a token that may everything | nobody (INVAL) | select public.add_access_token('Probe', ${hash}, array['read', 'everything'], 30, private.person_id())
	making a token that may nothing | nobody (INVAL) | select public.add_access_token('Probe', ${hash}, '{}', 30, private.person_id())
	ending the clerk's token | clerk | select 1 from (select public.revoke_access_token('{clerkToken}') offset 0) x
	ending the planner's token | planner | select 1 from (select public.revoke_access_token('{plannerToken}') offset 0) x
	ending a token that is ended | nobody | select public.revoke_access_token('{endedToken}')
	making an ended token count again | nobody | update private.access_tokens set revoked_at = null where id = '{endedToken}'
	widening a token | nobody | update private.access_tokens set scopes = array['read', 'reports', 'calls'] where person_id = private.person_id()
	making a token last longer | nobody | update private.access_tokens set expires_at = now() + interval '300 days' where person_id = private.person_id()
`);
