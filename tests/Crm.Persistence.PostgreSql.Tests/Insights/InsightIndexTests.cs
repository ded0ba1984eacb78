using Crm.Persistence.Specification.Insights;

namespace Crm.Persistence.PostgreSql.Tests.Insights;

public sealed class InsightIndexTests(PostgreSqlFixture fixture) : InsightIndexSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
