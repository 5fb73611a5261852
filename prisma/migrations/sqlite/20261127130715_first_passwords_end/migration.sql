-- AlterTable
ALTER TABLE "users" ADD COLUMN "passwordUntil" DATETIME;
