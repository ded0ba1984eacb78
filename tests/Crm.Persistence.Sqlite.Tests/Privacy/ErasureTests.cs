using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class ErasureTests(SqliteFixture fixture) : ErasureSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
