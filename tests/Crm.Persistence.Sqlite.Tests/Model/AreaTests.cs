using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.Sqlite.Tests.Model;

public sealed class AreaTests(SqliteFixture fixture) : AreaSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
