// The queries that an answer rests on: to be read, run again here, or taken to the AWS console.

import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Evidence as EvidenceData } from '../../src/investigations/finding.ts';
import { QueryText } from '../editor/query-text.tsx';
import { counted } from '../format/quantities.ts';
import { formatTime } from '../format/time.ts';
import { RouteLink } from '../shell/route-link.tsx';
import { usePreferences } from '../shell/use-preferences.tsx';
import { insightsPath } from './links.ts';

export function Evidence({ evidence }: { readonly evidence: readonly EvidenceData[] }) {
  return (
    <ExpandableSection
      variant="container"
      headerText="Evidence"
      headerCounter={`(${evidence.length})`}
      headerDescription="The queries behind this answer. Each can be run again here or in the AWS console."
    >
      <SpaceBetween size="l">
        {evidence.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same query may be asked twice
          <EvidenceQuery key={at} evidence={one} />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

function EvidenceQuery({ evidence }: { readonly evidence: EvidenceData }) {
  const { zone } = usePreferences();
  const { title, query, awsQuery, rows, startMs, endMs } = evidence;
  return (
    <div>
      <div className="evidence-head">
        <div>
          <Box variant="h4" padding="n">
            {title}
          </Box>
          <Box variant="small" color="text-body-secondary">
            {counted(rows, 'row')} · {formatTime(startMs, zone)} – {formatTime(endMs, zone)}
          </Box>
        </div>
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <RouteLink to={insightsPath(query, { startMs, endMs })}>Open in Insights</RouteLink>
          <CopyToClipboard
            copyButtonText="Copy for the AWS console"
            textToCopy={awsQuery}
            copySuccessText="Copied. Paste it into Logs Insights."
            copyErrorText="The browser did not allow copying."
          />
        </SpaceBetween>
      </div>
      <QueryText query={query} />
    </div>
  );
}
