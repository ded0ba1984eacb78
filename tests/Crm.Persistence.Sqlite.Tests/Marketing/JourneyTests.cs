using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class JourneyTests(SqliteFixture fixture) : JourneySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
