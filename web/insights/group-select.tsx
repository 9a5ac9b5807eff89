// Which log groups a query reads; none chosen means all of them.

import Multiselect from '@cloudscape-design/components/multiselect';
import { useLogGroups } from '../api/use-api.ts';
import { counted } from '../format/quantities.ts';

interface Props {
  readonly groups: readonly string[];
  readonly onChange: (groups: readonly string[]) => void;
}

export function GroupSelect({ groups, onChange }: Props) {
  const { data, error, isFetching } = useLogGroups();
  const options = (data ?? []).map(({ name, events }) => ({
    value: name,
    label: name,
    labelTag: counted(events, 'event'),
  }));
  const known = new Map(options.map((option) => [option.value, option]));
  return (
    <Multiselect
      ariaLabel="Log groups"
      placeholder={`All log groups${data === undefined ? '' : ` (${data.length})`}`}
      selectedOptions={groups.map((name) => known.get(name) ?? { value: name, label: name })}
      options={options}
      filteringType="auto"
      filteringPlaceholder="Find a log group"
      tokenLimit={3}
      enableSelectAll={false}
      statusType={error !== null ? 'error' : isFetching ? 'loading' : 'finished'}
      errorText="The log groups could not be read."
      empty="There is no log group yet."
      onChange={({ detail }) => onChange(detail.selectedOptions.flatMap(({ value }) => value ?? []))}
    />
  );
}
