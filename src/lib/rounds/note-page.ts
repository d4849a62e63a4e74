// The script of a page on which a note is written: what is typed is kept while one writes.
import { keepTyped } from './note-autosave.ts';

const form = document.querySelector<HTMLFormElement>('form[data-note]');
if (form) keepTyped(form);
