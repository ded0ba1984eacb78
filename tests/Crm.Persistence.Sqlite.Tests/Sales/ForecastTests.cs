using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class ForecastTests(SqliteFixture fixture) : ForecastSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
