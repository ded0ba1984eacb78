using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class JourneyRaceTests(SqliteFixture fixture) : JourneyRaceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
