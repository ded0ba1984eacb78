using Crm.Persistence.Specification.Insights;

namespace Crm.Persistence.Sqlite.Tests.Insights;

public sealed class InsightIndexTests(SqliteFixture fixture) : InsightIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
