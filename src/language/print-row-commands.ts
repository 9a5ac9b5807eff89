// Canonical text of the commands that work on rows and columns: defaults are left out.

import type {
  AccumCommand,
  AddtotalsCommand,
  Alias,
  AutoregressCommand,
  CountFrequentCommand,
  FieldExpr,
  FilldownCommand,
  OutlierCommand,
  SessionizeCommand,
  UnmaskCommand,
  Wildcard,
} from './ast.ts';
import { aliasText, fieldText } from './names.ts';
import { periodText } from './period.ts';

export type RowCommand =
  | AccumCommand
  | AddtotalsCommand
  | AutoregressCommand
  | CountFrequentCommand
  | FilldownCommand
  | OutlierCommand
  | SessionizeCommand
  | UnmaskCommand;

export function rowCommandText(command: RowCommand): string {
  return [command.kind, ...parts(command).filter((part) => part !== '')].join(' ');
}

function parts(command: RowCommand): readonly string[] {
  switch (command.kind) {
    case 'accum':
      return [fieldOrWildcardText(command.field), asText(command.alias)];
    case 'autoregress': {
      const { field, alias, first, last } = command;
      const lags = first === last ? `${first}` : `${first}-${last}`;
      return [fieldOrWildcardText(field), asText(alias), lags === '1' ? '' : `p=${lags}`];
    }
    case 'filldown':
      return command.fields.map(fieldOrWildcardText);
    case 'outlier': {
      const { action, factor, lower, mark, fields } = command;
      return [
        action === 'remove' ? 'action=remove' : '',
        factor === 2.5 ? '' : `param=${factor}`,
        lower ? 'uselower=true' : '',
        mark ? 'mark=true' : '',
        ...fields.map(fieldOrWildcardText),
      ];
    }
    case 'sessionize': {
      const { fields, maxspan, alias } = command;
      const span = maxspan === undefined ? '' : `maxspan ${periodText(maxspan.count, maxspan.unit)}`;
      return [listText(fields), span, asText(alias)];
    }
    case 'addtotals': {
      const { name, row, column, fields } = command;
      return [
        name === undefined ? '' : `fieldname=${aliasText(name.name)}`,
        row ? '' : 'row=false',
        column ? 'col=true' : '',
        listText(fields),
      ];
    }
    case 'countFrequent':
    case 'unmask':
      return [listText(command.fields)];
  }
}

function asText(alias: Alias | undefined): string {
  return alias === undefined ? '' : `as ${aliasText(alias.name)}`;
}

function listText(fields: readonly FieldExpr[]): string {
  return fields.map(fieldOrWildcardText).join(', ');
}

function fieldOrWildcardText(field: FieldExpr | Wildcard): string {
  return field.kind === 'wildcard' ? field.pattern : fieldText(field.segments);
}
