-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ApplicationType" AS ENUM ('NEW', 'REPLACEMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "ReplacementReason" AS ENUM ('EXPIRED', 'FULL', 'DAMAGED', 'LOST', 'DATA_CHANGE');

-- CreateEnum
CREATE TYPE "BookingChannel" AS ENUM ('M_PASPOR', 'ONLINE_QUEUE', 'WALK_IN');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('UNKNOWN_BOOKING', 'OTHER_DAY', 'NO_BIOMETRIC_TICKET', 'NOT_YET', 'SERVED_IN_TIME', 'OUTAGE', 'SEE_OFFICER', 'ELIGIBLE');

-- CreateEnum
CREATE TYPE "VoucherState" AS ENUM ('ISSUED', 'CONFIRMED', 'COMPLETED', 'WITHHELD', 'LAPSED');

-- CreateEnum
CREATE TYPE "VoucherOrigin" AS ENUM ('KIOSK', 'GRANT');

-- CreateEnum
CREATE TYPE "VoucherStepName" AS ENUM ('APOLOGY', 'SOUVENIR', 'PRIORITY');

-- CreateEnum
CREATE TYPE "VoucherStepState" AS ENUM ('OPEN', 'DONE', 'SETTLED');

-- CreateEnum
CREATE TYPE "DecisionSource" AS ENUM ('KIOSK', 'CONFIRMATION', 'OFFICER');

-- CreateEnum
CREATE TYPE "RulingKind" AS ENUM ('WITHHELD', 'GRANTED', 'REOPENED');

-- CreateEnum
CREATE TYPE "PrintJobKind" AS ENUM ('VOUCHER', 'DIRECTION');

-- CreateEnum
CREATE TYPE "PrintJobState" AS ENUM ('QUEUED', 'SENT', 'UNCONFIRMED', 'CONFIRMED', 'FAILED');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('SYSTEM', 'KIOSK', 'OFFICER', 'FEED');

-- CreateTable
CREATE TABLE "tickets" (
    "id" TEXT NOT NULL,
    "sourceTicketId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "bookingCode" TEXT,
    "bookingLast4" TEXT,
    "applicantRef" TEXT NOT NULL,
    "applicantName" TEXT,
    "queueNumber" TEXT,
    "serviceDate" TEXT NOT NULL,
    "biometricTicketAt" TIMESTAMP(3),
    "calledAt" TIMESTAMP(3),
    "biometricStartedAt" TIMESTAMP(3),
    "completedAt" TIMESTAMP(3),
    "applicationType" "ApplicationType",
    "replacementReason" "ReplacementReason",
    "bookingChannel" "BookingChannel",
    "registeredInSmart" BOOLEAN,
    "underReview" BOOLEAN,
    "sourceUpdatedAt" TIMESTAMP(3) NOT NULL,
    "checks" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outages" (
    "id" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "declaredById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "outages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vouchers" (
    "id" TEXT NOT NULL,
    "serviceDate" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "applicantRef" TEXT NOT NULL,
    "origin" "VoucherOrigin" NOT NULL,
    "state" "VoucherState" NOT NULL DEFAULT 'ISSUED',
    "policyVersion" INTEGER NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "queueNumber" TEXT NOT NULL,
    "bookingLast4" TEXT,
    "ticketAt" TIMESTAMP(3) NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "waitedMs" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "shortCode" TEXT NOT NULL,
    "kioskId" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "confirmedById" TEXT,
    "completedAt" TIMESTAMP(3),
    "withheldAt" TIMESTAMP(3),
    "withheldById" TEXT,
    "withheldReason" TEXT,
    "stateBeforeHold" "VoucherState",
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "vouchers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voucher_steps" (
    "voucherId" TEXT NOT NULL,
    "step" "VoucherStepName" NOT NULL,
    "state" "VoucherStepState" NOT NULL DEFAULT 'OPEN',
    "at" TIMESTAMP(3),
    "byId" TEXT,
    "note" TEXT,

    CONSTRAINT "voucher_steps_pkey" PRIMARY KEY ("voucherId","step")
);

-- CreateTable
CREATE TABLE "voucher_events" (
    "id" TEXT NOT NULL,
    "voucherId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "step" "VoucherStepName",
    "byId" TEXT,
    "reason" TEXT,

    CONSTRAINT "voucher_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rulings" (
    "id" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "voucherId" TEXT,
    "kind" "RulingKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "rulings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_records" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "source" "DecisionSource" NOT NULL,
    "serviceDate" TEXT NOT NULL,
    "ticketId" TEXT,
    "voucherId" TEXT,
    "kioskId" TEXT,
    "byId" TEXT,
    "outcome" "Outcome" NOT NULL,
    "waitedMs" INTEGER,
    "policyVersion" INTEGER NOT NULL,
    "clauses" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "decision_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_counters" (
    "serviceDate" TEXT NOT NULL,
    "lastNumber" INTEGER NOT NULL,

    CONSTRAINT "day_counters_pkey" PRIMARY KEY ("serviceDate")
);

-- CreateTable
CREATE TABLE "request_keys" (
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "answer" TEXT,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "request_keys_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "print_jobs" (
    "id" TEXT NOT NULL,
    "kind" "PrintJobKind" NOT NULL,
    "voucherId" TEXT,
    "kioskId" TEXT,
    "byId" TEXT,
    "copy" INTEGER NOT NULL,
    "state" "PrintJobState" NOT NULL DEFAULT 'QUEUED',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "print_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "version" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "setting_versions" (
    "version" SERIAL NOT NULL,
    "data" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT,

    CONSTRAINT "setting_versions_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),
    "resolvedById" TEXT,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_calls" (
    "id" TEXT NOT NULL,
    "kioskId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "answeredById" TEXT,

    CONSTRAINT "officer_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kiosks" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credentialHash" TEXT,
    "enrolCodeHash" TEXT,
    "enrolExpiresAt" TIMESTAMP(3),
    "lastSeenAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kiosks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_tokens" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "feed_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation_facts" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "installation_facts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT,
    "data" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT,
    "displayUsername" TEXT,
    "role" TEXT NOT NULL DEFAULT 'officer',
    "banned" BOOLEAN DEFAULT false,
    "banReason" TEXT,
    "banExpires" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "impersonatedBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_locks" (
    "usernameHash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sign_in_locks_pkey" PRIMARY KEY ("usernameHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "tickets_sourceTicketId_key" ON "tickets"("sourceTicketId");

-- CreateIndex
CREATE INDEX "tickets_bookingCode_idx" ON "tickets"("bookingCode");

-- CreateIndex
CREATE INDEX "tickets_serviceDate_queueNumber_idx" ON "tickets"("serviceDate", "queueNumber");

-- CreateIndex
CREATE INDEX "tickets_serviceDate_bookingLast4_idx" ON "tickets"("serviceDate", "bookingLast4");

-- CreateIndex
CREATE INDEX "tickets_serviceDate_applicantRef_idx" ON "tickets"("serviceDate", "applicantRef");

-- CreateIndex
CREATE INDEX "outages_startedAt_idx" ON "outages"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "vouchers_ticketId_key" ON "vouchers"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "vouchers_tokenHash_key" ON "vouchers"("tokenHash");

-- CreateIndex
CREATE INDEX "vouchers_serviceDate_state_idx" ON "vouchers"("serviceDate", "state");

-- CreateIndex
CREATE UNIQUE INDEX "vouchers_serviceDate_seq_key" ON "vouchers"("serviceDate", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "vouchers_serviceDate_number_key" ON "vouchers"("serviceDate", "number");

-- CreateIndex
CREATE UNIQUE INDEX "vouchers_serviceDate_applicantRef_key" ON "vouchers"("serviceDate", "applicantRef");

-- CreateIndex
CREATE UNIQUE INDEX "vouchers_serviceDate_shortCode_key" ON "vouchers"("serviceDate", "shortCode");

-- CreateIndex
CREATE INDEX "voucher_events_voucherId_at_idx" ON "voucher_events"("voucherId", "at");

-- CreateIndex
CREATE INDEX "rulings_ticketId_at_idx" ON "rulings"("ticketId", "at");

-- CreateIndex
CREATE INDEX "decision_records_serviceDate_outcome_idx" ON "decision_records"("serviceDate", "outcome");

-- CreateIndex
CREATE INDEX "decision_records_ticketId_idx" ON "decision_records"("ticketId");

-- CreateIndex
CREATE INDEX "decision_records_voucherId_idx" ON "decision_records"("voucherId");

-- CreateIndex
CREATE INDEX "request_keys_expiresAt_idx" ON "request_keys"("expiresAt");

-- CreateIndex
CREATE INDEX "print_jobs_state_createdAt_idx" ON "print_jobs"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "print_jobs_voucherId_copy_key" ON "print_jobs"("voucherId", "copy");

-- CreateIndex
CREATE INDEX "alerts_resolvedAt_at_idx" ON "alerts"("resolvedAt", "at");

-- CreateIndex
CREATE INDEX "officer_calls_answeredAt_at_idx" ON "officer_calls"("answeredAt", "at");

-- CreateIndex
CREATE UNIQUE INDEX "kiosks_credentialHash_key" ON "kiosks"("credentialHash");

-- CreateIndex
CREATE UNIQUE INDEX "kiosks_enrolCodeHash_key" ON "kiosks"("enrolCodeHash");

-- CreateIndex
CREATE UNIQUE INDEX "feed_tokens_tokenHash_key" ON "feed_tokens"("tokenHash");

-- CreateIndex
CREATE INDEX "audit_events_subjectKind_subjectId_idx" ON "audit_events"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key" ON "users"("username");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_userId_idx" ON "sessions"("userId");

-- CreateIndex
CREATE INDEX "accounts_userId_idx" ON "accounts"("userId");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- AddForeignKey
ALTER TABLE "vouchers" ADD CONSTRAINT "vouchers_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher_steps" ADD CONSTRAINT "voucher_steps_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voucher_events" ADD CONSTRAINT "voucher_events_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rulings" ADD CONSTRAINT "rulings_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
