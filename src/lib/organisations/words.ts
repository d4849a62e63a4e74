import { m } from '#lib/i18n/paraglide/messages.js';
import type { Kind } from './organisation.ts';
import type { PostKind } from './post.ts';

/** What one organisation of a kind is called, and what several are. */
export const kindInWords = (kind: Kind): string => m[`organisations_kind_${kind}`]();
export const kindsInWords = (kind: Kind): string => m[`organisations_kinds_${kind}`]();

/** What a kind of post is called, and what it may do. */
export const postKindInWords = (kind: PostKind): string => m[`organisations_post_kind_${kind}`]();
export const rightsInWords = (kind: PostKind): string => m[`organisations_rights_${kind}`]();

const recorded = {
	authorities_update: m.organisations_record_authority_changed,
	organisations_insert: m.organisations_record_organisation_added,
	organisations_update: m.organisations_record_organisation_changed,
	posts_insert: m.organisations_record_post_added,
	posts_update: m.organisations_record_post_changed,
	holdings_insert: m.organisations_record_holding_added,
	holdings_update: m.organisations_record_holding_changed,
	invitations_insert: m.organisations_record_invited,
	invitations_update: m.organisations_record_invitation_changed,
	assistances_insert: m.assistance_record_named,
	assistances_accept: m.assistance_record_accepted,
	assistances_revoke: m.assistance_record_ended,
	account_deleted: m.organisations_record_account_deleted,
	account_expired: m.organisations_record_account_expired,
	second_factor_reset: m.organisations_record_second_factor_reset
};

/** What an entry of the record of rights says happened. */
export const recordInWords = (kind: string): string =>
	recorded[kind as keyof typeof recorded]?.() ?? m.organisations_record_other();
