// The questions side by side, each leading to its page.

import Cards from '@cloudscape-design/components/cards';
import { useSearchParams } from 'react-router';
import type { Definition } from '../api/responses.ts';
import { rangeSearch } from '../range/time-range.ts';
import { RouteLink } from '../shell/route-link.tsx';

export function QuestionCards({ definitions }: { readonly definitions: readonly Definition[] }) {
  const [params] = useSearchParams();
  return (
    <Cards
      items={definitions}
      trackBy="id"
      ariaLabels={{ itemSelectionLabel: (_, { question }) => question, selectionGroupLabel: 'Questions' }}
      cardsPerRow={[
        { cards: 1 },
        { minWidth: 620, cards: 2 },
        { minWidth: 1_000, cards: 3 },
        { minWidth: 1_500, cards: 4 },
      ]}
      cardDefinition={{
        header: ({ id, question }) => (
          <RouteLink to={`/q/${id}${rangeSearch(params)}`} fontSize="heading-s">
            {question}
          </RouteLink>
        ),
        sections: [{ id: 'summary', content: ({ summary }) => summary }],
      }}
    />
  );
}
