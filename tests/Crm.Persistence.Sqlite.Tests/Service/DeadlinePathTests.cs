using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class DeadlinePathTests(SqliteFixture fixture) : DeadlinePathSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
