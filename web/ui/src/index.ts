export { useAddress } from './address';
export { Furrows, Mark } from './brand';
export { Confirm, CopyField, type Difference, StaleDialog } from './dialogs';
export { FilterSheet } from './filter-sheet';
export { Chips, SearchField } from './filters';
export { ProblemForm, useCountdown, useDraft } from './form';
export * from './icons';
export { Banner, Facts, overlayOpen, Page, Section, SidePanel, Split, Tag, type Tone, Watermark } from './layout';
export { Count, counted, Initial, Meter } from './measure';
export { type Branch, branches, DepartmentSelect, MemberName, MemberSelect, useDepartments } from './people';
export { usePinned } from './pinned';
export { Empty, Failed, ProblemNote, problemText, Skeleton } from './problems';
export { RightName, RightsField, RightsList } from './rights';
export { TimeZoneSelect } from './TimeZoneSelect';
export { TradeSelect } from './TradeSelect';
export { type Column, DataTable, typing } from './table';
export { THEME_KEY, type ThemeChoice, TilthTheme, useMedia, usePhone, useTheme } from './theme';
export {
  ago,
  date,
  dateTime,
  dayOf,
  daysUntil,
  endOfDay,
  Moment,
  startOfDay,
  useNow,
  useZone,
  Zone,
} from './time';
