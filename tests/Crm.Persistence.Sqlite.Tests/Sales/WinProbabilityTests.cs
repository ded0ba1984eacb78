using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class WinProbabilityTests(SqliteFixture fixture) : WinProbabilitySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
