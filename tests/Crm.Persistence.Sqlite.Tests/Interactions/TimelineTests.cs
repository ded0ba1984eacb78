using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class TimelineTests(SqliteFixture fixture) : TimelineSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
