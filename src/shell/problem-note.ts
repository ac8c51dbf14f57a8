/** Says below an element what is wrong with it, outside of what it draws itself; `undefined` takes the note away. */
export function showProblem(host: HTMLElement, message: string | undefined): void {
  const next = host.nextElementSibling;
  const present = next?.classList.contains('gb-problem-note') === true ? next : undefined;
  if (message === undefined) {
    present?.remove();
    return;
  }
  const note = present ?? document.createElement('p');
  note.className = 'gb-problem-note';
  note.setAttribute('role', 'alert');
  note.textContent = message;
  if (present === undefined) host.after(note);
}
