using Crm.Persistence.Specification.Insights;

namespace Crm.Persistence.Sqlite.Tests.Insights;

public sealed class InsightStoreTests(SqliteFixture fixture) : InsightStoreSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
