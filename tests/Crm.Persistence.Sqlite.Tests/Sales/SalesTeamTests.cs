using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class SalesTeamTests(SqliteFixture fixture) : SalesTeamSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
