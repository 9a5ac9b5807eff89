// Cloudscape's design tokens as a style sheet under names of our own, for light and for dark mode; written when the page
// is built (vite.config.ts). The values come from the package's data: its CSS variables carry hashes that differ between
// versions of its packages, and a variable that does not exist would quietly stay in its light value.

/** The parts of `index-visual-refresh.json` that matter here. */
export interface TokenData {
  readonly tokens: Readonly<
    Record<string, { readonly $value: string | Readonly<Record<'light' | 'dark', string>> }>
  >;
}

/** Our name -> Cloudscape's token. */
const names: Readonly<Record<string, string>> = {
  'tone-ok': 'color-charts-green-500',
  'tone-info': 'color-charts-blue-2-500',
  'tone-warning': 'color-charts-yellow-500',
  'tone-error': 'color-charts-red-500',
  'tone-neutral': 'color-text-status-inactive',
  'series-1': 'color-charts-palette-categorical-1',
  'series-2': 'color-charts-palette-categorical-2',
  'series-3': 'color-charts-palette-categorical-3',
  'series-4': 'color-charts-palette-categorical-4',
  'series-5': 'color-charts-palette-categorical-5',
  'chart-grid': 'color-charts-line-grid',
  // On bars, which are dark in light mode and light in dark mode.
  'bar-text': 'color-background-container-content',
  text: 'color-text-body-default',
  'text-secondary': 'color-text-body-secondary',
  'text-heading': 'color-text-heading-default',
  'text-link': 'color-text-link-default',
  'text-error': 'color-text-status-error',
  surface: 'color-background-container-content',
  'surface-raised': 'color-background-dropdown-item-default',
  'surface-shaded': 'color-background-cell-shaded',
  'surface-hover': 'color-background-dropdown-item-hover',
  'surface-code': 'color-background-code-view',
  'surface-selected': 'color-background-item-selected',
  'surface-input': 'color-background-input-default',
  'border-input': 'color-border-input-default',
  'border-focus': 'color-border-item-focused',
  'border-popover': 'color-border-popover',
  divider: 'color-border-divider-default',
  'divider-faint': 'color-border-divider-secondary',
  font: 'font-family-base',
  'font-mono': 'font-family-monospace',
  'font-small': 'font-size-body-s',
  'font-body': 'font-size-body-m',
  radius: 'border-radius-input',
  shadow: 'shadow-container-active',
  'code-keyword': 'color-charts-purple-700',
  'code-function': 'color-charts-blue-2-700',
  'code-string': 'color-charts-green-700',
  'code-number': 'color-charts-orange-700',
  'code-regex': 'color-charts-pink-700',
};

/** Throws when the package no longer has one of the tokens. */
export function tokenSheet({ tokens }: TokenData): string {
  const values = Object.entries(names).map(([name, token]) => {
    const value = tokens[token]?.$value;
    if (value === undefined) throw new Error(`Cloudscape has no design token ${token} any more (--${name}).`);
    return typeof value === 'string' ? { name, light: value, dark: value } : { name, ...value };
  });
  const block = (selector: string, mode: 'light' | 'dark') =>
    `${selector} {\n${values.map((value) => `  --${value.name}: ${value[mode]};\n`).join('')}}\n`;
  return block('body', 'light') + block('body.awsui-dark-mode', 'dark');
}
