// Queries to start from, in full, as long as nothing was asked.

import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import './sample-list.css';
import { QueryText } from '../editor/query-text.tsx';
import { samples } from './samples.ts';

export function SampleList({ onPick }: { readonly onPick: (query: string) => void }) {
  return (
    <Container
      header={
        <Header variant="h2" description="Each runs as it is; change it afterwards.">
          Sample queries
        </Header>
      }
    >
      <ul className="sample-list">
        {samples.map(({ id, title, query }) => (
          <li key={id}>
            <div className="sample-list-head">
              <strong>{title}</strong>
              <Button variant="inline-link" ariaLabel={`Run: ${title}`} onClick={() => onPick(query)}>
                Run
              </Button>
            </div>
            <QueryText query={query} />
          </li>
        ))}
      </ul>
    </Container>
  );
}
