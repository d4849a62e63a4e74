// The script of a survey's pages: what is typed is saved while one writes.
import { saveByItself } from './field-autosave.ts';

const form = document.querySelector<HTMLFormElement>('form[data-page]');
if (form) saveByItself(form);
