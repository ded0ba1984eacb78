using Crm.Persistence.Specification.Insights;

namespace Crm.Persistence.PostgreSql.Tests.Insights;

public sealed class InsightStoreTests(PostgreSqlFixture fixture) : InsightStoreSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
