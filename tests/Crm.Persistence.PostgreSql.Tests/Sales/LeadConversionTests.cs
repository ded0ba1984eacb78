using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class LeadConversionTests(PostgreSqlFixture fixture) : LeadConversionSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
