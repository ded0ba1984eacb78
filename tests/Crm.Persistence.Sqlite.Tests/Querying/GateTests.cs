using Crm.Persistence.Specification.Querying;

namespace Crm.Persistence.Sqlite.Tests.Querying;

public sealed class GateTests(SqliteFixture fixture) : GateSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
