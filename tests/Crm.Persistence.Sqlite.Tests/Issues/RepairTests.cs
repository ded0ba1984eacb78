using Crm.Persistence.Specification.Issues;

namespace Crm.Persistence.Sqlite.Tests.Issues;

public sealed class RepairTests(SqliteFixture fixture) : RepairSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
