declare module 'discord-api-spec/preview/zod' {
  const schemas: Readonly<Record<string, unknown>>;
  export = schemas;
}
