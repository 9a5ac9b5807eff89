// One thing to do next; a command of ours in it is a link to the same question here.

import { useSearchParams } from 'react-router';
import { useDefinitions } from '../api/use-api.ts';
import { rangeSearch } from '../range/time-range.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { stepLink } from './step-link.ts';

export function NextStep({ step }: { readonly step: string }) {
  const definitions = useDefinitions();
  const [params] = useSearchParams();
  const link = stepLink(step, definitions.data ?? [], rangeSearch(params));
  if (link === null) return step;
  return (
    <>
      {link.before}
      <RouteLink to={link.path}>
        <span className="mono">{link.command}</span>
      </RouteLink>
      {link.after}
    </>
  );
}
