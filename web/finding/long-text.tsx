// A text that may be long: two lines of it, and the rest on demand.

import { useState } from 'react';
import './long-text.css';

/** About what two lines of a column hold. */
const shortChars = 90;

export function LongText({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  if (text.length <= shortChars) return <span className="long-text">{text}</span>;
  return (
    <button
      type="button"
      className={open ? 'long-text long-text-button' : 'long-text long-text-button long-text-cut'}
      title={open ? undefined : text}
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      {text}
    </button>
  );
}
