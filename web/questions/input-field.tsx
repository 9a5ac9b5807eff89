// The field of one input. Where the recording knows the possible values (services, clusters), it offers them.

import Autosuggest from '@cloudscape-design/components/autosuggest';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import type { InvestigationInput } from '../api/responses.ts';
import { useQueryResult } from '../api/use-api.ts';
import { counted } from '../format/quantities.ts';
import { useTimeRange } from '../range/use-time-range.ts';
import { knownValues, knownValuesQuery, valueField } from './known-values.ts';

interface Props {
  readonly input: InvestigationInput;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A known value was chosen. */
  readonly onPick: (value: string) => void;
}

export function InputField(props: Props) {
  const field = valueField(props.input.name);
  return field === undefined ? <FreeField {...props} /> : <KnownField {...props} field={field} />;
}

function FreeField({ input, value, onChange }: Props) {
  return (
    <Input
      name={input.name}
      value={value}
      placeholder={input.placeholder}
      spellcheck={false}
      autoComplete={false}
      onChange={({ detail }) => onChange(detail.value)}
    />
  );
}

function KnownField({ input, value, onChange, onPick, field }: Props & { readonly field: string }) {
  const { range } = useTimeRange('history');
  // Most readers come with a name; who looks for one goes to the field first.
  const [wanted, setWanted] = useState(false);
  const asked = wanted && range !== null ? { query: knownValuesQuery(field), ...range } : null;
  const known = useQueryResult(asked, 'known-values');
  return (
    <Autosuggest
      name={input.name}
      value={value}
      placeholder={input.placeholder}
      ariaLabel={input.label}
      enteredTextLabel={(text) => `Use “${text}”`}
      statusType={known.isFetching ? 'loading' : 'finished'}
      loadingText="Looking for values in the recording"
      empty="No value in this time range"
      options={knownValues(known.data).map(({ value: one, events }) => ({
        value: one,
        labelTag: counted(events, 'event'),
      }))}
      onFocus={() => setWanted(true)}
      onChange={({ detail }) => onChange(detail.value)}
      onSelect={({ detail }) => onPick(detail.value)}
    />
  );
}
