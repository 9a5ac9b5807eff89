// The event behind a row, whole: its text laid out, and every field with its value.

import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Tabs from '@cloudscape-design/components/tabs';
import { useMemo } from 'react';
import { asProblem } from '../api/problem.ts';
import type { StoredEvent } from '../api/responses.ts';
import { useEvent } from '../api/use-api.ts';
import { formatTimestamp } from '../format/time.ts';
import { Loading } from '../shell/loading.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';
import { layoutJson } from './json-text.ts';

export function EventDetail({ pointer }: { readonly pointer: string }) {
  const { zone } = usePreferences();
  const { data, error, refetch } = useEvent(pointer);
  if (error !== null) return <ProblemAlert problem={asProblem(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading label="Reading the event" />;
  return (
    <div className="event-detail">
      <div className="event-detail-head">
        <span className="number">{formatTimestamp(data.timestampMs, zone)}</span>
        <span>
          {data.logGroup} · {data.logStream}
        </span>
        <CopyToClipboard
          variant="inline"
          textToCopy={data.message}
          textToDisplay="Copy the event"
          copyButtonAriaLabel="Copy the event"
          copySuccessText="Copied"
          copyErrorText="The browser did not allow copying."
        />
      </div>
      <Tabs
        ariaLabel="The event"
        tabs={[
          { id: 'json', label: 'Event', content: <Json message={data.message} /> },
          {
            id: 'fields',
            label: `Fields (${Object.keys(data.fields).length})`,
            content: <Fields event={data} />,
          },
        ]}
      />
    </div>
  );
}

function Json({ message }: { readonly message: string }) {
  const parts = useMemo(() => layoutJson(message), [message]);
  return (
    <pre className="code-block">
      {parts.map(({ text, kind }, at) =>
        kind === null || kind === 'punctuation' ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event never changes
          <span key={at} className={`json-${kind}`}>
            {text}
          </span>
        ),
      )}
    </pre>
  );
}

function Fields({ event }: { readonly event: StoredEvent }) {
  const fields = Object.entries(event.fields).toSorted(([a], [b]) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return (
    <dl className="event-fields">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
