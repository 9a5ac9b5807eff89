// The questions side by side, each leading to its page.

import { useSearchParams } from 'react-router';
import './question-list.css';
import type { Definition } from '../api/responses.ts';
import { rangeSearch } from '../range/time-range.ts';
import { RouteLink } from '../shell/route-link.tsx';

export function QuestionList({ definitions }: { readonly definitions: readonly Definition[] }) {
  const [params] = useSearchParams();
  return (
    <ul className="question-list">
      {definitions.map(({ id, question, summary }) => (
        <li key={id}>
          <RouteLink to={`/q/${id}${rangeSearch(params)}`} fontSize="heading-xs">
            {question}
          </RouteLink>
          <div>{summary}</div>
        </li>
      ))}
    </ul>
  );
}
