using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class LeadIndexTests(PostgreSqlFixture fixture) : LeadIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
