using Crm.Persistence.Specification.Insights;

namespace Crm.Persistence.Sqlite.Tests.Insights;

public sealed class InsightRefreshTests(SqliteFixture fixture) : InsightRefreshSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
