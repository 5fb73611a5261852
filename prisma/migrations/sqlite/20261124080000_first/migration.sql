-- CreateTable
CREATE TABLE "tickets" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceTicketId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "bookingCode" TEXT,
    "bookingLast4" TEXT,
    "applicantRef" TEXT NOT NULL,
    "applicantName" TEXT,
    "queueNumber" TEXT,
    "serviceDate" TEXT NOT NULL,
    "biometricTicketAt" DATETIME,
    "calledAt" DATETIME,
    "biometricStartedAt" DATETIME,
    "completedAt" DATETIME,
    "applicationType" TEXT,
    "replacementReason" TEXT,
    "bookingChannel" TEXT,
    "registeredInSmart" BOOLEAN,
    "underReview" BOOLEAN,
    "sourceUpdatedAt" DATETIME NOT NULL,
    "checks" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "outages" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "system" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "declaredById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "vouchers" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "serviceDate" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "applicantRef" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ISSUED',
    "policyVersion" INTEGER NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "queueNumber" TEXT NOT NULL,
    "bookingLast4" TEXT,
    "ticketAt" DATETIME NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "waitedMs" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "shortCode" TEXT NOT NULL,
    "kioskId" TEXT,
    "confirmedAt" DATETIME,
    "confirmedById" TEXT,
    "completedAt" DATETIME,
    "withheldAt" DATETIME,
    "withheldById" TEXT,
    "withheldReason" TEXT,
    "stateBeforeHold" TEXT,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "vouchers_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "voucher_steps" (
    "voucherId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "at" DATETIME,
    "byId" TEXT,
    "note" TEXT,

    PRIMARY KEY ("voucherId", "step"),
    CONSTRAINT "voucher_steps_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "voucher_events" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "voucherId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT,
    "byId" TEXT,
    "reason" TEXT,
    CONSTRAINT "voucher_events_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "rulings" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ticketId" TEXT NOT NULL,
    "voucherId" TEXT,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "rulings_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "rulings_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "decision_records" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "serviceDate" TEXT NOT NULL,
    "ticketId" TEXT,
    "voucherId" TEXT,
    "kioskId" TEXT,
    "byId" TEXT,
    "outcome" TEXT NOT NULL,
    "waitedMs" INTEGER,
    "policyVersion" INTEGER NOT NULL,
    "clauses" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    CONSTRAINT "decision_records_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "decision_records_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "day_counters" (
    "serviceDate" TEXT NOT NULL PRIMARY KEY,
    "lastNumber" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "request_keys" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "answer" TEXT,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "print_jobs" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "voucherId" TEXT,
    "kioskId" TEXT,
    "byId" TEXT,
    "copy" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "print_jobs_voucherId_fkey" FOREIGN KEY ("voucherId") REFERENCES "vouchers" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "validFrom" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT
);

-- CreateTable
CREATE TABLE "setting_versions" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "data" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "alerts_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "officer_calls" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kioskId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "answeredById" TEXT
);

-- CreateTable
CREATE TABLE "kiosks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "credentialHash" TEXT,
    "enrolCodeHash" TEXT,
    "enrolExpiresAt" DATETIME,
    "lastSeenAt" DATETIME,
    "revokedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "feed_tokens" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME
);

-- CreateTable
CREATE TABLE "installation_facts" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "audit_events" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT,
    "data" TEXT NOT NULL,
    "requestId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT,
    "displayUsername" TEXT,
    "role" TEXT NOT NULL DEFAULT 'officer',
    "banned" BOOLEAN DEFAULT false,
    "banReason" TEXT,
    "banExpires" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "impersonatedBy" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "accounts_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "sign_in_locks" (
    "usernameHash" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "updatedAt" DATETIME NOT NULL
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
