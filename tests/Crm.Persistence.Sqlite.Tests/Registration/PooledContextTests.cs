using Crm.Persistence.Specification.Registration;

namespace Crm.Persistence.Sqlite.Tests.Registration;

public sealed class PooledContextTests(SqliteFixture fixture) : PooledContextSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
