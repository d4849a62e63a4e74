import type { Note } from './block.ts';

/** Where the notes of a text stand on a page. */
export interface NotePlaces {
	/** Unique on the page, before the addresses of their places in the text. */
	id: string;
	/** In the order in which they are counted; `address` is that of the note. */
	notes: { key: string; address: string }[];
}

export const addressOfNote = (id: string, key: string) => `${id}-note-${key}`;

/** The notes of one text. */
export const placesOfNotes = (id: string, notes: Note[]): NotePlaces => ({
	id,
	notes: notes.map(({ key }) => ({ key, address: addressOfNote(id, key) }))
});
