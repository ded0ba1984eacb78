using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class ForecastTests(PostgreSqlFixture fixture) : ForecastSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
