using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class OpportunityTests(PostgreSqlFixture fixture) : OpportunitySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
