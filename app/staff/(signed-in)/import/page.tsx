import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/staff/import/import-screen";
import { PAGE } from "@/components/staff/styles";
import { visitor } from "@/lib/access/guards";
import { MAX_FILE_BYTES, MAX_ROWS } from "@/lib/queue/import/limits";
import { COLUMN_FIELDS } from "@/lib/queue/import/types";
import { rememberColumnsAction } from "../../actions/import";
import { catalogues } from "../../catalogues";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

/** Files from the queue system, for supervisors: every row's verdict first, writing after. */
export default async function ImportPage() {
  if (!(await visitor("/staff/import"))) return <NotAllowed page="/staff/import" />;
  // The columns' names tell what a file may hold; they reach nobody who may not import one.
  return (
    <NextIntlClientProvider messages={await catalogues(["common", "staff", "import"])}>
      <div className={PAGE}>
        <ImportScreen
          fields={COLUMN_FIELDS}
          limits={{ mb: MAX_FILE_BYTES / 1_048_576, rows: MAX_ROWS }}
          remember={rememberColumnsAction}
        />
      </div>
    </NextIntlClientProvider>
  );
}
