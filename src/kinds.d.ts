// Written by `npm run types` from private.notice_kinds and private.mail_kinds.
declare namespace App {
	/** Kinds of notices by the noun that writes their letters. */
	interface NoticeKinds {
		assistances: 'assistance';
		barriers: 'barrier';
		calls:
			| 'call_answered'
			| 'call_extension_asked'
			| 'call_extension_granted'
			| 'call_extension_refused'
			| 'call_handed_in'
			| 'call_invitation'
			| 'call_prolongation'
			| 'call_receipt'
			| 'call_reminder'
			| 'call_reminder_day'
			| 'call_reminder_late'
			| 'call_reminder_week'
			| 'call_result';
		contributions: 'contribution';
		dormant: 'dormant';
		imports: 'import_receipt';
		invitations: 'invitation';
		overdue: 'overdue';
		reports:
			| 'addition'
			| 'answer_corrected'
			| 'answered'
			| 'draft_handed_in'
			| 'draft_returned'
			| 'entered_words'
			| 'gap_answered'
			| 'gap_asked'
			| 'handed_over'
			| 'interim_status'
			| 'news'
			| 'news_entered'
			| 'question'
			| 'receipt'
			| 'receipt_entered'
			| 'reply';
		votes: 'vote_opened' | 'vote_reminder' | 'vote_result';
	}
	type MailKind =
		| 'addition'
		| 'address_change'
		| 'answer_corrected'
		| 'answered'
		| 'assistance'
		| 'barrier'
		| 'call_extension'
		| 'call_invitation'
		| 'call_news'
		| 'call_receipt'
		| 'call_reminder'
		| 'contribution'
		| 'digest'
		| 'dormant'
		| 'draft_handed_in'
		| 'draft_returned'
		| 'gap_answered'
		| 'gap_asked'
		| 'handed_over'
		| 'interim_status'
		| 'invitation'
		| 'news'
		| 'overdue'
		| 'password'
		| 'question'
		| 'receipt'
		| 'reply'
		| 'second_factor'
		| 'sign_in'
		| 'vote_asked'
		| 'vote_reminder'
		| 'vote_result';
	/** Those that start as no notice; the table says why. */
	type DirectMailKind = 'address_change' | 'digest' | 'password' | 'second_factor' | 'sign_in';
}
