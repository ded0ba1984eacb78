using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class DeadlineTests(SqliteFixture fixture) : DeadlineSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
