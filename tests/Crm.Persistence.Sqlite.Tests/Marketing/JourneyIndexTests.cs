using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class JourneyIndexTests(SqliteFixture fixture) : JourneyIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
