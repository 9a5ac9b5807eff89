// Why the server refused a query: each mistake with its place drawn under the text; a click leads to it in the editor.

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Diagnostic, renderDiagnostics, type Span } from '../../src/language/index.ts';
import { counted } from '../format/quantities.ts';

interface Props {
  /** The text that was refused. */
  readonly query: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly onGoTo: (span: Span) => void;
}

export function DiagnosticsPanel({ query, diagnostics, onGoTo }: Props) {
  return (
    <Alert type="error" header={`The query cannot run: ${counted(diagnostics.length, 'mistake')}`}>
      <SpaceBetween size="s">
        {diagnostics.map((diagnostic) => (
          <div key={`${diagnostic.span.start} ${diagnostic.message}`}>
            <pre className="code-block">{renderDiagnostics(query, [diagnostic])}</pre>
            <Button variant="inline-link" onClick={() => onGoTo(diagnostic.span)}>
              Show it in the editor
            </Button>
          </div>
        ))}
      </SpaceBetween>
    </Alert>
  );
}
