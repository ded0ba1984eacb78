using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class TerritoryTests(PostgreSqlFixture fixture) : TerritorySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
