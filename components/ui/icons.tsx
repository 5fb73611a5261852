import type { ReactNode } from "react";

type IconProps = { className?: string };

function Icon({ box, children, className }: IconProps & { box: string; children: ReactNode }) {
  return (
    <svg
      viewBox={box}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className ?? "h-8 w-auto"}`}
    >
      {children}
    </svg>
  );
}

export function LargerTextIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 44 32" className={className}>
      <path d="M2 29L8 14L14 29M4.5 23.5H11.5M18 29L29 3L40 29M22 20H36" />
    </Icon>
  );
}

export function LowButtonsIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 34 34" className={className}>
      <rect x="3" y="2" width="28" height="30" rx="5" />
      <path d="M17 8V19M12 15L17 20L22 15M10 26H24" />
    </Icon>
  );
}

export function SoundIcon({ muted, className }: IconProps & { muted: boolean }) {
  return (
    <Icon box="0 0 40 34" className={className}>
      <path d="M4 12.5V21.5H10L19 29V5L10 12.5Z" />
      {muted ? <path d="M27 12L37 22M37 12L27 22" /> : <path d="M26 12Q30 17 26 22M31 7Q39 17 31 27" />}
    </Icon>
  );
}

export function PersonIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 34 34" className={className}>
      <circle cx="17" cy="10" r="7" />
      <path d="M4 32C4 23 10 20.5 17 20.5S30 23 30 32" />
    </Icon>
  );
}

export function CheckIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 32 32" className={className}>
      <path d="M6 17L13 24L26 9" />
    </Icon>
  );
}

export function DashIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 32 32" className={className}>
      <path d="M6 16H26" />
    </Icon>
  );
}

export function DisturbanceIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 44 34" className={className}>
      <path d="M4 17H14M30 17H40M18 7L26 27" />
    </Icon>
  );
}

export function CameraIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 40 34" className={className}>
      <path d="M4 10H12L15 5H25L28 10H36V29H4Z" />
      <circle cx="20" cy="19" r="6" />
    </Icon>
  );
}

export function BackspaceIcon({ className }: IconProps) {
  return (
    <Icon box="0 0 44 34" className={className}>
      <path d="M14 4H38Q41 4 41 7V27Q41 30 38 30H14L3 17ZM21 12L31 22M31 12L21 22" />
    </Icon>
  );
}
