using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.PostgreSql.Tests.Sales;

public sealed class QuoteTests(PostgreSqlFixture fixture) : QuoteSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
