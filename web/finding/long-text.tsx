// A text that may be long: two lines of it, and the rest on demand. Names break where their parts meet.

import { Fragment, type ReactNode, useState } from 'react';
import './long-text.css';

/** About what two lines of a narrow column hold. */
const shortChars = 60;

export function LongText({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  if (text.length <= shortChars) return <span className="long-text">{breakable(text)}</span>;
  return (
    <button
      type="button"
      className={open ? 'long-text long-text-button' : 'long-text long-text-button long-text-cut'}
      title={open ? undefined : text}
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      {breakable(text)}
    </button>
  );
}

/** `SERVICE_TASK_START_IMPAIRED` and ARNs may break after their separators rather than anywhere. */
const breakable = (text: string): ReactNode =>
  text.split(/(?<=[_/:])(?=\S)/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
