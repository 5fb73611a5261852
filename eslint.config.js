import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** The house's layers, lowest first: each imports only those before it. */
const LAYERS = [
  "platform",
  "audit",
  "office",
  "access",
  "printing",
  "queue",
  "vouchers",
  "hall",
  "register",
  "health",
  "demo",
];
/** Siblings that see the same layers but not one another. */
const STRANGERS = { hall: ["register"], register: ["hall"] };

const restricted = (...patterns) => ["error", { patterns }];
const NOT_APP = {
  regex: "^@/app(/|$)|(^|/)\\.\\./app/",
  message: "Nothing imports app: it is what people see, not a library.",
};
const OTHER_FOLDER = {
  regex: "^\\.\\./",
  message: "Across folders import by @/, so that the borders can be seen.",
};
const DATABASE = {
  regex: "^(@prisma/|pg$|better-sqlite3$)|/generated/",
  message: "Only lib/platform opens databases; everybody else goes through its one door.",
  allowTypeImports: true,
};
const DOOR = {
  regex: "^@/lib/platform/(database|migrate|adapters|schema-)",
  message: "Only lib talks to the database.",
};

const layerBorders = LAYERS.map((layer, index) => {
  const later = [...LAYERS.slice(index + 1), ...(STRANGERS[layer] ?? [])];
  const upwards = {
    regex: `^@/lib/(${later.join("|")})/`,
    message: `lib/${layer} lies below what it imports here.`,
  };
  const outside = {
    regex: "^@/(app|components|tests|scripts)/",
    message: "lib knows nothing of who uses it.",
  };
  const mayOpen = layer === "platform";
  return {
    files: [`lib/${layer}/**/*.{ts,tsx}`],
    rules: {
      "@typescript-eslint/no-restricted-imports": restricted(
        ...(later.length > 0 ? [upwards] : []),
        outside,
        OTHER_FOLDER,
        ...(mayOpen ? [] : [DATABASE]),
      ),
    },
  };
});

/** Server code must never slip into a browser: the first statement says so, and Next's build then refuses it. */
const serverOnlyFirst = {
  meta: { type: "problem", schema: [], messages: { missing: 'Begin with import "server-only".' } },
  create: (context) => ({
    Program(node) {
      const first = node.body[0];
      const says = first?.type === "ImportDeclaration" && first.source.value === "server-only";
      if (!says) context.report({ node: first ?? node, messageId: "missing" });
    },
  }),
};

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      ".next*/",
      "data/",
      ".cache/",
      "lib/platform/generated/",
      "public/",
      "test-results/",
      "next-env.d.ts",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mts}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowArray: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Scanners send control characters, so expressions must name them; strings are spread by character on purpose.
      "no-control-regex": "off",
      // An action, a fixture or an interface is asynchronous whether or not this one has to wait.
      "@typescript-eslint/require-await": "off",
      "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }],
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-restricted-imports": restricted(NOT_APP),
      eqeqeq: "error",
      "max-lines": ["error", 250],
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        setTimeout: "readonly",
        setInterval: "readonly",
        performance: "readonly",
      },
    },
  },
  {
    files: ["app/**/*.tsx", "app/**/*.ts", "components/**/*.tsx", "components/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["lib/rules/**/*.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": restricted({
        regex: "^(?!\\./)",
        message: "The rules import only the rules: no I/O, no clock, no framework.",
      }),
      "no-restricted-globals": ["error", "process", "fetch", "performance", "crypto", "setTimeout"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The clock is a fact.",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "The clock is a fact.",
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: "Chance has no place here.",
        },
      ],
    },
  },
  ...layerBorders,
  {
    files: ["lib/**/*.{ts,tsx}"],
    ignores: ["lib/rules/**", "**/types.ts", "**/*schema.ts"],
    plugins: { house: { rules: { "server-only-first": serverOnlyFirst } } },
    rules: { "house/server-only-first": "error" },
  },
  {
    files: ["lib/**/types.ts", "lib/**/*schema.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "server-only", message: "Browsers read these files too." }] },
      ],
    },
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-restricted-imports": restricted(
        NOT_APP,
        { regex: "^@/lib/(?!(.*/)?types$)", message: "Components know lib by its types only." },
        { regex: "^@/lib/(.*/)?types$", message: "Import types as types.", allowTypeImports: true },
        DATABASE,
      ),
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-restricted-imports": restricted(DATABASE, DOOR) },
  },
);
