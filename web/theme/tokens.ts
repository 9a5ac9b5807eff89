// Cloudscape's design tokens under names of our own, so that style sheets can use them: their real names carry a hash.
// Set on <body>, where Cloudscape switches between light and dark.

import * as token from '@cloudscape-design/design-tokens';

const variables: Readonly<Record<string, string>> = {
  '--tone-ok': token.colorChartsGreen600,
  '--tone-info': token.colorChartsBlue2600,
  '--tone-warning': token.colorChartsYellow500,
  '--tone-error': token.colorChartsRed600,
  '--tone-neutral': token.colorChartsLineTick,
  '--series-1': token.colorChartsPaletteCategorical1,
  '--series-2': token.colorChartsPaletteCategorical2,
  '--series-3': token.colorChartsPaletteCategorical3,
  '--series-4': token.colorChartsPaletteCategorical4,
  '--series-5': token.colorChartsPaletteCategorical5,
  '--series-6': token.colorChartsPaletteCategorical6,
  '--chart-grid': token.colorChartsLineGrid,
  '--chart-axis': token.colorChartsLineAxis,
  '--bar-text': token.colorTextNotificationDefault,
  '--text': token.colorTextBodyDefault,
  '--text-secondary': token.colorTextBodySecondary,
  '--text-heading': token.colorTextHeadingDefault,
  '--text-link': token.colorTextLinkDefault,
  '--text-accent': token.colorTextAccent,
  '--text-error': token.colorTextStatusError,
  '--text-warning': token.colorTextStatusWarning,
  '--text-success': token.colorTextStatusSuccess,
  '--surface': token.colorBackgroundContainerContent,
  '--surface-raised': token.colorBackgroundDropdownItemDefault,
  '--surface-shaded': token.colorBackgroundCellShaded,
  '--surface-hover': token.colorBackgroundDropdownItemHover,
  '--surface-code': token.colorBackgroundCodeView,
  '--surface-selected': token.colorBackgroundItemSelected,
  '--surface-input': token.colorBackgroundInputDefault,
  '--border-input': token.colorBorderInputDefault,
  '--border-focus': token.colorBorderItemFocused,
  '--border-popover': token.colorBorderPopover,
  '--divider': token.colorBorderDividerDefault,
  '--divider-faint': token.colorBorderDividerSecondary,
  '--font': token.fontFamilyBase,
  '--font-mono': token.fontFamilyMonospace,
  '--font-small': token.fontSizeBodyS,
  '--font-body': token.fontSizeBodyM,
  '--radius': token.borderRadiusInput,
  '--shadow': token.shadowContainerActive,
  '--code-keyword': token.colorChartsPurple700,
  '--code-function': token.colorChartsBlue2700,
  '--code-string': token.colorChartsGreen700,
  '--code-number': token.colorChartsOrange700,
  '--code-regex': token.colorChartsPink700,
};

export function defineTokens(element: HTMLElement): void {
  for (const [name, value] of Object.entries(variables)) element.style.setProperty(name, value);
}
