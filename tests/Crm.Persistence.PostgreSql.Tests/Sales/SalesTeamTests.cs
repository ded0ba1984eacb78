using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class SalesTeamTests(PostgreSqlFixture fixture) : SalesTeamSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
