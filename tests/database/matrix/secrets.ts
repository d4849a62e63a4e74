import { rights } from './right.ts';

const tables = [
	'sessions',
	'passwords',
	'mails',
	'mail_groups',
	'mail_kinds',
	'notice_kinds',
	'notices',
	'keys',
	'sign_ins',
	'throttles',
	'kept_forms',
	'retention_rules',
	'draft_notices',
	'address_changes',
	'second_factors',
	'second_factor_offers',
	'recovery_codes',
	'challenges',
	'counters',
	'feeds',
	'figure_snapshots',
	'access_tokens',
	'addressee_links',
	'addressee_link_uses',
	'link_duties',
	'recent_acts',
	'secret_ballots'
];

/** What only the server's own role may call. */
const calls = `
	session_find('x')
	session_create(repeat('a', 64), '{person planner}', 'x', now() + interval '1 day')
	session_extend('x', now())
	session_end('x')
	session_end_of('{person planner}')
	account_of('{person planner}')
	count_guest('x')
	tell_barriers('{harz}')
	sign_in_begin('a@b.example', 'x', 'x', 'y')
	sign_in_again(gen_random_uuid(), 'x', 'x', 'x', 'y')
	sign_in_by_code(gen_random_uuid(), 'x', 'x')
	sign_in_by_link('x')
	sign_in_password('a@b.example', 'x')
	sign_in_failed('a@b.example')
	password_set('{person planner}', 'x', '{person planner}')
	kept_form_keep('{person planner}', '/x', '{}')
	kept_form_find('{person planner}', '/x')
	kept_form_forget('{person planner}', '/x')
	addressee_link_find('x')
	addressee_link_use('x', gen_random_uuid(), 'x', '{}')
	invitation_find('x')
	invitation_accept('x')
	invitation_token(gen_random_uuid(), 'x')
	sample_people()
	mail_queue_many('[]')
	mail_pass(gen_random_uuid())
	mail_keep(gen_random_uuid())
	mail_bounced(gen_random_uuid(), '5.1.1', 'bounced')
	mail_sweep()
	mail_digests_due()
	mail_bundle(gen_random_uuid(), gen_random_uuid(), '{}', '{}')
	unsubscribe_find('x')
	unsubscribe('x')
	mail_outbox()
	letters_due(gen_random_uuid())
	post_letters(gen_random_uuid(), '{}', '[]')
	remind_overdue()
	index_words()
	feed_of('{person planner}')
	feed_replace('{person planner}', repeat('a', 64), '{person planner}')
	is_session_proven('{person planner}', '{person planner}')
	end_everywhere('{person planner}', null, true)
	feed_revoke('{person planner}')
	feed_find('x', 'x')
	purge_expired()
	take_figures()
	end_votes()
	remind_votes()
	authority_for_host('x')
	session_prove('{person planner}', gen_random_uuid())
	address_change_begin('{person planner}', 'a@b.example', 'x', repeat('a', 64), repeat('b', 64), '{person planner}')
	address_change_find('x', 'x')
	address_change_confirm('x')
	address_change_object('x')
	account_leaving('{person planner}')
	account_delete('{person planner}', gen_random_uuid())
	tell_dormant()
	delete_dormant_accounts()
	challenge_begin('{person planner}', repeat('a', 64), '/start')
	challenge_try('x', 'x')
	challenge_pass('x', 1, null)
	second_factor_of('{person planner}')
	second_factor_try('{person planner}', 'x')
	second_factor_offer('{person planner}', '{person planner}', repeat('A', 32))
	second_factor_confirm('{person planner}', gen_random_uuid(), repeat('A', 32), 1, '{}')
	second_factor_codes('{person planner}', 1, null, '{}')
	second_factor_remove('{person planner}', 1, null)
	purge_challenges()
	access_token_find(repeat('a', 64))
`;

/** Secrets, the server's own functions and the machinery: for nobody. */
export const secrets = rights(`
${tables.map((table) => `reading private.${table} | nobody | select * from private.${table}`).join('\n')}
${tables.map((table) => `deleting private.${table} | nobody | delete from private.${table}`).join('\n')}
${lines(calls)
	.map((call) => `the server's own ${call.split('(')[0]} | nobody | select public.${call}`)
	.join('\n')}
	queueing a job | nobody | select graphile_worker.add_job('purge')
	queueing a job by our own function | nobody | select private.queue_job('purge', '{}')
	queueing a mail past the list | nobody | select private.queue_mails(gen_random_uuid())
	having somebody told of something | nobody | select private.tell(array['barrier'], '{harz}', 'barrier_report', gen_random_uuid())
	posting a mail past the list | nobody | select private.post_mails('[]')
	asking where mails went | nobody | select from private.deliveries_of(array[gen_random_uuid()])
	signing a link that ends another's mails | nobody | select private.unsubscribe_token('{person planner}', 'planning')
	reading the queue | nobody | select from graphile_worker.jobs
	writing the chronicle by our own function | nobody | select private.record_event('{harz}', 'call', null, null, 'x', null, null, null, null, false)
	deleting somebody by our own function | nobody | select private.delete_person('{person planner}', 'account_deleted')
	taking a second factor away by our own function | nobody | select private.forget_second_factor('{person planner}')
	drawing a number | nobody | select private.next_number('{harz}', 'reports-2026')
	making a table | nobody | create table public.mine (id integer)
	turning row security off | nobody | alter table public.need_report_drafts disable row level security
`);

function lines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}
