using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.Sqlite.Tests.Model;

public sealed class ScriptTests(SqliteFixture fixture) : ScriptSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
