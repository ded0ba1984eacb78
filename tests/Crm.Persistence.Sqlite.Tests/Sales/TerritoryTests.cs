using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class TerritoryTests(SqliteFixture fixture) : TerritorySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
