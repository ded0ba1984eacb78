using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class LeadTests(PostgreSqlFixture fixture) : LeadSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
