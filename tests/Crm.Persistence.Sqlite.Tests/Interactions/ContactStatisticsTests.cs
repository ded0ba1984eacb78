using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class ContactStatisticsTests(SqliteFixture fixture) : ContactStatisticsSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
