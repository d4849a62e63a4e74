/** The part of the mailbox server that the tests use; it brings no types. */
declare module 'hoodiecrow-imap' {
	import type { Server } from 'node:net';

	interface Folder {
		messages: { raw: string; flags: string[] }[];
	}
	interface MailboxServer {
		server: Server;
		folderCache: Record<string, Folder>;
		appendMessage: (folder: string, flags: string[], date: false, raw: string) => void;
		close: () => void;
	}
	export default function hoodiecrow(options: {
		plugins?: string[];
		storage: Record<string, { uidvalidity?: number; messages: { raw: string }[] }>;
	}): MailboxServer;
}
