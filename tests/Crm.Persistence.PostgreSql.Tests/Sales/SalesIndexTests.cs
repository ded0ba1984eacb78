using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class SalesIndexTests(PostgreSqlFixture fixture) : SalesIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
