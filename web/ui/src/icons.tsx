import type { ReactNode } from 'react';

/** One pen for all: 20 units, a line of 1.5, round ends. Decorative; the label beside it speaks. */
function icon(children: ReactNode) {
  return function Icon({ size = 18 }: { size?: number }) {
    return (
      <svg
        className="icon"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {children}
      </svg>
    );
  };
}

export const HomeIcon = icon(
  <path d="M3.5 9 10 3.5 16.5 9v7a.5.5 0 0 1-.5.5h-4v-4.500h-5v4.500H4a.5.5 0 0 1-.5-.5Z" />,
);
export const PeopleIcon = icon(
  <>
    <circle cx="7.500" cy="7" r="2.750" />
    <path d="M2.500 16c.3-2.800 2.300-4.500 5-4.500s4.700 1.700 5 4.500M13 4.500a2.600 2.600 0 0 1 0 5M14.500 11.800c1.700.5 2.800 2 3 4.200" />
  </>,
);
export const ReachIcon = icon(
  <path d="M10 16.500V9M10 9c0-3 2-4.800 5.500-5C15.500 7.500 13.500 9 10 9ZM10 12c0-2.300-1.600-3.700-4.500-4 0 2.700 1.700 4 4.500 4ZM4 16.500h12" />,
);
export const ContentIcon = icon(<path d="M4 5.500h12M4 10h12M4 14.500h7" />);
export const SalesIcon = icon(<path d="M3.500 15.500 8 10.500l3 2.500 5.500-7M12.500 6h4v4" />);
export const ServiceIcon = icon(
  <path d="M16.500 10a6.500 6.500 0 1 1-2.300-5M16.500 3.500v3h-3M7.500 10.200l1.800 1.800 3.400-3.700" />,
);
export const DataIcon = icon(<path d="M4 16.500v-5M10 16.500v-13M16 16.500v-8.500" />);
export const SettingsIcon = icon(
  <>
    <path d="M3.500 6h6M14 6h2.500M3.500 14H6M10.500 14h6" />
    <circle cx="11.750" cy="6" r="2" />
    <circle cx="8.250" cy="14" r="2" />
  </>,
);
export const SearchIcon = icon(
  <>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 3.500 3.500" />
  </>,
);
export const MenuIcon = icon(<path d="M3.500 6h13M3.500 10h13M3.500 14h13" />);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const SunIcon = icon(
  <>
    <circle cx="10" cy="10" r="3.250" />
    <path d="M10 2.500v1.500M10 16v1.500M2.500 10H4M16 10h1.500M4.700 4.700l1 1M14.300 14.300l1 1M4.700 15.300l1-1M14.300 5.700l1-1" />
  </>,
);
export const MoonIcon = icon(<path d="M16 11.500A6.500 6.500 0 0 1 8.500 4a6.500 6.500 0 1 0 7.500 7.500Z" />);
export const SystemIcon = icon(<path d="M3 4.500h14v9H3zM7.500 16.500h5" />);
export const GlobeIcon = icon(
  <>
    <circle cx="10" cy="10" r="6.750" />
    <path d="M3.250 10h13.500M10 3.250c2 2 2.800 4.200 2.800 6.750S12 14.750 10 16.750C8 14.750 7.200 12.550 7.200 10S8 5.250 10 3.250Z" />
  </>,
);
export const PersonIcon = icon(
  <>
    <circle cx="10" cy="7" r="3" />
    <path d="M4 16.500c.5-3 2.900-4.800 6-4.800s5.500 1.800 6 4.800" />
  </>,
);
export const BuildingIcon = icon(
  <path d="M4.500 16.500v-12A.5.5 0 0 1 5 4h6.500a.5.5 0 0 1 .5.5v12M12 8.500h3a.5.5 0 0 1 .5.5v7.500M3 16.500h14M7 7.500h2.500M7 10.500h2.500M7 13.500h2.500" />,
);
export const KeyIcon = icon(
  <>
    <circle cx="7" cy="13" r="3.250" />
    <path d="m9.400 10.600 6.600-6.600M13.500 6.500l2 2M11.500 8.500l1.500 1.500" />
  </>,
);
export const TrailIcon = icon(<path d="M10 5.500V10l3 2M3.500 10a6.500 6.500 0 1 0 2-4.700M3.500 3.500v3h3" />);
export const HelpIcon = icon(
  <>
    <circle cx="10" cy="10" r="6.750" />
    <path d="M7.900 8c.2-1.200 1-1.800 2.100-1.800 1.300 0 2.200.8 2.200 1.900 0 1.700-2.200 1.700-2.200 3.200M10 13.700v.1" />
  </>,
);
export const SupportIcon = icon(
  <path d="M4 12V9.500a6 6 0 0 1 12 0V12M4 11h2v4H5a1 1 0 0 1-1-1ZM16 11h-2v4h1a1 1 0 0 0 1-1ZM15 15c0 1.200-1 2-2.500 2H11" />,
);
export const DownIcon = icon(<path d="m6 8 4 4 4-4" />);
export const RightIcon = icon(<path d="m8 5.500 4.500 4.500L8 14.500" />);
export const CheckIcon = icon(<path d="m4.500 10.500 3.500 3.500 7.500-8" />);
export const CopyIcon = icon(<path d="M7.500 7.500h8v9h-8zM12.500 7.500v-4h-8v9h3" />);
export const PlusIcon = icon(<path d="M10 4.500v11M4.500 10h11" />);
export const LeaveIcon = icon(
  <path d="M8 3.500H4.500a.5.5 0 0 0-.5.5v12a.5.5 0 0 0 .5.5H8M12 6.500l3.500 3.500-3.500 3.500M15.500 10H8" />,
);
export const DownloadIcon = icon(<path d="M10 3.500v9M6.500 9.500 10 13l3.500-3.500M4 16.500h12" />);
export const TenantsIcon = icon(
  <path d="M3.500 4h5.500v5.500H3.500zM11 4h5.500v5.500H11zM3.500 11.500h5.500V16.500H3.500zM11 11.500h5.500V16.500H11z" />,
);
export const WarnIcon = icon(<path d="M10 3.500 17 16H3ZM10 8v4M10 13.900v.1" />);
export const BookmarkIcon = icon(<path d="M5.500 3.500h9v13L10 13l-4.500 3.500Z" />);
export const DotsIcon = icon(<path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth="2.500" />);
export const LinkIcon = icon(
  <path d="m8.500 11.500 3-3M9 6l1.500-1.500a3.300 3.300 0 0 1 4.700 4.700L13.700 10.700M11 14l-1.500 1.500a3.300 3.300 0 0 1-4.700-4.700L6.300 9.300" />,
);
export const ShopIcon = icon(
  <path d="M4 9v7.500h12V9M3 7.500l1.500-4h11l1.500 4c0 1.200-1 2-2.200 2s-2.300-.8-2.300-2c0 1.200-1.100 2-2.500 2s-2.500-.8-2.500-2c0 1.200-1.100 2-2.300 2S3 8.700 3 7.500ZM8 16.500v-4h4v4" />,
);
export const ChatsIcon = icon(
  <path d="M3.500 4h9.500v7H7.500L5 13.500V11H3.500ZM15 8h1.500v6.500H15V17l-2.500-2.500H9" />,
);
export const HandoverIcon = icon(
  <path d="M3 7h11M11.500 4.500 14 7l-2.500 2.500M17 13H6M8.500 10.500 6 13l2.500 2.500" />,
);
export const BellIcon = icon(
  <path d="M5 8.500a5 5 0 0 1 10 0c0 4 1.500 5.500 1.500 5.500h-13S5 12.500 5 8.500ZM8.500 17h3" />,
);
export const PulseIcon = icon(<path d="M2.500 10.500H6l2-6 4 11 2-5h3.500" />);
export const UpIcon = icon(<path d="m6 12 4-4 4 4" />);
