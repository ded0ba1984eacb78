using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class SalesIndexTests(SqliteFixture fixture) : SalesIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
