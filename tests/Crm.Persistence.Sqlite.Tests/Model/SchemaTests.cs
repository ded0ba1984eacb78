using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.Sqlite.Tests.Model;

public sealed class SchemaTests(SqliteFixture fixture) : SchemaSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
