-- AlterTable
ALTER TABLE "users" ADD COLUMN     "passwordUntil" TIMESTAMP(3);
