using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class CalendarTests(SqliteFixture fixture) : CalendarSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
