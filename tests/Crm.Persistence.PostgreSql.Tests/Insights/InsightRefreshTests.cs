using Crm.Persistence.Specification.Insights;

namespace Crm.Persistence.PostgreSql.Tests.Insights;

public sealed class InsightRefreshTests(PostgreSqlFixture fixture) : InsightRefreshSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
